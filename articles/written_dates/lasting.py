"""What lasts from one date to another, either of which may be open."""

import re
from datetime import date
from typing import NamedTuple

from articles.written_dates.points import Point, point
from articles.written_dates.reading import prepared, reason_against, splits
from articles.written_dates.refusals import Refused, Why
from articles.written_dates.writing import write_point

_SINCE = re.compile(r"(?:since|from|с|со) (.+)|(.+?) ?-")
_UNTIL = re.compile(r"(?:until before|until|till|ended|before|до) (.+)|- ?(.+)")
_BOTH = re.compile(r"^(?:since|from|с|со) ")


class Edge(NamedTuple):
    """Where something begins or ends: the first day of a day, month or year, and which it is."""

    first: date
    precision: str


class Lasting(NamedTuple):
    """From the first day in to the first day out; an edge that is open is None."""

    start: Edge | None
    end: Edge | None


def read_lasting(text: str) -> Lasting:
    """Read “since 2011”, “2011 – March 2015”, “until 2015”, or nothing for both ends open.

    The end is when it held no longer, as the record has it: the first day out.

    Raises:
        Refused: if it is none of them, or ends before it begins.
    """
    plain = prepared(text)
    if not plain:
        return Lasting(None, None)
    if (found := _SINCE.fullmatch(plain)) and (begun := point(found[1] or found[2])):
        return Lasting(_edge(begun), None)
    if (found := _UNTIL.fullmatch(plain)) and (ended := point(found[1] or found[2])):
        return Lasting(None, _edge(ended))
    for left, right in splits(_BOTH.sub("", plain)):
        if (begun := point(left)) and (ended := point(right)):
            return _ordered(begun.completed_by(ended), ended.completed_by(begun))
    if one := point(plain):
        raise Refused(Why.ONE_DATE, written=text.strip(), first=_edge(one).first)
    raise reason_against(plain)


def _edge(at: Point) -> Edge:
    first = at.first_day()
    return Edge(first, "month" if at.precision == "quarter" else at.precision)


def _ordered(begun: Point, ended: Point) -> Lasting:
    start, end = _edge(begun), _edge(ended)
    if end.first <= start.first:
        raise Refused(Why.BACKWARDS)
    return Lasting(start, end)


def write_lasting(lasting: Lasting, *, language: str = "en") -> str:
    """Write both edges with a dash between them; nothing where both are open."""
    start, end = ("" if edge is None else write_point(*edge, language=language) for edge in lasting)
    return f"{start} – {end}".strip() if start or end else ""
