"""The record that a proposal would become: as proposed, or as an editor corrected it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from articles.slugs import free_slug
from balance.models import (
    Actor,
    Claim,
    ClaimPole,
    Event,
    Focus,
    Participant,
    Pole,
    Proposal,
)

Values = dict[str, Any]
SPAN = ("start", "end", "precision")


class CannotDecide(ValueError):
    """The decision cannot be taken; the message says why, for an editor."""


@dataclass(frozen=True)
class Draft:
    """Values of a record by field, `participants` as (actor, role), and the quotation.

    `changes` is what differs from the proposal: the field, as proposed, as decided.
    """

    values: Values
    participants: list[tuple[Actor, str]]
    quote: str
    changes: dict[str, list[Any]]


def draft_of(proposal: Proposal, corrections: Mapping[str, Any]) -> Draft:
    """Return what accepting the proposal with these corrections would store.

    `corrections` are by field of the event or claim, with `participants` as pairs of actor and
    role, and `quote`; what is not named stays as proposed.
    """
    proposed = _proposed(proposal)
    decided = {**proposed, **corrections}
    quote = decided.pop("quote")
    parties = decided.pop("participants")
    return Draft(decided, parties, quote, _changes(proposed, {**proposed, **corrections}))


def store(proposal: Proposal, draft: Draft, *, publish: bool) -> Event | Claim:
    """Store the record; an event counts at once only if it is published.

    Raises:
        CannotDecide: if the record lacks what no record can be without.
    """
    if proposal.kind == Proposal.Kind.CLAIM:
        return _store_claim(draft)
    return _store_event(draft, publish=publish)


def _store_event(draft: Draft, *, publish: bool) -> Event:
    if not draft.participants:
        raise CannotDecide(_("Nobody takes part in this event: name its actors first."))
    status = Event.Status.CONFIRMED if publish else Event.Status.PROPOSED
    event = Event.objects.create(
        slug=free_slug(Event, draft.values["title"]), status=status, **draft.values
    )
    Participant.objects.bulk_create(
        Participant(event=event, actor=actor, role=role)
        for actor, role in dict.fromkeys(draft.participants)
    )
    return event


def _store_claim(draft: Draft) -> Claim:
    if not draft.values["speaker"] and not draft.values["speaker_name"]:
        raise CannotDecide(_("Nobody is known to have said this: name the speaker first."))
    focus = Focus.objects.order_by("-is_default", "pk").first()
    if focus is None:
        raise CannotDecide(_("There is no focus yet that a claim could be about."))
    slug = free_slug(Claim, draft.values["text"])
    claim = Claim.objects.create(slug=slug, focus=focus, **draft.values)
    poles = _poles_of([actor for actor, _role in draft.participants], focus, claim.start)
    ClaimPole.objects.bulk_create(ClaimPole(claim=claim, pole=pole) for pole in poles)
    return claim


def _poles_of(actors: list[Actor], focus: Focus, on: date) -> models.QuerySet[Pole]:
    """Return the poles of the focus's scheme that the actors, or whom they stand for, are in."""
    members = {key for actor in actors for key in (actor.pk, actor.affiliation_id) if key}
    return Pole.objects.filter(
        scheme=focus.scheme_id,
        memberships__actor__in=members,
        memberships__withdrawn_because="",
        memberships__valid__contains=on,
    ).distinct()


def _proposed(proposal: Proposal) -> Values:
    parties = list(proposal.participants.select_related("actor").order_by("pk"))
    values: Values = {name: getattr(proposal, name) for name in SPAN}
    values["quote"] = proposal.sentence
    values["participants"] = [(party.actor, party.role) for party in parties]
    if proposal.kind == Proposal.Kind.CLAIM:
        return values | _speaker(proposal) | {"text": proposal.title, "kind": proposal.claim_kind}
    names = ("title", "event_type", "cameo_code", "dimension")
    return values | {name: getattr(proposal, name) for name in names}


def _speaker(proposal: Proposal) -> Values:
    """Return the speaker as an actor of ours where there is one of the code or name."""
    known = models.Q(code=proposal.speaker) | models.Q(name=proposal.speaker)
    actor = Actor.objects.standing().filter(known).order_by("pk").first()
    return {"speaker": actor, "speaker_name": "" if actor else proposal.speaker}


def _changes(proposed: Values, decided: Values) -> dict[str, list[Any]]:
    """Return each field that differs, as plain values; a default that was left is no change."""
    found = {}
    for name, value in decided.items():
        before, after = _plain(proposed.get(name, _default(name))), _plain(value)
        if before != after:
            found[name] = [before, after]
    return found


def _default(name: str) -> Any:
    for model in (Event, Claim):
        if name in {field.name for field in model._meta.fields}:
            return model._meta.get_field(name).get_default()  # type: ignore[union-attr]
    return None


def _plain(value: Any) -> Any:
    match value:
        case models.Model():
            return getattr(value, "code", value.pk)
        case date():
            return value.isoformat()
        case list() | tuple():
            return sorted([actor.code, str(role)] for actor, role in value)
        case str():
            return str(value)
    return value
