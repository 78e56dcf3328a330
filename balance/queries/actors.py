"""One actor, with all that its page shows."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from balance.models import Actor, Alias, Claim, Event, Pole, PoleMembership, Tie
from balance.models.history import STANDING
from balance.queries.events import EventFilter, by_year, fitting_events, listed_events

MOST_EVENTS = 10
MOST_CLAIMS = 10


@dataclass(frozen=True)
class ActorRecord:
    """An actor, its standing ties, the newest events it took part in and claims it made."""

    actor: Actor
    ties: list[Tie]
    events: list[Event]
    by_year: dict[int, int]  # How many began in each year that has any.
    claims: list[Claim]

    @property
    def poles(self) -> list[Pole]:
        """The poles that the actor, or whom it stands for, is or was in."""
        actor = self.actor
        whose = (actor, actor.affiliation) if actor.affiliation else (actor,)
        return [place.pole for one in whose for place in one.pole_memberships.all()]


def find_actor(code: str) -> ActorRecord:
    """Return the record of an actor that nobody withdrew.

    Raises:
        Actor.DoesNotExist: if there is none of the code.
    """
    actor = _actors().get(code=code)
    events = listed_events(EventFilter(actor=code))
    claims = Claim.objects.filter(STANDING, speaker=actor).order_by("-start", "-id")
    return ActorRecord(
        actor=actor,
        ties=list(_ties(actor)),
        events=list(events[:MOST_EVENTS]),
        by_year=by_year(fitting_events(EventFilter(actor=code))),
        claims=list(claims[:MOST_CLAIMS]),
    )


def _actors() -> QuerySet[Actor]:
    memberships = PoleMembership.objects.filter(STANDING).select_related("pole__scheme")
    names = Alias.objects.own().order_by("actor_id", "text").distinct("actor_id", "text")
    affiliates = Actor.objects.standing().order_by("name")
    return (
        Actor.objects.standing()
        .select_related("affiliation")
        .prefetch_related(
            Prefetch("aliases", names),
            Prefetch("pole_memberships", memberships.order_by("valid")),
            Prefetch("affiliation__pole_memberships", memberships.order_by("valid")),
            Prefetch("affiliates", affiliates),
        )
    )


def _ties(actor: Actor) -> QuerySet[Tie]:
    found = Tie.objects.standing().filter(Q(actor_a=actor) | Q(actor_b=actor))
    return found.select_related("actor_a", "actor_b", "kind").order_by("-valid", "id")
