"""How far each month stands out from what chance would make of the same events."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from balance.compute.arrays import Floats, Integers
from balance.compute.periods import periods

WINDOW = 365  # Days before, and days after.
FEWEST = 8  # Events in each window.
SHUFFLES = 1_000
DUST = 1e-9  # A difference as small as this is rounding.

_AT_ONCE = 50  # Shuffles, so that they fit the memory.


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """Each month that can be tested, against 1,000 shuffles.

    Args:
        month: shape (n,), ordinals of first days, ascending, without those at which no
            shuffle differs from another.
        z: shape (n,), V in standard deviations of the shuffles, from their mean.
        p: shape (n,), family-wise, in (0, 1].

    Source:
        docs/methodology.md, section 6.2.
    """

    month: Integers
    z: Floats
    p: Floats


def scan(day: Integers, cells: Floats, today: int, seed: int, *, whole_weeks: bool) -> Scan:
    """Return how far V stands out at each month.

    Args:
        day: shape (E,), ordinals, ascending, none after today.
        cells: shape (E, 2 K), intensity points, each row's sum above 0.
        today: ordinal; no window reaches beyond it.
        seed: the same seed gives the same shuffles.
        whole_weeks: shuffle ISO weeks instead of events.

    Source:
        docs/methodology.md, section 6.2.
    """
    month = _testable(day, today)
    if not month.size:
        return Scan(month, np.zeros(0), np.zeros(0))
    blocks, days = _blocks(day, cells, whole_weeks)
    edges = window_edges(days, month)
    observed, shuffled = _shifts(blocks[np.newaxis], edges)[0], _shuffled(blocks, edges, seed)
    spread = shuffled.std(axis=0)
    varies = spread > DUST
    mean, spread = shuffled.mean(axis=0)[varies], spread[varies]
    z = (observed[varies] - mean) / spread
    highest = ((shuffled[:, varies] - mean) / spread).max(axis=1, initial=-np.inf)
    reached = (highest[:, np.newaxis] >= z - DUST).sum(axis=0)
    return Scan(month[varies], z, (1 + reached) / (1 + SHUFFLES))


def window_edges(day: Integers, month: Integers) -> Integers:
    """Return where the windows before and after each month begin, meet and end among the days.

    Args:
        day: shape (E,), ordinals, ascending.
        month: shape (n,), ordinals of first days.

    Returns:
        Shape (3, n), indices into `day`.

    Source:
        docs/methodology.md, section 6.2.
    """
    return np.stack([np.searchsorted(day, month + by) for by in (-WINDOW, 0, WINDOW)])


def variation(before: Floats, after: Floats) -> Floats:
    """Return V, half the sum of the absolute changes of the cells' shares.

    Args:
        before: shape (..., 2 K), intensity points, >= 0.
        after: the same shape.

    Returns:
        Shape (...), in [0, 1]; NaN where either has nothing.

    Source:
        docs/methodology.md, section 6.2.
    """
    with np.errstate(invalid="ignore"):
        old = before / before.sum(axis=-1, keepdims=True)
        new = after / after.sum(axis=-1, keepdims=True)
    return np.asarray(np.abs(new - old).sum(axis=-1) / 2)


def _testable(day: Integers, today: int) -> Integers:
    """Return the first days of the months that have two whole windows with enough events."""
    if not day.size:
        return np.zeros(0, dtype=np.int64)
    span = date.fromordinal(int(day[0])), date.fromordinal(today + 1)
    month, _ends = periods(*span, "month")
    begin, middle, end = window_edges(day, month)
    whole = (month - WINDOW >= day[0]) & (month + WINDOW <= today + 1)
    testable = whole & (middle - begin >= FEWEST) & (end - middle >= FEWEST)
    return np.asarray(month[testable])


def _blocks(day: Integers, cells: Floats, whole_weeks: bool) -> tuple[Floats, Integers]:
    """Return what is shuffled, shape (blocks, days of a block, 2 K), and the days' ordinals.

    A week goes to the place of another week with events, and its weekdays stay.
    """
    if not whole_weeks:
        return cells[:, np.newaxis], day
    week, weekday = np.divmod(day - 1, 7)  # Day 1 of the calendar is a Monday.
    weeks, block = np.unique(week, return_inverse=True)
    blocks = np.zeros((weeks.size, 7, cells.shape[1]))
    np.add.at(blocks, (block, weekday), cells)
    return blocks, (weeks[:, np.newaxis] * 7 + 1 + np.arange(7)).ravel()


def _shuffled(blocks: Floats, edges: Integers, seed: int) -> Floats:
    """Return V at each month for every shuffle, shape (SHUFFLES, n)."""
    rng = np.random.default_rng(seed)
    some = (min(_AT_ONCE, SHUFFLES - done) for done in range(0, SHUFFLES, _AT_ONCE))
    return np.concatenate(
        [_shifts((rng.permutation(blocks) for _ in range(count)), edges) for count in some]
    )


def _shifts(arrangements: Iterable[Floats], edges: Integers) -> Floats:
    """Return V at each month for each arrangement; NaN where a window has come to hold nothing."""
    cuts, place = np.unique(edges, return_inverse=True)
    pieces = np.stack(
        [
            np.add.reduceat(blocks.reshape(-1, blocks.shape[-1])[: cuts[-1]], cuts[:-1], axis=0)
            for blocks in arrangements
        ]
    )
    sums = np.concatenate([np.zeros_like(pieces[:, :1]), pieces.cumsum(axis=1)], axis=1)
    begin, middle, end = (sums[:, edge] for edge in place.reshape(edges.shape))
    return variation(middle - begin, end - middle)
