"""How sure the numbers are: what they would be had other events been found."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from balance.compute.arrays import Floats, Integers
from balance.compute.arrivals import Arrivals
from balance.compute.decay import remaining
from balance.compute.measures import Measures
from balance.compute.resampling import Counts, poisson_counts

ENOUGH = 500  # Draws with a value, under which there is no interval.
LOW, HIGH = 0.05, 0.95

_BLOCK = 32  # Periods at a time, so that daily intervals do not fill the memory.
_ROWS = 2_000  # Arrivals at a time, for the same reason.
_TIE = 1e-9  # Shares closer than this, relatively, are alike but for rounding.


@dataclass(frozen=True, slots=True, eq=False)
class Intervals:
    """90 % intervals of K poles at n points, and who leads; NaN where there is none.

    Args:
        share: shape (2, K, n), low and high, in [0, 1].
        friction: as share.
        tone: shape (2, K, n), in (-1, 1).
        balance: shape (2, n), in [0, 1].
        effective_poles: shape (2, n), in [1, K].
        lead: shape (K, n), the part of the draws in which the pole's share is the largest,
            in [0, 1]; poles that are largest together have a part each.

    Source:
        docs/methodology.md, section 5.
    """

    share: Floats
    friction: Floats
    tone: Floats
    balance: Floats
    effective_poles: Floats
    lead: Floats


def intervals(arrived: Arrivals, point: Measures, kappa: float, seed: int) -> Intervals:
    """Return the intervals of every measure, each draw weighing the clusters by its counts.

    Args:
        arrived: what a count of 1 of each cluster brings to n periods.
        point: the measures themselves, at the same n points.
        kappa: intensity points, > 0.
        seed: of the data version; the same seed gives the same intervals.

    Returns:
        No interval where the measure is null, or is null in more than half of the draws.

    Source:
        docs/methodology.md, sections 5.1 and 5.2.
    """
    counts = poisson_counts(arrived.rate, seed)
    blocks = [_summary(levels, kappa) for levels in _levels(arrived, counts)]
    share, friction, tone, balance, effective, lead = (
        np.concatenate(parts, axis=-1) for parts in zip(*blocks, strict=True)
    )
    return Intervals(
        share=_where_known(share, point.share),
        friction=_where_known(friction, point.friction),
        tone=_where_known(tone, point.tone),
        balance=_moved(balance, point.balance, 0.0, 1.0),
        effective_poles=_moved(effective, point.effective_poles, 1.0, float(arrived.poles)),
        lead=_where_known(lead, point.share),
    )


def _levels(arrived: Arrivals, counts: Counts) -> Iterator[Floats]:
    """Yield the levels of some periods after another, each shape (2 K, periods, draws)."""
    columns, periods = 2 * arrived.poles, arrived.ends.size
    cell = arrived.period * columns + arrived.column
    edges = np.searchsorted(cell, np.arange(periods * columns + 1))
    kept = _kept(arrived)
    level = np.zeros((columns, counts.shape[1]))
    for begin in range(0, periods, _BLOCK):
        block = np.empty((columns, min(_BLOCK, periods - begin), counts.shape[1]))
        for at in range(begin, begin + block.shape[1]):
            with np.errstate(under="ignore"):
                level *= kept[at]
                _add(level, arrived, counts, edges[at * columns : (at + 1) * columns + 1])
            block[:, at - begin] = level
        yield block


def _kept(arrived: Arrivals) -> Floats:
    """Return what each period leaves of the one before: of a flow, nothing."""
    kept = np.zeros(arrived.ends.size)
    if arrived.half_life is not None:
        kept[1:] = remaining(np.diff(arrived.ends), arrived.half_life)
    return kept


def _add(level: Floats, arrived: Arrivals, counts: Counts, edges: Integers) -> None:
    """Add what one period brought, each column's arrivals in their order.

    Not a matrix product: those share their work out over threads, which wait for each other
    on a busy machine, and round differently with the number of rows.
    """
    for column in np.flatnonzero(np.diff(edges)):
        for first in range(edges[column], edges[column + 1], _ROWS):
            rows = slice(first, min(first + _ROWS, edges[column + 1]))
            drawn = counts[arrived.cluster[rows]].astype(np.float64)
            level[column] += np.einsum("i,ij->j", arrived.amount[rows], drawn)


def _summary(levels: Floats, kappa: float) -> tuple[Floats, ...]:
    """Return low and high of the measures, the mean too of those that need it, and the lead."""
    plus, minus = np.split(levels, 2)
    with np.errstate(invalid="ignore", divide="ignore", under="ignore"):
        share = plus / plus.sum(axis=0)
        met = plus + minus
        tone = np.where(met > 0, (plus - minus) / (met + kappa), np.nan)
        logs = np.log(share, out=np.zeros_like(share), where=share > 0)
        entropy = -(share * logs).sum(axis=0)
        balance = entropy / np.log(len(share))
        return (
            _ends(share),
            _ends(minus / minus.sum(axis=0)),
            _ends(tone),
            _ends_and_mean(balance),
            _ends_and_mean(np.exp(entropy)),
            _lead(share),
        )


def _ends(values: Floats) -> Floats:
    """Return the 5th and 95th percentile over the draws, the last axis."""
    ordered = np.sort(values, axis=-1)  # NaN comes last.
    valid = _valid(values)
    found = np.stack([_quantile(ordered, valid, part) for part in (LOW, HIGH)])
    return np.where(valid >= ENOUGH, found, np.nan)


def _ends_and_mean(values: Floats) -> Floats:
    mean = np.nansum(values, axis=-1) / np.maximum(_valid(values), 1)
    return np.concatenate([_ends(values), mean[np.newaxis]])


def _quantile(ordered: Floats, valid: Integers, part: float) -> Floats:
    """Interpolate between the two nearest of the first `valid` values."""
    last = np.maximum(valid - 1, 0)
    place = part * last
    below = np.floor(place).astype(np.int64)
    low, high = (
        np.take_along_axis(ordered, at[..., np.newaxis], axis=-1)[..., 0]
        for at in (below, np.minimum(below + 1, last))
    )
    return np.asarray(low + (high - low) * (place - below))


def _lead(share: Floats) -> Floats:
    """Return in what part of the draws each pole's share is the largest."""
    first = share >= share.max(axis=0) * (1 - _TIE)  # False where the shares are null.
    valid = _valid(share[0])
    part = (first / np.maximum(first.sum(axis=0), 1)).sum(axis=-1)
    return np.where(valid >= ENOUGH, part / np.maximum(valid, 1), np.nan)


def _valid(values: Floats) -> Integers:
    """Return how many draws have a value."""
    return np.asarray((~np.isnan(values)).sum(axis=-1))


def _where_known(interval: Floats, point: Floats) -> Floats:
    return np.where(np.isnan(point), np.nan, interval)


def _moved(found: Floats, point: Floats, least: float, most: float) -> Floats:
    """Move the percentiles by what resampling takes from the value on average; clip them."""
    *ends, mean = found
    return _where_known(np.clip(np.stack(ends) + (point - mean), least, most), point)
