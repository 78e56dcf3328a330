"""One day, month, quarter or year of a text, some of which another part of it may complete."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from articles.written_dates.refusals import Refused, Why
from articles.written_dates.spans import FIRST_DAY, LAST_DAY
from articles.written_dates.words import month_of, quarter_of

_ORDINAL = r"(?:st|nd|rd|th)?"
_WORD = r"([^\W\d_]+)\.?"
_QUARTER = r"(?:quarter|квартал\w*|rub\w*|kvartal\w*|ceyre\w*)"


@dataclass(frozen=True)
class Point:
    """What a text says; a year that it leaves out stands elsewhere."""

    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> str:
        """How precisely the point is known."""
        if self.day:
            return "day"
        return "month" if self.month else "quarter" if self.quarter else "year"

    def completed_by(self, other: "Point") -> "Point":
        """Return the point with the year, and a lone day with the month, of another."""
        is_lone_day = self.day and not self.month
        return replace(
            self,
            year=self.year or other.year,
            month=other.month if is_lone_day else self.month,
        )

    def first_day(self) -> date:
        """Return the first day.

        Raises:
            Refused: if the calendar, or this project, has no such day.
        """
        if self.day and not self.month:
            raise Refused(Why.UNREADABLE)
        if self.year is None:
            raise Refused(Why.NO_YEAR)
        if not FIRST_DAY.year <= self.year <= LAST_DAY.year:
            raise Refused(Why.FAR)
        month = 3 * self.quarter - 2 if self.quarter else self.month or 1
        if not 1 <= month <= 12:
            raise Refused(Why.NO_SUCH_MONTH, month=month)
        last = monthrange(self.year, month)[1]
        if self.day and self.day > last:
            raise Refused(Why.NO_SUCH_DAY, first=date(self.year, month, 1), last=last)
        return date(self.year, month, self.day or 1)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    if len(digits) == 2:
        raise Refused(Why.SHORT_YEAR, year=digits)
    if len(digits) != 4:
        raise Refused(Why.FAR)
    return int(digits)


def _day(digits: str) -> int:
    return int(digits) or 99  # There is no day 0, as there is no day 99.


def _iso(year: str, month: str | None = None, day: str | None = None) -> Point:
    number = None if month is None else int(month) or 99
    return Point(_year(year), month=number, day=None if day is None else _day(day))


def _day_month_year(day: str, month: str, year: str) -> Point:
    return Point(_year(year), month=int(month) or 99, day=_day(day))


def _slashes(first: str, second: str, year: str) -> Point:
    """Read a date whose parts stand in an order that only one of the two readings allows."""
    one, other = int(first), int(second)
    if one != other and 1 <= one <= 12 and 1 <= other <= 12:
        raise Refused(Why.AMBIGUOUS, year=_year(year), first=one, second=other)
    day, month = (second, first) if other > 12 else (first, second)
    return _day_month_year(day, month, year)


def _named(word: str, year: str | None = None, day: str | None = None) -> Point | None:
    month = month_of(word)
    if month is None:
        return None
    return Point(_year(year), month=month, day=None if day is None else _day(day))


def _in_quarter(word: str, year: str | None = None) -> Point | None:
    quarter = quarter_of(word)
    return None if quarter is None else Point(_year(year), quarter=quarter)


_FORMS: tuple[tuple[str, Callable[..., Point | None]], ...] = (
    (r"(\d{4,})(?:-(\d{1,2}))?", _iso),
    (r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", lambda y, _, m, d: _iso(y, m, d)),
    (r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})", _day_month_year),
    (r"(\d{1,2})[./](\d{4})", lambda m, y: _iso(y, m)),
    (r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})", _slashes),
    (
        rf"(\d{{1,2}}){_ORDINAL}\.?[ -]?(?:of )?{_WORD}(?:[ -](\d+))?",
        lambda d, w, y: _named(w, y, d),
    ),
    (rf"{_WORD} ?(\d{{1,2}}){_ORDINAL}(?: (\d{{4}}))?", lambda w, d, y: _named(w, y, d)),
    (rf"{_WORD}(?:[ -](?:of )?(\d{{3,}}))?", _named),
    (rf"(\d{{4}})[ -]{_WORD}(?: (\d{{1,2}}))?", lambda y, w, d: _named(w, y, d)),
    (r"q ?([1-4])(?:[ /-]?(\d{2,}))?", _in_quarter),
    (r"(\d{4})[ /-]?q ?([1-4])", lambda y, q: _in_quarter(q, y)),
    (
        rf"(\w+?)(?:(?<=\d){_ORDINAL})?\.?(?:-\w{{1,3}})? {_QUARTER}(?: of)?(?: (\d{{2,}}))?",
        _in_quarter,
    ),
    (r"(\d{4})(?:-\w{2,4})?(?: \w+)? (\w+) " + _QUARTER, lambda y, w: _in_quarter(w, y)),
    (rf"(\d{{1,2}}){_ORDINAL}", lambda d: Point(day=_day(d))),
    (rf"(\d{{1,2}}){_ORDINAL} (\d{{4}})", lambda d, y: Point(_year(y), day=_day(d))),
)
_COMPILED = tuple((re.compile(form), read) for form, read in _FORMS)


def point(text: str) -> Point | None:
    """Read one folded day, month, quarter or year; None where the text is none of them.

    Raises:
        Refused: if it is one that nobody can place.
    """
    for form, read in _COMPILED:
        found = form.fullmatch(text)
        if found and (made := read(*found.groups())):
            return made
    return None
