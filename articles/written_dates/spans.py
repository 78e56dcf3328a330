"""Half-open spans of days and their precisions, without Django."""

from datetime import date, timedelta
from typing import NamedTuple

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
LENGTHS = {"month": 1, "quarter": 3, "year": 12}


class Span(NamedTuple):
    """From the first day in to the first day out, and how precisely that is known.

    The precision is day, span, month, quarter or year, as balance's `Precision` has it.
    """

    start: date
    end: date
    precision: str


def months_later(first: date, months: int) -> date:
    """Return the first day of the month so many months after the month of `first`."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def end_of(first: date, precision: str) -> date:
    """Return the first day out of the day, month, quarter or year that begins on `first`."""
    if precision == "day":
        return first + timedelta(days=1)
    return months_later(first, LENGTHS[precision])
