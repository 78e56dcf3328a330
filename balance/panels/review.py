"""A proposal as the review page shows it: its article with marks, and what to know of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.models import Decision, Event, Proposal, Role
from balance.panels import wording
from balance.panels.marked import Mark, Marked, Part, marked_text
from balance.queries.proposals import similar_events

Outcome = Decision.Outcome

ROLES = {
    **{role.value: role.label for role in Role},
    "speaker": gettext_lazy("speaker"),
    "act": gettext_lazy("act"),
    "date": gettext_lazy("date"),
}
LABELS = {
    "title": gettext_lazy("title"),
    "text": gettext_lazy("claim"),
    "start": gettext_lazy("first day"),
    "end": gettext_lazy("first day out"),
    "precision": gettext_lazy("precision"),
    "event_type": gettext_lazy("event type"),
    "cameo_code": gettext_lazy("CAMEO code"),
    "dimension": gettext_lazy("dimension"),
    "confidence": gettext_lazy("confidence"),
    "participants": gettext_lazy("participants"),
    "quote": gettext_lazy("quotation"),
    "speaker": gettext_lazy("speaker"),
    "speaker_name": gettext_lazy("speaker’s name"),
    "kind": gettext_lazy("kind"),
    "certainty": gettext_lazy("certainty"),
}
MODALITIES = {
    "intended": gettext_lazy("The text says that it is planned, not that it happened."),
    "threatened": gettext_lazy("The text says that it was threatened, not that it happened."),
    "requested": gettext_lazy("The text says that somebody asked for it, not that it happened."),
    "possible": gettext_lazy("The text says that it may happen."),
}
TIERS = {
    Proposal.Tier.BACKGROUND: gettext_lazy("Background: told to explain, perhaps long ago."),
    Proposal.Tier.TREND: gettext_lazy("A trend: no single act on a day."),
}


@dataclass(frozen=True)
class Similar:
    """An event of ours that may be the same act."""

    pk: int
    title: str
    note: str
    url: str


@dataclass(frozen=True)
class View:
    """What the page shows of a proposal besides its form."""

    text: list[list[Part]]
    text_has_it: bool
    facts: list[str]
    warnings: list[str]
    beside: list[Proposal]


@dataclass(frozen=True)
class Difference:
    """A field as it was proposed, and as an editor decided."""

    label: str
    proposed: str
    decided: str


@dataclass(frozen=True)
class Decided:
    """What was decided, what came of it, and what the editor changed."""

    pk: int
    says: str
    record: str
    url: str
    rows: list[Difference]
    may_undo: bool


@dataclass(frozen=True)
class Done:
    """A decision in a sentence, and where what came of it is."""

    pk: int
    says: str
    url: str


def view_of(proposal: Proposal, siblings: Iterable[Proposal], names: Mapping[str, str]) -> View:
    """Return the page of a proposal.

    Args:
        proposal: with its article.
        siblings: all proposals of the article, this one too.
        names: of actors, by code.
    """
    rows = list(siblings)
    article = proposal.article
    has_it = article.text[proposal.sentence_start : proposal.sentence_end] == proposal.sentence
    marked = [_marked(row, proposal, names) for row in rows if row.pk != proposal.pk or has_it]
    return View(
        text=marked_text(article.text, marked),
        text_has_it=has_it,
        facts=_facts(proposal),
        warnings=_warnings(proposal),
        beside=[
            row
            for row in rows
            if row.pk != proposal.pk and row.sentence_start == proposal.sentence_start
        ],
    )


def _marked(row: Proposal, current: Proposal, names: Mapping[str, str]) -> Marked:
    return Marked(
        key=row.pk,
        start=row.sentence_start,
        end=row.sentence_end,
        marks=[_mark(mark, names) for mark in row.marks],
        is_current=row.pk == current.pk,
        is_decided=row.state != Proposal.State.WAITING,
    )


def _mark(mark: Mapping[str, Any], names: Mapping[str, str]) -> Mark:
    role = mark["role"]
    label, name = str(ROLES.get(role, role)), names.get(mark.get("code", ""), "")
    return Mark(mark["start"], mark["end"], role, label, name)


def _facts(proposal: Proposal) -> list[str]:
    when = wording.span(proposal.start, proposal.end, proposal.precision)
    read_from = (
        _("%(when)s, read from “%(words)s”") % {"when": when, "words": proposal.anchor}
        if proposal.anchor
        else _("%(when)s, the article’s own date") % {"when": when}
    )
    chance = wording.percent(proposal.rank)
    facts = [
        wording.opening(proposal.get_kind_display()),
        _("Chance to be accepted: %(chance)s") % {"chance": chance},
        read_from,
    ]
    if proposal.speaker:
        facts.append(_("Speaker: %(name)s") % {"name": proposal.speaker})
    if proposal.assigned_to:
        facts.append(_("Taken by %(name)s") % {"name": proposal.assigned_to})
    return facts


def _warnings(proposal: Proposal) -> list[str]:
    denied = _("The text denies that it happened.") if proposal.polarity == "denied" else ""
    found = [denied, MODALITIES.get(proposal.modality, ""), TIERS.get(proposal.tier, "")]  # type: ignore[call-overload]
    return [str(sentence) for sentence in found if sentence]


def similar(proposal: Proposal) -> list[Similar]:
    """Return the recorded events that may be the same act, the likeliest first."""
    return [_similar(event) for event in similar_events(proposal)]


def _similar(event: Event) -> Similar:
    names = [str(party.actor) for party in event.participants.all()]
    when = wording.span(event.start, event.end, event.precision)
    note = " · ".join([when, wording.listing(names), event.get_status_display()])
    return Similar(event.pk, event.title, note, event.get_absolute_url())


def decided(proposal: Proposal, *, may_decide: bool) -> Decided | None:
    """Return who decided what; nothing while the proposal waits."""
    decision = proposal.decision
    if decision is None:
        return None
    record = proposal.event or proposal.claim
    words = {"who": decision.by, "when": _moment(decision.decided_at), "why": decision.because}
    says = {
        Outcome.ACCEPTED: _("%(who)s accepted it as proposed, %(when)s:"),
        Outcome.EDITED: _("%(who)s accepted it with changes, %(when)s:"),
        Outcome.ATTACHED: _("%(who)s made the article evidence of a recorded event, %(when)s:"),
        Outcome.REJECTED: _("%(who)s rejected it, %(when)s: %(why)s")
        if decision.because
        else _("%(who)s rejected it, %(when)s."),
    }
    return Decided(
        pk=decision.pk,
        says=says[Outcome(decision.outcome)] % words,
        record=str(record or ""),
        url=record.get_absolute_url() if record else "",
        rows=[_difference(name, *pair) for name, pair in decision.changes.items()],
        may_undo=may_decide,
    )


def _moment(at: datetime) -> str:
    return formats.date_format(timezone.localtime(at), "j E Y, H:i")


def _difference(name: str, proposed: Any, now: Any) -> Difference:
    label = str(LABELS.get(name, name.replace("_", " ")))
    return Difference(wording.opening(label), _written(proposed), _written(now))


def _written(value: Any) -> str:
    if isinstance(value, list):
        pairs = [
            _("%(actor)s (%(role)s)") % {"actor": code, "role": ROLES.get(role, role)}
            for code, role in value
        ]
        return ", ".join(pairs)
    return "–" if value in (None, "") else str(value)


def done(decision: Decision) -> Done:
    """Say what an editor decided a moment ago; the proposal and its record are read already."""
    proposal = decision.proposal
    record = decision.event or decision.claim
    words = {"title": proposal.title, "record": str(record or "")}
    says = {
        Outcome.ACCEPTED: _("Accepted: “%(record)s”."),
        Outcome.EDITED: _("Accepted with your changes: “%(record)s”."),
        Outcome.ATTACHED: _("The article is evidence of “%(record)s” now."),
        Outcome.REJECTED: _("Rejected: “%(title)s”."),
    }
    sentence = says[Outcome(decision.outcome)] % words
    return Done(decision.pk, sentence, record.get_absolute_url() if record else "")
