"""Whom an event is with, and which poles they count for."""

from collections import defaultdict
from datetime import date

from balance.compute.timelines import Timeline, Weights, derived_timeline, own_timeline
from balance.compute.world import (
    PARTIES,
    Event,
    OrganisationMembership,
    PoleMembership,
    World,
)


class AffiliationCircle(ValueError):
    """A chain of affiliations leads back to where it began."""


class WeightInvalid(ValueError):
    """A partner's weight is not positive and finite, or is stated twice and differently."""


class Attribution:
    """Who stands for whom in a world, and for which poles on which days.

    Answers are kept, so one instance serves many events of one world.

    Args:
        world: is not changed, and must not be while the instance is in use.

    Source:
        docs/methodology.md, section 2.
    """

    def __init__(self, world: World) -> None:
        """Sort the memberships by actor; everything else is worked out when asked."""
        own = defaultdict(list)
        for membership in world.pole_memberships:
            if membership.pole in world.poles:
                own[membership.actor].append(membership)
        members = defaultdict(list)
        for member in world.organisation_memberships:
            members[member.organisation].append(member)
        self._world = world
        self._own: dict[str, tuple[PoleMembership, ...]] = {a: tuple(m) for a, m in own.items()}
        self._members: dict[str, list[OrganisationMembership]] = dict(members)
        self._ends: dict[tuple[str, str | None], str] = {}
        self._timelines: dict[str, Timeline] = {}

    def stands_for(self, actor: str, focus: str | None = None) -> str:
        """Return the actor at the end of the chain of affiliations.

        The chain stops at an actor with pole memberships of its own, on whatever day, and
        at the focus, where one is named.

        Raises:
            AffiliationCircle: if the chain has no end.

        Source:
            docs/methodology.md, section 2.2.
        """
        key = (actor, focus)
        if key not in self._ends:
            self._ends[key] = self._end_of_chain(actor, focus)
        return self._ends[key]

    def partners(self, event: Event, focus: str) -> dict[str, float]:
        """Return each partner's share of the event, by the partner's code.

        Weights that the editor gave to some of the partners only count as not given.

        Returns:
            Shares, unitless, each in (0, 1], summing to 1, in the order of the codes;
            empty when the focus is neither initiator nor recipient, or is alone.

        Raises:
            AffiliationCircle: if a participant's chain of affiliations has no end.
            WeightInvalid: if a weight is not positive and finite, or is contradicted.

        Source:
            docs/methodology.md, section 2.3.
        """
        parties = [p for p in event.participants if p.role in PARTIES]
        stood_for = {p.actor: self.stands_for(p.actor, focus) for p in parties}
        partners = sorted({end for end in stood_for.values() if end != focus})
        if not partners or focus not in stood_for.values():
            return {}
        weights = _weights(event, {a for a, end in stood_for.items() if end != focus})
        if not weights:
            return dict.fromkeys(partners, 1.0 / len(partners))
        added = dict.fromkeys(partners, 0.0)
        for actor in sorted(weights):
            added[stood_for[actor]] += weights[actor]
        total = sum(added.values())
        return {partner: weight / total for partner, weight in added.items()}

    def spans(self, actor: str, start: date, end: date) -> list[tuple[date, date, Weights]]:
        """Return the pieces of [start, end) on which the actor's weights are constant.

        Returns:
            (first day, first day out, weight by pole) in order, without gaps. The weights
            are unitless, each in (0, 1], and sum to 1; what no pole takes is under OTHER.
            Neighbours never have equal weights.

        Raises:
            WeightsAboveOne: if the actor's weights sum to more than 1 on some day.

        Source:
            docs/methodology.md, section 2.4.
        """
        pieces = self._timeline(actor).pieces(start.toordinal(), end.toordinal())
        return [(date.fromordinal(a), date.fromordinal(b), weights) for a, b, weights in pieces]

    def is_derived(self, actor: str) -> bool:
        """Say whether the actor's poles come from its members instead of memberships."""
        return actor not in self._own and actor in self._world.poles_from_members

    def _end_of_chain(self, actor: str, focus: str | None) -> str:
        seen = [actor]
        while actor != focus and actor not in self._own and actor in self._world.affiliations:
            actor = self._world.affiliations[actor]
            if actor in seen:
                raise AffiliationCircle(f"Affiliations go round: {' to '.join([*seen, actor])}.")
            seen.append(actor)
        return actor

    def _timeline(self, actor: str) -> Timeline:
        if actor not in self._timelines:
            self._timelines[actor] = (
                derived_timeline(self._members.get(actor, []), self._own)
                if self.is_derived(actor)
                else own_timeline(self._own.get(actor, ()))
            )
        return self._timelines[actor]


def _weights(event: Event, partners: set[str]) -> dict[str, float]:
    """Return the editor's weight of each partner as named in the event, or nothing.

    Weights are given for the partners of one focus; another one's, which include that focus,
    may have them only in part.
    """
    weights: dict[str, float] = {}
    for party in event.participants:
        if party.role not in PARTIES or party.actor not in partners or party.weight is None:
            continue
        if not 0 < party.weight < float("inf"):
            raise WeightInvalid(f"Event {event.id} gives {party.actor} the weight {party.weight}.")
        if weights.setdefault(party.actor, party.weight) != party.weight:
            raise WeightInvalid(f"Event {event.id} gives {party.actor} two different weights.")
    return weights if weights.keys() == partners else {}
