"""Each event's exact part in the change of a stock between two days."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from balance.compute.arrays import Floats, Integers
from balance.compute.decay import check_half_life, lost, remaining_sum
from balance.compute.impacts import Impacts

ARRIVED = "arrived"
FADED = "faded"

_Pair = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Level:
    """A pole's stock at the end of a day, in intensity points, >= 0."""

    cooperation: float
    conflict: float


@dataclass(frozen=True, slots=True, eq=False)
class Contributions:
    """What moved a pole's stock from `before` to `after`.

    Args:
        event: shape (n,), event ids, in the order of the impacts; an event that has days on
            both sides of the first day comes twice, faded first.
        part: n words, arrived (days after the first day) or faded (days up to it).
        cooperation: shape (n,), intensity points; >= 0 if arrived, <= 0 if faded.
        conflict: as cooperation.
        before: the stock at the end of the first day, by direct sum.
        after: the stock at the end of the second day, by direct sum.

    Source:
        docs/methodology.md, section 6.1.
    """

    event: Integers
    part: list[str]
    cooperation: Floats
    conflict: Floats
    before: Level
    after: Level


def contributions(
    impacts: Impacts,
    pole_index: int,
    from_day: int,
    to_day: int,
    half_life: float,
    dimension_weights: npt.ArrayLike,
) -> Contributions:
    """Return each event's contribution to the change of a pole's stock.

    Contributions of exactly 0, to cooperation and to conflict, are left out.

    Args:
        impacts: all that may matter, also long before from_day.
        pole_index: in 0..K, where K is OTHER.
        from_day: ordinal; the stock is taken at its end.
        to_day: ordinal, >= from_day.
        half_life: days, > 0 and finite.
        dimension_weights: shape (D,), unitless, each >= 0.

    Returns:
        Contributions that sum to `after` less `before` within 1e-9.

    Raises:
        ValueError: if from_day is after to_day, or half_life is not positive and finite.

    Source:
        docs/methodology.md, section 6.1.
    """
    check_half_life(half_life)
    if from_day > to_day:
        raise ValueError(f"from_day is {from_day}, expected {to_day} or earlier")
    rows = np.flatnonzero(impacts.pole == pole_index)
    begun = _first_rows(impacts.event[rows])
    arrived, faded = [], []
    for x in _per_day(impacts, rows, dimension_weights):
        span = x, impacts.first[rows], impacts.stop[rows]
        old = _left_of(*span, from_day, half_life)
        recent = _left_of(x, np.maximum(span[1], from_day + 1), span[2], to_day, half_life)
        with np.errstate(under="ignore"):
            faded.append(_by_event(-old * lost(to_day - from_day, half_life), begun))
        arrived.append(_by_event(recent, begun))
    return Contributions(
        *_in_order(impacts.event[rows][begun], faded, arrived),
        before=level(impacts, pole_index, from_day, half_life, dimension_weights),
        after=level(impacts, pole_index, to_day, half_life, dimension_weights),
    )


def brought(
    impacts: Impacts,
    poles: int,
    from_day: int,
    to_day: int,
    half_life: float,
    dimension_weights: npt.ArrayLike,
) -> tuple[Integers, Floats, Floats]:
    """Return what each event's days after one day, up to another, have left on that other.

    The contributions that arrived, for all poles at once.

    Args:
        impacts: all that may matter.
        poles: K; OTHER is left out.
        from_day: ordinal; its own impact does not count.
        to_day: ordinal.
        half_life: days, > 0 and finite.
        dimension_weights: shape (D,), unitless, each >= 0.

    Returns:
        The ids, shape (E,), of the events that brought anything, in the order of the impacts,
        and their cooperation and conflict, shape (E, K) each, intensity points, >= 0.

    Raises:
        ValueError: if half_life is not positive and finite.

    Source:
        docs/methodology.md, section 6.1.
    """
    check_half_life(half_life)
    near = (impacts.stop > from_day + 1) & (impacts.first <= to_day)
    rows = np.flatnonzero(near & (impacts.pole < poles))
    begun = np.maximum(impacts.first[rows], from_day + 1)
    event, run = impacts.event[rows], np.zeros(rows.size, dtype=np.int64)
    run[1:] = np.cumsum(event[1:] != event[:-1])  # Rows of an event lie together.
    points = np.zeros((2, int(run[-1]) + 1 if run.size else 0, poles))
    for kind, x in enumerate(_per_day(impacts, rows, dimension_weights)):
        left = _left_of(x, begun, impacts.stop[rows], to_day, half_life)
        np.add.at(points[kind], (run, impacts.pole[rows]), left)
    kept = points.sum(axis=(0, 2)) > 0
    return event[_first_rows(event)][kept], points[0, kept], points[1, kept]


def level(
    impacts: Impacts,
    pole_index: int,
    day: int,
    half_life: float,
    dimension_weights: npt.ArrayLike,
) -> Level:
    """Return a pole's stock at the end of a day, summed directly over the impacts.

    Args:
        impacts: all that may matter, also long before the day.
        pole_index: in 0..K, where K is OTHER.
        day: ordinal.
        half_life: days, > 0 and finite.
        dimension_weights: shape (D,), unitless, each >= 0.

    Raises:
        ValueError: if half_life is not positive and finite.

    Source:
        docs/methodology.md, section 3.1.
    """
    check_half_life(half_life)
    rows = np.flatnonzero(impacts.pole == pole_index)
    first, stop = impacts.first[rows], impacts.stop[rows]
    cooperation, conflict = (
        float(_left_of(x, first, stop, day, half_life).sum())
        for x in _per_day(impacts, rows, dimension_weights)
    )
    return Level(cooperation, conflict)


def _per_day(impacts: Impacts, rows: Integers, dimension_weights: npt.ArrayLike) -> _Pair:
    weight = np.asarray(dimension_weights, dtype=np.float64)[impacts.dimension[rows]]
    return impacts.cooperation[rows] * weight, impacts.conflict[rows] * weight


def _left_of(x: Floats, first: Integers, stop: Integers, day: int, half_life: float) -> Floats:
    """Return what is left, at the end of `day`, of x a day on the days [first, stop) up to it."""
    last = np.minimum(stop, day + 1) - 1
    days = last - first + 1
    total = remaining_sum(np.maximum(day - last, 0), np.maximum(days, 1), half_life)
    with np.errstate(under="ignore"):
        return np.where(days > 0, x * total, 0.0)


def _first_rows(event: Integers) -> Integers:
    """Return where each run of equal ids begins."""
    changes = np.flatnonzero(event[1:] != event[:-1]) + 1
    return np.concatenate([np.arange(min(event.size, 1)), changes])


def _by_event(values: Floats, begun: Integers) -> Floats:
    """Sum the rows of each event, which lie together and begin at `begun`."""
    return np.add.reduceat(values, begun) if begun.size else values


def _in_order(
    event: Integers, faded: list[Floats], arrived: list[Floats]
) -> tuple[Integers, list[str], Floats, Floats]:
    """Interleave what faded and what arrived, and leave out what did neither."""
    cooperation, conflict = (
        np.stack(pair, axis=-1).ravel() + 0.0 for pair in zip(faded, arrived, strict=True)
    )
    kept = (cooperation != 0) | (conflict != 0)
    part = np.tile([FADED, ARRIVED], event.size)[kept].tolist()
    return np.repeat(event, 2)[kept], part, cooperation[kept], conflict[kept]
