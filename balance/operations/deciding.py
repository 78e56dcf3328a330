"""What editors decide on proposals: accept, attach, reject, and take it back. All is logged."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from balance.models import Claim, Decision, Event, Evidence, Proposal
from balance.operations.drafting import CannotDecide, draft_of, store
from balance.operations.editing import withdraw
from balance.queries.publishing import is_public, may_publish

__all__ = [
    "AlreadyDecided",
    "CannotDecide",
    "NoLongerProposed",
    "NotToAttachTo",
    "OnlyPublishers",
    "QuotationGone",
    "StillSupported",
    "accept",
    "attach",
    "reject",
    "undo",
]

Outcome = Decision.Outcome


class AlreadyDecided(CannotDecide):
    """Somebody decided on the proposal, or took the decision back, before."""


class NoLongerProposed(CannotDecide):
    """The article was read anew, and this is not proposed any more."""


class QuotationGone(CannotDecide):
    """The article's text no longer says what would be quoted."""


class NotToAttachTo(CannotDecide):
    """A claim is no event; and an event that was rejected or withdrawn takes no evidence."""


class StillSupported(CannotDecide):
    """Another article was attached to the event that this decision made."""


class OnlyPublishers(CannotDecide):
    """Readers see the event already, and this editor may not change what readers see."""


@transaction.atomic
def accept(
    *,
    proposal: Proposal,
    by: Any,
    at: datetime,
    opened_at: datetime | None,
    changes: Mapping[str, Any] | None,
    publish: bool,
) -> Event | Claim:
    """Make the proposal an event or claim, with its sentence as evidence.

    `changes` are what the editor corrected: see `draft_of`. Without `publish` an event stays
    proposed, and somebody else confirms it.

    Raises:
        CannotDecide: if somebody was faster, the text changed, or the record is incomplete.
    """
    waiting = _waiting(proposal)
    draft = draft_of(waiting, changes or {})
    record = store(waiting, draft, publish=publish)
    evidence, _is_new = _quote(waiting, record, draft.quote)
    outcome = Outcome.EDITED if draft.changes else Outcome.ACCEPTED
    decision = Decision(outcome=outcome, changes=draft.changes, evidence=evidence)
    _decide(waiting, decision, record=record, by=by, at=at, opened_at=opened_at)
    return record


@transaction.atomic
def attach(
    *, proposal: Proposal, event: Event, by: Any, at: datetime, opened_at: datetime | None
) -> Decision:
    """Make the proposal's sentence evidence of an event that is recorded already.

    Raises:
        CannotDecide: if somebody was faster, the text changed, or the event takes no evidence.
    """
    waiting = _waiting(proposal)
    known = Event.objects.select_for_update().get(pk=event.pk)
    if waiting.kind != Proposal.Kind.EVENT:
        raise NotToAttachTo(_("A claim is not evidence of an event: accept or reject it."))
    if known.status not in (Event.Status.CONFIRMED, Event.Status.PROPOSED):
        raise NotToAttachTo(_("The event was rejected or withdrawn: choose another one."))
    _want_publisher(known, by)
    evidence, is_new = _quote(waiting, known, waiting.sentence)
    decision = Decision(outcome=Outcome.ATTACHED, evidence=evidence if is_new else None)
    return _decide(waiting, decision, record=known, by=by, at=at, opened_at=opened_at)


@transaction.atomic
def reject(
    *, proposal: Proposal, by: Any, at: datetime, opened_at: datetime | None, because: str = ""
) -> Decision:
    """Decide that the proposal is no event or claim of ours.

    Raises:
        CannotDecide: if somebody was faster.
    """
    decision = Decision(outcome=Outcome.REJECTED, because=because.strip())
    waiting = _waiting(proposal)
    return _decide(waiting, decision, record=None, by=by, at=at, opened_at=opened_at)


@transaction.atomic
def undo(*, decision: Decision, by: Any, at: datetime) -> Decision:
    """Take the decision back: the proposal waits again, and every number is as before.

    The event or claim that it made is withdrawn; evidence that it attached is taken away.

    Raises:
        CannotDecide: if it does not stand any more, or another article supports the event.
    """
    proposal = _locked(decision.proposal_id)
    if proposal.decision_id != decision.pk:
        raise AlreadyDecided(_("This decision was undone before."))
    standing = Decision.objects.get(pk=decision.pk)
    _take_back(standing, by)
    proposal.state = Proposal.State.WAITING
    proposal.decision = proposal.event = proposal.claim = None
    proposal.save(update_fields=["state", "decision", "event", "claim"])
    return Decision.objects.create(
        proposal=proposal, outcome=Outcome.UNDONE, undoes=standing, by=by, decided_at=at
    )


def _locked(key: int) -> Proposal:
    """Return the proposal; whoever else decides on it waits until this is done."""
    rows = Proposal.objects.select_related("article", "event_type", "cameo_code")
    try:
        return rows.select_for_update(of=("self",)).get(pk=key)
    except Proposal.DoesNotExist:
        raise NoLongerProposed(
            _("The article was read anew, and this is not proposed any more.")
        ) from None


def _waiting(proposal: Proposal) -> Proposal:
    found = _locked(proposal.pk)
    if found.state != Proposal.State.WAITING:
        raise AlreadyDecided(_("This proposal was decided on before: nothing was stored now."))
    return found


def _quote(proposal: Proposal, record: Event | Claim, quote: str) -> tuple[Evidence, bool]:
    """Make the passage evidence of the record; say whether it was not so before."""
    if quote and proposal.article.text and quote not in proposal.article.text:
        raise QuotationGone(_("The article no longer says this: it was changed meanwhile."))
    about = {"event": record} if isinstance(record, Event) else {"claim": record}
    return Evidence.objects.get_or_create(article=proposal.article, quote=quote, **about)


def _decide(
    proposal: Proposal,
    decision: Decision,
    *,
    record: Event | Claim | None,
    by: Any,
    at: datetime,
    opened_at: datetime | None,
) -> Decision:
    """Log the decision, and let the proposal stand as decided."""
    decision.proposal, decision.by, decision.decided_at = proposal, by, at
    decision.opened_at = opened_at if opened_at and opened_at <= at else None
    decision.event = proposal.event = record if isinstance(record, Event) else None
    decision.claim = proposal.claim = record if isinstance(record, Claim) else None
    decision.save()
    proposal.decision = decision
    proposal.state = Proposal.State.ACCEPTED if record else Proposal.State.REJECTED
    proposal.save(update_fields=["state", "decision", "event", "claim"])
    return decision


def _take_back(decision: Decision, by: Any) -> None:
    """Undo what the decision did to other records."""
    if decision.event_id is not None:
        event = Event.objects.select_for_update().get(pk=decision.event_id)
        _want_publisher(event, by)
        if decision.outcome == Outcome.ATTACHED:
            if decision.evidence is not None:
                decision.evidence.delete()
            return
        if Proposal.objects.filter(event=event).exclude(pk=decision.proposal_id).exists():
            raise StillSupported(
                _("Another article was attached to this event: undo that decision first.")
            )
    because = _("The decision on its proposal was undone.")
    withdraw(rows=Event.objects.filter(decisions=decision), because=because)
    withdraw(rows=Claim.objects.filter(decisions=decision), because=because)


def _want_publisher(event: Event, by: Any) -> None:
    if is_public(event) and not may_publish(by):
        raise OnlyPublishers(_("Readers see this event already: a publisher can do this."))
