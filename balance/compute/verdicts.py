"""Whether a measurable statement came true, by the numbers on the days it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from balance.compute.periods import periods
from balance.compute.statements import Statement

CAME_TRUE, FAILED, UNDECIDED, NO_NUMBER = "came_true", "failed", "undecided", "no_number"
VERDICTS: Final = (CAME_TRUE, FAILED, UNDECIDED, NO_NUMBER)


def days_to_check(statement: Statement, *, from_day: date, today: date) -> list[date]:
    """Return the days up to today at whose end the statement is looked at, in order.

    The end of each month and the last day; of `by` from `from_day`, the first day after it was
    said; of `throughout` from its own first day; of `on` that day alone.
    """
    last = statement.last_day
    if statement.when == "on":
        return [last] if last <= today else []
    start = statement.since.first if statement.since else from_day
    stop = min(last, today)
    if start > stop:
        return []
    _starts, ends = periods(start, stop + timedelta(days=1), "month")
    return [date.fromordinal(end - 1) for end in ends.tolist()]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the numbers say: a word of VERDICTS.

    `at` is the place, among the days looked at, of the one that decided it: where it first held
    or first failed, else the last with numbers; None if there is none. `still`: it has held on
    every later day too.
    """

    verdict: str
    at: int | None
    still: bool = False


def judge(
    statement: Statement,
    numbers: Sequence[tuple[float | None, float | None]],
    *,
    is_over: bool,
) -> Judgement:
    """Judge the statement by the numbers on both sides of its comparison.

    Args:
        statement: of which kind decides what counts.
        numbers: for each day of `days_to_check`, left and right; None is no number.
        is_over: whether its last day is past.
    """
    held = [_holds(statement.comparison, *pair) for pair in numbers]
    known = [at for at, value in enumerate(held) if value is not None]
    last = known[-1] if known else None
    if statement.when == "by" and True in held:
        first = held.index(True)
        return Judgement(CAME_TRUE, first, still=False not in held[first:])
    if statement.when != "by" and False in held:
        return Judgement(FAILED, held.index(False))
    if not is_over:
        return Judgement(UNDECIDED, last)
    if last is None or (statement.when != "by" and None in held):
        return Judgement(NO_NUMBER, last)
    if statement.when == "by":
        return Judgement(FAILED, last)
    return Judgement(CAME_TRUE, last, still=True)


def _holds(comparison: str, left: float | None, right: float | None) -> bool | None:
    if left is None or right is None:
        return None
    match comparison:
        case ">=":
            return left >= right
        case ">":
            return left > right
        case "<=":
            return left <= right
    return left < right
