"""One actor, with all that its page shows."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from balance.models import Actor, Claim, Event, PoleMembership, Tie
from balance.models.history import STANDING
from balance.queries.events import EventFilter, listed_events

MOST_EVENTS = 10
MOST_CLAIMS = 10


@dataclass(frozen=True)
class ActorRecord:
    """An actor, its standing ties, the newest events it took part in and claims it made."""

    actor: Actor
    ties: list[Tie]
    events: list[Event]
    event_count: int
    claims: list[Claim]


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
        event_count=events.count(),
        claims=list(claims[:MOST_CLAIMS]),
    )


def _actors() -> QuerySet[Actor]:
    memberships = PoleMembership.objects.filter(STANDING).select_related("pole__scheme")
    affiliates = Actor.objects.standing().order_by("name")
    return (
        Actor.objects.standing()
        .select_related("affiliation")
        .prefetch_related(
            "aliases",
            Prefetch("pole_memberships", memberships.order_by("valid")),
            Prefetch("affiliates", affiliates),
        )
    )


def _ties(actor: Actor) -> QuerySet[Tie]:
    found = Tie.objects.standing().filter(Q(actor_a=actor) | Q(actor_b=actor))
    return found.select_related("actor_a", "actor_b", "kind").order_by("-valid", "id")
