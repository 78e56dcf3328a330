"""What a cell of a CSV file says: text to a value, and a value back to the same text."""

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from balance.models.spans import FIRST_DAY, LAST_DAY

Parser = Callable[[str], Any]

_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SLUG = re.compile(r"[-a-zA-Z0-9_]+")
_is_address = URLValidator(schemes=["http", "https"])


class BadCell(ValueError):
    """A cell says something that its column cannot mean; the message says what to write."""

    def __init__(self, reason: str, column: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.column = column


class PartialDate(NamedTuple):
    """A day, month or year by its first day."""

    first: date
    precision: str

    def __str__(self) -> str:
        length = {"year": 4, "month": 7}.get(self.precision, 10)
        return self.first.isoformat()[:length]


class Party(NamedTuple):
    """A participant as a cell names it: a code, and a weight where there is one."""

    code: str
    weight: float | None = None

    def __str__(self) -> str:
        return self.code if self.weight is None else f"{self.code}={decimal(self.weight)}"


def text(longest: int) -> Parser:
    """Return the parser of free text up to a length."""

    def parse(cell: str) -> str:
        if len(cell) > longest:
            raise BadCell(
                _("%(length)s characters are too many; %(longest)s fit")
                % {"length": len(cell), "longest": longest}
            )
        return cell

    return parse


def matching(pattern: str, cure: object) -> Parser:
    """Return the parser of a word of a certain form."""
    form = re.compile(pattern)

    def parse(cell: str) -> str:
        if not form.fullmatch(cell):
            raise BadCell(
                _("%(cell)s cannot stand here; %(cure)s") % {**quoted(cell), "cure": cure}
            )
        return cell

    return parse


def slug(cell: str) -> str:
    """Read an identifier, as addresses use it."""
    if not _SLUG.fullmatch(cell) or len(cell) > 120:
        raise BadCell(
            _("%(cell)s is no identifier; use up to 120 letters, digits, - and _") % quoted(cell)
        )
    return cell


def address(cell: str) -> str:
    """Read an address on the web."""
    try:
        _is_address(cell)
    except ValidationError:
        raise BadCell(
            _("%(cell)s is no address; copy it whole, from http:// or https:// on") % quoted(cell)
        ) from None
    return text(2000)(cell)


def yes(cell: str) -> bool:
    """Read a mark: yes, no or nothing."""
    if cell not in ("yes", "no"):
        raise BadCell(_("%(cell)s is neither yes nor no; write yes, or nothing") % quoted(cell))
    return cell == "yes"


def choice(choices: type[TextChoices] | tuple[str, ...]) -> Parser:
    """Return the parser of one of some words."""
    words = choices.values if isinstance(choices, type) else choices

    def parse(cell: str) -> str:
        if cell not in words:
            raise BadCell(
                _("%(cell)s is none of the words for it; write one of %(words)s")
                % {**quoted(cell), "words": ", ".join(words)}
            )
        return cell

    return parse


def number(cell: str) -> float:
    """Read a finite number, written with a point."""
    if not _NUMBER.fullmatch(cell) or not math.isfinite(float(cell)):
        raise BadCell(
            _("%(cell)s is no number; write digits with a point, such as 0.9") % quoted(cell)
        )
    return float(cell)


def number_between(low: float, high: float, cure: object) -> Parser:
    """Return the parser of a number within bounds, both included."""

    def words(cell: str, bound: float) -> dict[str, object]:
        return {**quoted(cell), "bound": f"{bound:g}", "cure": cure}

    def parse(cell: str) -> float:
        value = number(cell)
        if value > high:
            raise BadCell(_("%(cell)s is above %(bound)s; %(cure)s") % words(cell, high))
        if value < low:
            raise BadCell(_("%(cell)s is below %(bound)s; %(cure)s") % words(cell, low))
        return value

    return parse


def partial_date(cell: str) -> PartialDate:
    """Read 2024, 2024-03 or 2024-03-05."""
    found = _DAY.fullmatch(cell)
    if not found:
        raise BadCell(
            _("%(cell)s is no date; write it as 2024-03-05, 2024-03 or 2024") % quoted(cell)
        )
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise BadCell(
            _("%(cell)s is not in the calendar; look it up again") % quoted(cell)
        ) from None
    if not FIRST_DAY <= first <= LAST_DAY:
        raise BadCell(
            _("%(cell)s is outside the years 1900 to 2100; look at the year") % quoted(cell)
        )
    return PartialDate(first, "day" if day else "month" if month else "year")


def day(cell: str) -> date:
    """Read a whole date."""
    found = partial_date(cell)
    if found.precision != "day":
        raise BadCell(_("%(cell)s is not a day; write it as 2024-03-05") % quoted(cell))
    return found.first


def codes(cell: str) -> tuple[str, ...]:
    """Read a list: what stands between semicolons."""
    found = tuple(part.strip() for part in cell.split(";"))
    if "" in found:
        raise BadCell(_("there is an empty place in the list; take a semicolon away"))
    if twice := next((code for code in found if found.count(code) > 1), ""):
        raise BadCell(_("%(cell)s stands twice in the list; once is enough") % quoted(twice))
    return found


def names(cell: str) -> tuple[str, ...]:
    """Read a list of names, none too long."""
    return tuple(text(200)(name) for name in codes(cell))


def parties(cell: str) -> tuple[Party, ...]:
    """Read participants: codes between semicolons, each with a weight, such as TUR=2, or none."""
    found = []
    for part in codes(cell):
        code, equals, weight = part.partition("=")
        found.append(Party(code.strip(), _weight(weight.strip()) if equals else None))
    codes(";".join(party.code for party in found))
    return tuple(found)


def _weight(cell: str) -> float:
    value = number(cell)
    if value <= 0:
        raise BadCell(_("the weight %(cell)s is not above 0; give a positive one") % quoted(cell))
    return value


def decimal(value: float) -> str:
    """Write a number so that it reads back exactly, whole ones without a point."""
    return repr(value).removesuffix(".0")


def listed(values: tuple[object, ...]) -> str:
    """Write a list with semicolons."""
    return ";".join(str(value) for value in values)


def quoted(cell: str) -> dict[str, str]:
    """Return the cell for a sentence, short enough to read."""
    return {"cell": f"“{cell[:60]}…”" if len(cell) > 60 else cell}
