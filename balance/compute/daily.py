"""Impacts summed by dimension, pole and day."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from balance.compute.arrays import Floats, Integers
from balance.compute.impacts import Impacts
from balance.compute.world import DIMENSIONS

_ANY_YEAR = 2000  # Of the arrays of no events.
_BLOCK = 1_000_000  # Days spread at a time, so that long events do not fill the memory.


@dataclass(frozen=True, slots=True, eq=False)
class Daily:
    """Sums per dimension, pole and day, from `first_day` on.

    Args:
        first_day: ordinal of the first day of every array.
        cooperation: shape (D, K + 1, days), intensity points, >= 0; the last pole is OTHER.
        conflict: as cooperation.
        begun: shape (D, K + 1, days), events by their first day, >= 0.
        ended: shape (D, K + 1, days), the same events by their first day out.

    Source:
        docs/methodology.md, sections 2.5 and 3.3.
    """

    first_day: int
    cooperation: Floats
    conflict: Floats
    begun: Floats
    ended: Floats


def daily(impacts: Impacts, first_day: int, stop_day: int, poles: int) -> Daily:
    """Return the sums of the days [first_day, stop_day).

    Every cell adds its impacts one by one in their order, so a day's numbers are the
    same to the last bit whatever other days are asked for with it.

    Args:
        impacts: of any days; those outside the span are left out.
        first_day: ordinal.
        stop_day: first day out, ordinal, >= first_day.
        poles: K, without OTHER.

    Raises:
        ValueError: if the span is inverted.

    Source:
        docs/methodology.md, sections 2.5, 3.3 and 9.
    """
    if stop_day < first_day:
        raise ValueError(f"stop_day is {stop_day}, expected {first_day} or later")
    days = stop_day - first_day
    shape = (len(DIMENSIONS), poles + 1, days)
    counts = impacts.counts

    def lane(pole: Integers, dimension: Integers) -> Integers:
        return (dimension * (poles + 1) + pole) * days

    def spread(values: Floats, first: Integers, stop: Integers, lane: Integers) -> Floats:
        kept = (values != 0) & (first < stop_day) & (stop > first_day)
        start = np.maximum(first[kept], first_day)
        lengths = np.minimum(stop[kept], stop_day) - start
        cells = lane[kept] + start - first_day
        return _sum_in_order(values[kept], cells, lengths, shape[0] * shape[1] * days)

    impact_lane = lane(impacts.pole, impacts.dimension)
    count_lane = lane(counts.pole, counts.dimension)
    sums = (
        spread(impacts.cooperation, impacts.first, impacts.stop, impact_lane),
        spread(impacts.conflict, impacts.first, impacts.stop, impact_lane),
        spread(counts.share, counts.begun, counts.begun + 1, count_lane),
        spread(counts.share, counts.ended, counts.ended + 1, count_lane),
    )
    return Daily(first_day, *(total.reshape(shape) for total in sums))


def whole_years(impacts: Impacts, poles: int) -> Daily:
    """Return the sums of every year in which an event has a day, or its first day out.

    Args:
        impacts: of any days.
        poles: K, without OTHER.

    Source:
        docs/methodology.md, sections 2.5, 3.3 and 9.
    """
    return daily(impacts, *years_of(impacts), poles)


def years_of(impacts: Impacts) -> tuple[int, int]:
    """Return the first day, and the first day out, of the years that `whole_years` sums.

    Args:
        impacts: of any days.

    Returns:
        Ordinals: 1 January of the first year, and of the year after the last. Without events
        any one year.

    Source:
        docs/methodology.md, section 9.
    """
    begun, ended = impacts.counts.begun, impacts.counts.ended
    first, last = (_year(begun.min()), _year(ended.max())) if begun.size else (_ANY_YEAR, _ANY_YEAR)
    return date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal()


def _year(ordinal: np.int64) -> int:
    return date.fromordinal(int(ordinal)).year


def _sum_in_order(values: Floats, cells: Integers, lengths: Integers, size: int) -> Floats:
    """Add values[i] to the lengths[i] cells from cells[i] on, row after row.

    `np.add.at` adds in the order of its indices, so the blocks leave no trace in the sums.
    """
    total = np.zeros(size)
    after = np.cumsum(lengths)
    cuts = np.searchsorted(after, np.arange(_BLOCK, after[-1] if after.size else 0, _BLOCK))
    for rows in np.split(np.arange(values.size), np.unique(cuts)):
        if rows.size:
            here = lengths[rows]
            offset = np.repeat(cells[rows] - (np.cumsum(here) - here), here)
            np.add.at(total, offset + np.arange(offset.size), np.repeat(values[rows], here))
    return total
