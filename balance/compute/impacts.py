"""What each event gives to each pole, per day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from balance.compute.arrays import Floats, Integers
from balance.compute.attribution import Attribution
from balance.compute.world import DIMENSIONS, Event, World


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Parts of events to count, one row per event, partner and pole on the first day.

    Args:
        event: shape (m,), event ids.
        pole: shape (m,), index in 0..K, where K is OTHER.
        dimension: shape (m,), index into DIMENSIONS.
        begun: shape (m,), the event's first day, ordinal.
        ended: shape (m,), the event's first day out, ordinal.
        share: shape (m,), a(e, p) on the first day, unitless, in (0, 1]; one event's sum to 1.

    Source:
        docs/methodology.md, section 3.3.
    """

    event: Integers
    pole: Integers
    dimension: Integers
    begun: Integers
    ended: Integers
    share: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Impacts:
    """Daily impacts, one row per event, partner, piece of constant weights, and pole.

    Rows are in the order (first day of the event, event id), and every sum runs in it.

    Args:
        event: shape (n,), event ids.
        pole: shape (n,), index in 0..K, where K is OTHER.
        dimension: shape (n,), index into DIMENSIONS.
        first: shape (n,), first day of the piece, ordinal.
        stop: shape (n,), first day out of the piece, ordinal.
        cooperation: shape (n,), intensity points per day, >= 0.
        conflict: shape (n,), intensity points per day, >= 0.
        counts: the same events for counting, confidence and intensity left out.

    Source:
        docs/methodology.md, section 2.5.
    """

    event: Integers
    pole: Integers
    dimension: Integers
    first: Integers
    stop: Integers
    cooperation: Floats
    conflict: Floats
    counts: Counts


def impacts(events: Iterable[Event], world: World, focus: str) -> Impacts:
    """Return what every event gives to every pole on each of its days.

    An event that does not involve the focus, or has no partners, gives no row.

    Args:
        events: in any order; ids are unique.
        world: the scheme's poles and memberships.
        focus: code of the actor whose foreign policy is tracked.

    Returns:
        Rows in the order (first day, event id, partner, piece, pole). Summed over an
        event's days, poles and OTHER, its impact is confidence times absolute intensity.

    Raises:
        AffiliationCircle, WeightInvalid, WeightsAboveOne: as Attribution.

    Source:
        docs/methodology.md, sections 2.3 to 2.5.
    """
    attribution = Attribution(world)
    index = {pole: at for at, pole in enumerate(world.poles)}
    rows: list[tuple[float, ...]] = []
    for event in sorted(events, key=lambda event: (event.start, event.id)):
        rows.extend(_rows(event, attribution, index, focus))
    return _as_arrays(rows)


def without_events(found: Impacts, events: Iterable[int]) -> Impacts:
    """Return the impacts as if some events had not been, in the same order.

    Args:
        found: of any events.
        events: ids; those without impacts change nothing.

    Source:
        docs/methodology.md, section 5.5.
    """
    left_out = np.array(sorted(events), dtype=np.int64)
    rows, counted = ~np.isin(found.event, left_out), ~np.isin(found.counts.event, left_out)
    columns = ("event", "pole", "dimension", "first", "stop", "cooperation", "conflict")
    of_counts = ("event", "pole", "dimension", "begun", "ended", "share")
    return Impacts(
        **{name: getattr(found, name)[rows] for name in columns},
        counts=Counts(**{name: getattr(found.counts, name)[counted] for name in of_counts}),
    )


def _rows(
    event: Event, attribution: Attribution, index: dict[str, int], focus: str
) -> Iterator[tuple[float, ...]]:
    """Yield one row per partner, piece and pole; OTHER, in no index, is the pole K."""
    dimension = DIMENSIONS.index(event.dimension)
    begun, ended = event.start.toordinal(), event.end.toordinal()
    points = event.confidence * event.intensity / (ended - begun)
    for partner, share in attribution.partners(event, focus).items():
        for start, end, weights in attribution.spans(partner, event.start, event.end):
            first, stop = start.toordinal(), end.toordinal()
            for pole, weight in weights.items():
                at = index.get(pole, len(index))
                part = share * weight
                yield event.id, at, dimension, first, stop, begun, ended, part, points


def _as_arrays(rows: list[tuple[float, ...]]) -> Impacts:
    columns = list(zip(*rows, strict=True)) or [()] * 9
    event, pole, dimension, first, stop, begun, ended = (
        np.array(column, dtype=np.int64) for column in columns[:7]
    )
    part, points = (np.array(column, dtype=np.float64) for column in columns[7:])
    opening = first == begun  # Counting reads the weights of the first day only.
    return Impacts(
        event=event,
        pole=pole,
        dimension=dimension,
        first=first,
        stop=stop,
        cooperation=part * np.maximum(points, 0.0),
        conflict=part * np.maximum(-points, 0.0),
        counts=Counts(
            event=event[opening],
            pole=pole[opening],
            dimension=dimension[opening],
            begun=begun[opening],
            ended=ended[opening],
            share=part[opening],
        ),
    )
