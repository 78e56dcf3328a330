"""When the composition of relations changed for good: a scan with family-wise control."""

from dataclasses import dataclass

import numpy as np

from balance.compute.arrays import Booleans, Floats, Integers
from balance.compute.impacts import Impacts
from balance.compute.scan import DUST, Scan, scan, variation, window_edges

PIVOT, WEAK = 0.05, 0.2  # Family-wise p up to which a month is told as the one or the other.
MOVERS = 5  # Events told with each.

_APART = 190  # Days: six months each side, and not seven.


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Events as points: all that each gave to the poles, on its first day.

    Args:
        event: shape (E,), ids, in the order (first day, id).
        day: shape (E,), ordinals, ascending.
        cells: shape (E, 2 K), intensity points: cooperation of each pole, then conflict;
            each event's sum is above 0.

    Source:
        docs/methodology.md, section 6.2.
    """

    event: Integers
    day: Integers
    cells: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One month at which the composition changed, or may have.

    Args:
        day: ordinal of the month's first day.
        shift: V, total variation between the cells' shares, in [0, 1].
        z: V in standard deviations of the shuffles, from their mean.
        p: family-wise, in (0, 1].
        before: number of events in the window before.
        after: number of events in the window after.
        shares_before: shape (2 K,), in [0, 1], summing to 1.
        shares_after: as shares_before.
        events: ids of up to five events without which V would be smaller, most so first.

    Source:
        docs/methodology.md, section 6.2.
    """

    day: int
    shift: float
    z: float
    p: float
    before: int
    after: int
    shares_before: Floats
    shares_after: Floats
    events: list[int]

    @property
    def is_pivot(self) -> bool:
        """Say whether this is a pivot; otherwise it is a weak sign."""
        return self.p <= PIVOT


def points(impacts: Impacts, poles: int) -> Points:
    """Return the events that gave anything to a pole, each with all it gave.

    Args:
        impacts: without the events that are left out, which are those known only by year.
        poles: K.

    Source:
        docs/methodology.md, section 6.2.
    """
    event, row = np.unique(impacts.event, return_inverse=True)
    days = impacts.stop - impacts.first
    kept = impacts.pole < poles
    at, pole = row[kept], impacts.pole[kept]
    cells = np.zeros((event.size, 2 * poles))
    np.add.at(cells, (at, pole), (impacts.cooperation * days)[kept])
    np.add.at(cells, (at, poles + pole), (impacts.conflict * days)[kept])
    day = np.full(event.size, np.iinfo(np.int64).max)
    np.minimum.at(day, row, impacts.first)
    order = np.lexsort((event, day))
    order = order[cells[order].sum(axis=1) > 0]
    return Points(event[order], day[order], cells[order])


def changes(found: Points, today: int, seed: int, *, whole_weeks: bool = False) -> list[Change]:
    """Return the months at which the composition changed, pivots and weak signs, in time order.

    Args:
        found: events as points; those after today are left out.
        today: ordinal; no window reaches beyond it.
        seed: the same seed gives the same p.
        whole_weeks: shuffle ISO weeks instead of events, as machine-coded records need.

    Returns:
        The local maxima of z with a family-wise p of at most 0.2.

    Source:
        docs/methodology.md, section 6.2.
    """
    stop = int(np.searchsorted(found.day, today, side="right"))
    known = Points(found.event[:stop], found.day[:stop], found.cells[:stop])
    scanned = scan(known.day, known.cells, today, seed, whole_weeks=whole_weeks)
    told = np.flatnonzero(_peaks(scanned) & (scanned.p <= WEAK))
    return [_change(known, scanned, int(at)) for at in told]


def _peaks(scanned: Scan) -> Booleans:
    """Say which months are the highest within six months each side; the first of equals."""
    if not scanned.month.size:
        return np.zeros(0, dtype=bool)
    near = np.abs(scanned.month[:, np.newaxis] - scanned.month) <= _APART
    rivals = np.where(near, scanned.z, -np.inf)
    return np.asarray(rivals.argmax(axis=1) == np.arange(scanned.z.size))


def _change(found: Points, scanned: Scan, at: int) -> Change:
    begin, middle, end = window_edges(found.day, scanned.month[at]).tolist()
    before, after = found.cells[begin:middle].sum(axis=0), found.cells[middle:end].sum(axis=0)
    return Change(
        day=int(scanned.month[at]),
        shift=float(variation(before, after)),
        z=float(scanned.z[at]),
        p=float(scanned.p[at]),
        before=middle - begin,
        after=end - middle,
        shares_before=before / before.sum(),
        shares_after=after / after.sum(),
        events=_movers(found.event[begin:end], found.cells[begin:end], middle - begin),
    )


def _movers(event: Integers, cells: Floats, cut: int) -> list[int]:
    """Return the events without which V would be lowest, if lower than it is."""
    before, after = cells[:cut].sum(axis=0), cells[cut:].sum(axis=0)
    is_before = np.arange(len(cells))[:, np.newaxis] < cut
    without = variation(
        before - np.where(is_before, cells, 0), after - np.where(is_before, 0, cells)
    )
    order = np.argsort(without, kind="stable")[:MOVERS]
    told = order[without[order] < variation(before, after) - DUST]
    return [int(event[at]) for at in told]
