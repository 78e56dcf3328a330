"""Lists of events in words: how many there are, and of what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.models import Dimension
from balance.panels.wording import day, listing, opening
from balance.queries.events import Tally


@dataclass(frozen=True)
class Part:
    """How many of the events are of a pole or dimension, and where those alone are."""

    code: str
    name: str
    events: int
    width: float
    url: str
    is_chosen: bool


def events_headline(found: Tally, poles: Mapping[str, str]) -> str:
    """Say how many events there are, and with which pole most of them."""
    if not found.events:
        return _("No event fits")
    most = max(found.poles.values(), default=0)
    words = {
        "number": found.events,
        "pole": listing([poles[code] for code, n in found.poles.items() if n == most]),
        "most": most,
    }
    if not most:
        sentence = ngettext(
            "%(number)s event, none with a pole",
            "%(number)s events, none with a pole",
            found.events,
        )
    elif found.events == most:
        sentence = ngettext(
            "%(number)s event, with %(pole)s",
            "%(number)s events, all with %(pole)s",
            found.events,
        )
    else:
        sentence = ngettext(
            "%(number)s event, most with %(pole)s: %(most)s",
            "%(number)s events, most with %(pole)s: %(most)s",
            found.events,
        )
    return sentence % words


def events_deck(found: Tally) -> str:
    """Say between which days they lie, and in which dimension most of them."""
    if not (found.first and found.end):
        return ""
    most = max(found.dimensions, key=found.dimensions.__getitem__)
    words = {
        "first": day(found.first),
        "last": day(found.end - timedelta(days=1)),
        "dimension": Dimension(most).label,
        "most": found.dimensions[most],
    }
    if words["first"] == words["last"]:
        return _("On %(first)s.") % words
    return _("From %(first)s to %(last)s; the %(dimension)s dimension has most, %(most)s.") % words


def parts_by_pole(found: Tally, poles: Mapping[str, str], kept: Mapping[str, str]) -> list[Part]:
    """Return the poles with how many of the events are with each; `kept` is the question."""
    return _parts(found.poles, {code: opening(name) for code, name in poles.items()}, "pole", kept)


def parts_by_dimension(found: Tally, kept: Mapping[str, str]) -> list[Part]:
    """Return the dimensions with how many of the events are of each."""
    names = {name: opening(str(label)) for name, label in Dimension.choices}
    return _parts(found.dimensions, names, "dimension", kept)


def _parts(
    numbers: Mapping[str, int], names: Mapping[str, str], field: str, kept: Mapping[str, Any]
) -> list[Part]:
    largest = max(numbers.values(), default=0) or 1
    return [
        Part(
            code=code,
            name=names[code],
            events=number,
            width=100 * number / largest,
            url=_narrowed(kept, field, code),
            is_chosen=kept.get(field) == code,
        )
        for code, number in numbers.items()
    ]


def _narrowed(kept: Mapping[str, str], field: str, code: str) -> str:
    """Return the question narrowed to one part; chosen already, the question without it."""
    query = {name: value for name, value in kept.items() if name != field}
    if kept.get(field) != code:
        query[field] = code
    return f"?{urlencode(query)}"
