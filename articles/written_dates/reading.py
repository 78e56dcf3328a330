"""From what somebody typed to a span of days, or to why it is none."""

import re
from collections.abc import Iterator
from datetime import date

from articles.written_dates import words
from articles.written_dates.points import Point, point
from articles.written_dates.refusals import Refused, Why
from articles.written_dates.spans import FIRST_DAY, LAST_DAY, Span, end_of

LONGEST = 80

_AFTER_A_YEAR = re.compile(
    r"(?<=\d{4})(?:-?(?:ci|cu|cı)(?: il\w*)?| ?г\.?| года?у?| yil\w*| il)(?!\w)"
)
_SHORT_YEAR_MARK = re.compile(r"'(?=\d\d(?!\d))")
_BEFORE = re.compile(r"^(?:from|between|с|со) ")
# The further down, the likelier it stands inside a date.
_BETWEEN = (
    re.compile(r" (?:to|and|until|till|through|по|до|-) "),
    re.compile(r"\.\.+| ?/ ?"),
    re.compile(r" ?- ?"),
)


def read_span(text: str) -> Span:
    """Read a day, month, quarter, year, or a span from a first to a last day, which is in it.

    Names of months may be English, Azerbaijani, Russian or Turkish, whole or cut.

    Raises:
        Refused: if it is none, is ambiguous, or lies where nothing is stored.
    """
    plain = prepared(text)
    try:
        if one := point(plain):
            return _within(one.first_day(), end_of(one.first_day(), one.precision), one.precision)
        if ends := _two_ends(_BEFORE.sub("", plain)):
            return _from_to(*ends)
    except OverflowError:
        raise Refused(Why.FAR) from None
    raise reason_against(plain)


def prepared(text: str) -> str:
    """Return the text as the forms of dates know it.

    Raises:
        Refused: if it is longer than any date.
    """
    if len(text) > LONGEST:
        raise Refused(Why.UNREADABLE)
    plain = words.folded(words.folded(text).replace(",", " "))
    return _AFTER_A_YEAR.sub("", _SHORT_YEAR_MARK.sub("", plain)).strip(" .")


def reason_against(plain: str) -> Refused:
    """Return why a prepared text is no date, as far as its words tell."""
    if season := words.season_in(plain):
        years = re.findall(r"\d{4}", plain)
        return Refused(Why.SEASON, season=season, year=int(years[0]) if years else None)
    return Refused(Why.VAGUE if words.is_vague(plain) else Why.UNREADABLE)


def _two_ends(plain: str) -> tuple[Point, Point] | None:
    for left, right in splits(plain):
        if (first := point(left)) and (last := point(right)):
            return first, last
    return None


def splits(plain: str) -> Iterator[tuple[str, str]]:
    """Return the ways to take a prepared text for two dates, the likeliest first."""
    for separator in _BETWEEN:
        for found in separator.finditer(plain):
            yield plain[: found.start()].strip(), plain[found.end() :].strip()


def _from_to(first: Point, last: Point) -> Span:
    first, last = first.completed_by(last), last.completed_by(first)
    start, final = first.first_day(), last.first_day()
    if final < start:
        raise Refused(Why.BACKWARDS)
    end = end_of(final, last.precision)
    return _within(start, end, "day" if (end - start).days == 1 else "span")


def _within(start: date, end: date, precision: str) -> Span:
    if start < FIRST_DAY or end > LAST_DAY:
        raise Refused(Why.FAR)
    return Span(start, end, precision)
