"""What a text proposes, and which recorded events may be the act that a proposal is about."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, Count, FloatField, Q, Value, When
from django.db.models.functions import Cast

from balance.coding.proposing import Proposed, propose
from balance.models import Event, Focus, Proposal, Role
from balance.queries.dictionary import bystanders, dictionary

MOST_SIMILAR = 5
NEAR = timedelta(days=10)  # Reports of one act rarely name days further apart.
_PARTIES = ("initiators", "recipients", "hosts", "witnesses", "mediators")
_SHARED, _TYPE, _TITLE = 0.4, 0.3, 0.3


def proposals_of_text(text: str, *, published_on: date | None) -> list[dict[str, Any]]:
    """Return what the text proposes, best first, as plain values; nothing is stored."""
    return [_plain(one) for one in proposed_in(text, published_on=published_on)]


def proposed_in(text: str, *, published_on: date | None) -> list[Proposed]:
    """Return what the text proposes, best first; who only looks on takes no part."""
    found = propose(text, published_on=published_on, dictionary=dictionary())
    onlookers = bystanders()
    kept = (_without(one, onlookers) for one in found)
    return [one for one in kept if one.kind == "claim" or one.initiators or one.recipients]


def _without(one: Proposed, onlookers: set[str]) -> Proposed:
    parties = {name: getattr(one, name) for name in _PARTIES}
    kept: dict[str, Any] = {
        name: tuple(code for code in codes if code not in onlookers)
        for name, codes in parties.items()
    }
    return one if kept == parties else replace(one, **kept)


def _plain(one: Proposed) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "sentence": one.sentence,
        "title": one.title,
        "initiators": list(one.initiators),
        "recipients": list(one.recipients),
        "hosts": list(one.hosts),
        "witnesses": list(one.witnesses),
        "mediators": list(one.mediators),
        "event_type": one.event_type,
        "cameo_code": one.cameo_code,
        "date": one.date.isoformat(),
        "end": one.span_end.isoformat(),
        "precision": one.precision,
        "dimension": one.dimension,
        "tier": one.tier,
        "score": one.score,
        "polarity": one.polarity,
        "modality": one.modality,
        "claim_kind": one.claim_kind,
        "speaker": one.speaker,
    }


def similar_events(proposal: Proposal) -> list[Event]:
    """Return recorded events near the days with a partner of the proposal, the likeliest first.

    At most five, each with its participants and their actors, in two queries; three where the
    proposal's participants were not read before.
    """
    partners = _partners(proposal)
    if proposal.kind != Proposal.Kind.EVENT or not partners:
        return []
    near = Event.objects.filter(
        status__in=[Event.Status.CONFIRMED, Event.Status.PROPOSED],
        start__lt=proposal.end + NEAR,
        end__gt=proposal.start - NEAR,
    )
    shared = _shared(partners)
    likely = (
        near.annotate(
            shared=Count("participants__actor", distinct=True, filter=shared),
            likeness=_likeness(proposal, len(partners), shared),
        )
        .filter(shared__gte=1)
        .order_by("-likeness", "pk")
    )
    return list(likely.defer("search").prefetch_related("participants__actor")[:MOST_SIMILAR])


def _partners(proposal: Proposal) -> set[int]:
    """Return the partners besides the foci: those stand in nearly every event."""
    parties = [row for row in proposal.participants.all() if row.role in Role.partners()]
    foci = set(Focus.objects.values_list("actor", flat=True)) if parties else set()
    everyone = {party.actor_id for party in parties}
    return everyone - foci or everyone


def _shared(partners: set[int]) -> Q:
    named = Q(participants__actor__in=partners) | Q(participants__actor__affiliation__in=partners)
    return named & Q(participants__role__in=Role.partners())


def _likeness(proposal: Proposal, partners: int, shared: Q) -> Any:
    """Return 0 to 1 from shared partners, the same type, and words that the titles share."""
    found = Cast(Count("participants__actor", distinct=True, filter=shared), FloatField())
    same_type = Case(When(event_type=proposal.event_type_id, then=Value(_TYPE)), default=Value(0.0))
    title = TrigramSimilarity("title", proposal.title)
    return found * Value(_SHARED / partners) + same_type + title * Value(_TITLE)
