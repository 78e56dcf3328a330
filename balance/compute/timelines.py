"""An actor's weights in the poles, from the first day there is to the last."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from balance.compute.world import OTHER, OrganisationMembership, PoleMembership

_FIRST = 0
_STOP = date.max.toordinal() + 1
_DUST = 1e-12  # Less than this left over is rounding, not a part for OTHER.

Weights = Mapping[str, float]


class WeightsAboveOne(ValueError):
    """The weights of one actor over the poles sum to more than 1 on some day."""


class Stay(NamedTuple):
    """A weight in a pole over the half-open span of ordinals [first, stop)."""

    first: int
    stop: int
    pole: str
    weight: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Weights that are constant between edges: `weights[i]` holds on [edges[i], edges[i + 1])."""

    edges: tuple[int, ...]
    weights: tuple[Weights, ...]

    def pieces(self, first: int, stop: int) -> list[tuple[int, int, Weights]]:
        """Return the pieces that cover [first, stop), each with its weights.

        Args:
            first: first day, ordinal.
            stop: first day out, ordinal.

        Returns:
            (first, stop, weights) in order, without gaps; empty if stop <= first.
        """
        found = []
        at = bisect_right(self.edges, first) - 1
        while first < stop:
            piece_stop = min(self.edges[at + 1], stop)
            found.append((first, piece_stop, self.weights[at]))
            first, at = piece_stop, at + 1
        return found


def own_timeline(memberships: Iterable[PoleMembership]) -> Timeline:
    """Return the weights that an actor's own memberships give; what is left is OTHER.

    Raises:
        WeightsAboveOne: if the weights of some day sum to more than 1.

    Source:
        docs/methodology.md, section 2.4.
    """
    return _timeline([_stay(m) for m in memberships], _as_stated)


def derived_timeline(
    members: Iterable[OrganisationMembership], own: Mapping[str, tuple[PoleMembership, ...]]
) -> Timeline:
    """Return an organisation's weights: equal over the poles with a full member in it.

    Args:
        members: the full memberships of one organisation.
        own: each actor's own pole memberships; derived ones never enter.

    Source:
        docs/methodology.md, section 2.4.
    """
    stays = []
    for member in members:
        first, stop = _bounds(member.start, member.end)
        for stay in map(_stay, own.get(member.actor, ())):
            both = stay._replace(first=max(first, stay.first), stop=min(stop, stay.stop))
            if both.first < both.stop:
                stays.append(both)
    return _timeline(stays, _equally)


def _timeline(stays: list[Stay], weigh: Callable[[list[Stay]], Weights]) -> Timeline:
    """Cut time where a stay begins or ends, and join neighbours with equal weights."""
    cuts = {_FIRST, _STOP}.union(*((stay.first, stay.stop) for stay in stays))
    edges: list[int] = []
    weights: list[Weights] = []
    for day in sorted(cuts)[:-1]:
        here = weigh([stay for stay in stays if stay.first <= day < stay.stop])
        if not weights or weights[-1] != here:
            edges.append(day)
            weights.append(here)
    return Timeline((*edges, _STOP), tuple(weights))


def _as_stated(stays: list[Stay]) -> Weights:
    weights: dict[str, float] = {}
    for stay in sorted(stays):
        weights[stay.pole] = weights.get(stay.pole, 0.0) + stay.weight
    left = 1.0 - math.fsum(weights.values())
    if left < -_DUST:
        raise WeightsAboveOne(f"Weights {weights} sum to {1.0 - left}, expected at most 1.")
    return {**weights, OTHER: left} if left > _DUST else weights


def _equally(stays: list[Stay]) -> Weights:
    poles = sorted({stay.pole for stay in stays})
    return {pole: 1.0 / len(poles) for pole in poles} or {OTHER: 1.0}


def _stay(membership: PoleMembership) -> Stay:
    first, stop = _bounds(membership.start, membership.end)
    return Stay(first, stop, membership.pole, membership.weight)


def _bounds(start: date | None, end: date | None) -> tuple[int, int]:
    return (
        _FIRST if start is None else start.toordinal(),
        _STOP if end is None else end.toordinal(),
    )
