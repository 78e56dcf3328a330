"""Who stood in which pole: as a condition for other tables, and of rows read together."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef

from balance.compute.ladders import FIRST, LAST, Span, gaps, overlap
from balance.compute.world import OTHER
from balance.models import PoleMembership

MembershipRow = tuple[str, str, str | None, str | None, float]  # Actor, pole, days, weight.


def stood_in(pole: str, *, actor: str, during: str | None = None) -> Exists:
    """Return whether the actor in a column stood in the pole on a day of the range in another.

    Without `during`: on any day. Only own memberships count, none derived.
    """
    memberships = PoleMembership.objects.filter(
        pole__code=pole, withdrawn_because="", actor=OuterRef(actor)
    )
    if during:
        memberships = memberships.filter(valid__overlap=OuterRef(during))
    return Exists(memberships)


class Places:
    """Which poles actors were in; one with pole memberships of its own stands for itself."""

    def __init__(
        self,
        memberships: Iterable[MembershipRow] | None,
        affiliations: Iterable[tuple[str, str]] | None,
    ) -> None:
        self._spans: dict[str, list[tuple[str, Span, float]]] = {}
        for actor, pole, start, end, weight in memberships or ():
            self._spans.setdefault(actor, []).append((pole, span_of(start, end), weight))
        self._affiliations = dict(affiliations or ())

    def during(self, actor: str, days: Span) -> Iterator[tuple[str, Span]]:
        """Yield the poles in which the actor was in a span of days, OTHER where it was in none."""
        spans = self._spans_of(actor)
        for pole, span, _weight in spans:
            if shared := overlap(span, days):
                yield pole, shared
        for gap in gaps(span for _pole, span, _weight in spans):
            if shared := overlap(gap, days):
                yield OTHER, shared

    def weights_on(self, actor: str, day: int) -> dict[str, float]:
        """Return the actor's weight in each pole on a day, and what is left as OTHER; sum 1."""
        weights = {
            pole: weight
            for pole, (start, end), weight in self._spans_of(actor)
            if start <= day < end
        }
        left = 1 - sum(weights.values())
        return weights | {OTHER: left} if left > 0 else weights

    def _spans_of(self, actor: str) -> list[tuple[str, Span, float]]:
        seen = set()
        while actor not in self._spans and actor in self._affiliations and actor not in seen:
            seen.add(actor)
            actor = self._affiliations[actor]
        return self._spans.get(actor, [])


def span_of(start: str | None, end: str | None) -> Span:
    """Return a span of ISO days as ordinals; an end that is open or not stated has no bound."""
    return (
        date.fromisoformat(start).toordinal() if start else FIRST,
        date.fromisoformat(end).toordinal() if end else LAST,
    )
