"""Calendar periods cut to a span of days."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from balance.compute.arrays import Integers

_EPOCH = date(1970, 1, 1).toordinal()


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


# The running number of the period that holds a day.
_NUMBER: dict[str, Callable[[date], int]] = {
    "day": lambda day: day.toordinal(),
    "week": lambda day: (day.toordinal() - 1) // 7,  # Day 1 of the calendar is a Monday.
    "month": _months,
    "quarter": lambda day: _months(day) // 3,
    "year": lambda day: day.year,
}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
STEPS = tuple(_NUMBER)


class EmptySpan(ValueError):
    """The span of days ends where it starts, or before."""


class UnknownStep(ValueError):
    """The step is none of STEPS."""


def count_periods(start: date, end: date, step: str) -> int:
    """Return how many periods `periods` would give, without making them.

    Raises:
        EmptySpan: if `end` is not after `start`.
        UnknownStep: if the step is none of STEPS.
    """
    first, last = _numbers(start, end, step)
    return last - first + 1


def periods(start: date, end: date, step: str) -> tuple[Integers, Integers]:
    """Return the calendar periods of [start, end), the outer ones cut to it.

    Args:
        start: first day.
        end: first day out, after `start`.
        step: day, week (ISO, from Monday), month, quarter or year.

    Returns:
        First days and first days out, each shape (n,), ordinals, ascending; each
        period begins where the one before it ended.

    Raises:
        EmptySpan: if `end` is not after `start`.
        UnknownStep: if the step is none of STEPS.

    Source:
        docs/methodology.md, section 3.4.
    """
    first, last = _numbers(start, end, step)
    edges = _first_days(np.arange(first, last + 2, dtype=np.int64), step)
    edges[0], edges[-1] = start.toordinal(), end.toordinal()
    return edges[:-1].copy(), edges[1:].copy()


def _numbers(start: date, end: date, step: str) -> tuple[int, int]:
    if step not in _NUMBER:
        raise UnknownStep(f"step is {step!r}, expected one of {', '.join(STEPS)}")
    if not start < end:
        raise EmptySpan(f"the span ends on {end}, expected a day after {start}")
    number = _NUMBER[step]
    return number(start), number(end - timedelta(days=1))


def _first_days(numbers: Integers, step: str) -> Integers:
    if step == "day":
        return numbers
    if step == "week":
        return numbers * 7 + 1
    months = numbers * _MONTHS[step] - 1970 * 12
    days = months.astype("datetime64[M]").astype("datetime64[D]")
    return days.astype(np.int64) + _EPOCH
