"""Measurable statements about the balance: read, and written in one form.

    share of china >= share of west by 2025-12

Source: docs/methodology.md, section 12.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

FIRST_YEAR, LAST_YEAR = 1900, 2100
COMPARISONS: Final = (">=", "<=", ">", "<")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What can be compared with what, and between which numbers it lies."""

    unit: str
    least: Decimal
    most: Decimal
    of_a_pole: bool = True
    in_percent: bool = False


_ZERO, _ONE, _ANY = Decimal(0), Decimal(1), Decimal(10**9)
MEASURES: Final = {
    "share": _Kind("share", _ZERO, _ONE, in_percent=True),
    "friction": _Kind("share", _ZERO, _ONE, in_percent=True),
    "tone": _Kind("tone", -_ONE, _ONE),
    "cooperation": _Kind("points", _ZERO, _ANY),
    "conflict": _Kind("points", _ZERO, _ANY),
    "events": _Kind("events", _ZERO, _ANY),
    "balance": _Kind("balance", _ZERO, _ONE, of_a_pole=False),
    "effective poles": _Kind("poles", _ONE, _ANY, of_a_pole=False),
}

_SHAPE = re.compile(
    rf"(?P<left>.+?)\s*(?P<comparison>{'|'.join(COMPARISONS)})\s*(?P<right>[^=<>\s].*?)"
    r"\s+(?P<when>by|on|throughout)\s+(?P<dates>\S.*)",
    re.DOTALL,
)
_MEASURE = re.compile(r"(?P<name>[a-z]+)\s+of\s+(?P<pole>[a-z0-9_-]{1,40})", re.ASCII)
_NUMBER = re.compile(r"(?P<number>[+-]?\d{1,9}(?:\.\d{1,6})?)\s*(?P<percent>%?)", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


class BadStatement(ValueError):
    """A statement that cannot be read: `problem` is one of PROBLEMS, `part` the words at fault."""

    def __init__(self, problem: str, part: str = "") -> None:
        super().__init__(f"{problem}: {part}" if part else problem)
        self.problem = problem
        self.part = part


PROBLEMS = ("shape", "measure", "pole", "number", "percent", "range", "units", "date", "span")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of the balance: its name in MEASURES, and the pole's code where it has one."""

    name: str
    pole: str = ""

    def __str__(self) -> str:
        return f"{self.name} of {self.pole}" if self.pole else self.name


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day, as it was written; the parts left out are 0."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])

    @property
    def first(self) -> date:
        """The first day of it."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of it."""
        if self.day:
            return self.first
        month = self.month or 12
        return date(self.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Statement:
    """A comparison, and when it must hold; `str` writes it in its normal form.

    `against` is a measure, or a number (of shares, 0.3 for 30 %). `when` is by, on or
    throughout; `since` is given with throughout only.
    """

    measure: Measure
    comparison: str
    against: Measure | Decimal
    when: str
    until: Moment
    since: Moment | None = None

    def __str__(self) -> str:
        dates = f"{self.since}..{self.until}" if self.since else str(self.until)
        return f"{self.measure} {self.comparison} {self._against()} {self.when} {dates}"

    def _against(self) -> str:
        if isinstance(self.against, Measure):
            return str(self.against)
        if MEASURES[self.measure.name].in_percent:
            return f"{_plain(100 * self.against)} %"
        return _plain(self.against)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What must be known to judge it."""
        other = (self.against,) if isinstance(self.against, Measure) else ()
        return (self.measure, *other)

    @property
    def poles(self) -> frozenset[str]:
        """The codes of the poles that it is about."""
        return frozenset(measure.pole for measure in self.measures if measure.pole)

    @property
    def last_day(self) -> date:
        """The last day on which it can come true or fail."""
        return self.until.last


def parse(text: str) -> Statement:
    """Return the statement that the text says.

    Raises:
        BadStatement: if it says none; the error names the part that cannot be read.
    """
    shape = _SHAPE.fullmatch(" ".join(text.lower().split()))
    if shape is None:
        raise BadStatement("shape", text[:80])
    measure = _measure(shape["left"])
    since, until = _moments(shape["when"], shape["dates"])
    return Statement(
        measure=measure,
        comparison=shape["comparison"],
        against=_against(shape["right"], MEASURES[measure.name]),
        when=shape["when"],
        until=until,
        since=since,
    )


def _measure(text: str) -> Measure:
    kind = MEASURES.get(text)
    if kind and not kind.of_a_pole:
        return Measure(text)
    found = _MEASURE.fullmatch(text)
    if found is None or found["name"] not in MEASURES:
        raise BadStatement("pole" if kind else "measure", text[:80])
    if not MEASURES[found["name"]].of_a_pole:
        raise BadStatement("measure", text[:80])
    return Measure(found["name"], found["pole"])


def _against(text: str, kind: _Kind) -> Measure | Decimal:
    number = _NUMBER.fullmatch(text)
    if number is None:
        if not re.search("[a-z]", text):
            raise BadStatement("number", text[:80])
        other = _measure(text)
        if MEASURES[other.name].unit != kind.unit:
            raise BadStatement("units", text[:80])
        return other
    if number["percent"] and not kind.in_percent:
        raise BadStatement("percent", text[:80])
    value = Decimal(number["number"]) / (100 if number["percent"] else 1) + 0
    if not kind.least <= value <= kind.most:
        raise BadStatement("range", text[:80])
    return value


def _moments(when: str, text: str) -> tuple[Moment | None, Moment]:
    if when != "throughout":
        return None, _moment(text)
    first, dots, last = text.partition("..")
    if not dots:
        raise BadStatement("span", text[:80])
    since, until = _moment(first.strip()), _moment(last.strip())
    if since.first > until.last:
        raise BadStatement("span", text[:80])
    return since, until


def _moment(text: str) -> Moment:
    found = _DATE.fullmatch(text)
    if found is None:
        raise BadStatement("date", text[:80])
    moment = Moment(*_parts(found.groups()))
    try:
        is_ours = FIRST_YEAR <= moment.first.year <= LAST_YEAR
    except ValueError:
        is_ours = False
    if not is_ours or "00" in found.groups():
        raise BadStatement("date", text[:80])
    return moment


def _parts(groups: Sequence[str | None]) -> Iterator[int]:
    return (int(part) for part in groups if part)


def _plain(number: Decimal) -> str:
    """Write a number without an exponent, and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
