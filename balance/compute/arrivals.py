"""What arrives in each period, by cluster: the sparse rows that resampling weighs anew."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from balance.compute.arrays import Floats, Integers
from balance.compute.decay import remaining, remaining_sum
from balance.compute.impacts import Impacts
from balance.compute.resampling import Clusters

_BEFORE_ALL = -(10**7)


@dataclass(frozen=True, slots=True, eq=False)
class Arrivals:
    """What one count of each cluster brings to the periods.

    Rows are in the order (period, column), and every sum runs in it.

    Args:
        period: shape (m,), index of the period, ascending.
        cluster: shape (m,), index of the cluster.
        column: shape (m,), pole index for cooperation, K + pole index for conflict.
        amount: shape (m,), intensity points at the period's end, > 0, for a count of 1.
        rate: shape (clusters,), mean count of a draw, in [0, 1].
        ends: shape (n,), ordinals of the periods' first days out, ascending.
        half_life: days, or None for flows.
        poles: K.

    Source:
        docs/methodology.md, section 5.1.
    """

    period: Integers
    cluster: Integers
    column: Integers
    amount: Floats
    rate: Floats
    ends: Integers
    half_life: float | None
    poles: int


def arrivals(
    impacts: Impacts,
    clusters: Clusters,
    *,
    poles: int,
    dimension_weights: npt.ArrayLike,
    starts: Integers,
    ends: Integers,
    half_life: float | None,
) -> Arrivals:
    """Return what the events bring to each period, confidence taken out.

    Args:
        impacts: of any days; OTHER is left out.
        clusters: of all those events.
        poles: K.
        dimension_weights: shape (D,), unitless, each >= 0.
        starts: shape (n,), ordinals of the periods' first days, ascending.
        ends: shape (n,), ordinals of their first days out; each is the next start.
        half_life: days, > 0: amounts are what is left at the period's end, and the first
            period holds all that came before. None: the plain sum of the period's days.

    Source:
        docs/methodology.md, sections 3.1, 3.2 and 5.1.
    """
    opening = _openings(starts, half_life)
    kept = np.flatnonzero((impacts.pole < poles) & (impacts.cooperation + impacts.conflict > 0))
    met, period = _meetings(impacts.first[kept], impacts.stop[kept], opening, ends)
    row = kept[met]
    first = np.maximum(impacts.first[row], opening[period])
    stop = np.minimum(impacts.stop[row], ends[period])
    points = (impacts.cooperation + impacts.conflict)[row]  # One of the two is 0.
    weight = np.asarray(dimension_weights, dtype=np.float64)[impacts.dimension[row]]
    cluster = clusters.cluster[np.searchsorted(clusters.event, impacts.event[row])]
    left = points * weight * _days_left(first, stop, ends[period], half_life)
    column = impacts.pole[row] + poles * (impacts.conflict[row] > 0)
    rows = _in_order(period, cluster, column, left / clusters.rate[cluster])
    return Arrivals(*rows, clusters.rate, ends, half_life, poles)


def weekly_arrivals(
    cooperation: Floats,
    conflict: Floats,
    first_day: int,
    *,
    starts: Integers,
    ends: Integers,
    half_life: float | None,
) -> Arrivals:
    """Return what the weeks of each pole bring to each period, for more events than can be drawn.

    A cluster is an ISO week of one pole, its cooperation and its conflict together.

    Args:
        cooperation: shape (K, days), intensity points, >= 0, without OTHER.
        conflict: as cooperation.
        first_day: ordinal of their first day.
        starts: shape (n,), ordinals of the periods' first days, ascending.
        ends: shape (n,), ordinals of their first days out; each is the next start.
        half_life: as in `arrivals`.

    Source:
        docs/methodology.md, sections 3.1, 3.2 and 5.1.
    """
    poles, days = cooperation.shape
    day = first_day + np.arange(days)
    week = _week(day) - _week(first_day)
    inside = slice(*np.searchsorted(day, [_openings(starts, half_life)[0], ends[-1]]))
    period = np.searchsorted(ends, day[inside], side="right")
    x = np.concatenate([cooperation, conflict])[:, inside]
    if half_life is not None:
        x = x * remaining(ends[period] - 1 - day[inside], half_life)
    parts = np.flatnonzero(np.diff(period, prepend=-1) | np.diff(week[inside], prepend=-1))
    sums = np.add.reduceat(x, parts, axis=1) if parts.size else x
    column, part = np.nonzero(sums > 0)
    cluster = week[inside][parts][part] * poles + column % poles
    rows = _in_order(period[parts][part], cluster, column, sums[column, part])
    rate = np.ones((week[-1] + 1) * poles if days else 0)
    return Arrivals(*rows, rate, ends, half_life, poles)


def _in_order(
    period: Integers, cluster: Integers, column: Integers, amount: Floats
) -> tuple[Integers, Integers, Integers, Floats]:
    """Return the rows in the order (period, column), without those that bring nothing."""
    order = np.lexsort((column, period))
    order = order[amount[order] > 0]
    return period[order], cluster[order], column[order], amount[order]


def _week(day: npt.ArrayLike) -> Integers:
    """Return the running number of the ISO week; day 1 of the calendar is a Monday."""
    return (np.asarray(day, dtype=np.int64) - 1) // 7


def _openings(starts: Integers, half_life: float | None) -> Integers:
    """Return where the periods begin: a stock's first one with all that came before."""
    opening = np.array(starts, dtype=np.int64)
    if half_life is not None:
        opening[:1] = _BEFORE_ALL
    return opening


def _meetings(
    first: Integers, stop: Integers, starts: Integers, ends: Integers
) -> tuple[Integers, Integers]:
    """Return each pair of a span and a period that share a day."""
    begin = np.searchsorted(ends, first, side="right")
    end = np.searchsorted(starts, stop, side="left")
    lengths = np.maximum(end - begin, 0)
    span = np.repeat(np.arange(first.size), lengths)
    offset = np.arange(span.size) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return span, np.repeat(begin, lengths) + offset


def _days_left(first: Integers, stop: Integers, ends: Integers, half_life: float | None) -> Floats:
    """Return what 1 a day on [first, stop) amounts to at the period's end."""
    if half_life is None:
        return (stop - first).astype(np.float64)
    return remaining_sum(ends - stop, stop - first, half_life)
