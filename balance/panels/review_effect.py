"""What accepting would change in the balance, in sentences, before anything is stored."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.models import Actor, Event, Proposal
from balance.operations.effects import Effect, PoleEffect, effect_of, effect_of_event
from balance.panels import wording

TRACE = 0.0005  # A share that moves less is as it was, at one decimal of a per cent.


@dataclass(frozen=True)
class EffectInWords:
    """A line a pole that moves, and a sentence where there is nothing to list."""

    says: str
    lines: list[str]

    def as_json(self) -> dict[str, Any]:
        """Return it for the page's script."""
        return asdict(self)


def effect_of_proposal(proposal: Proposal, *, today: date) -> EffectInWords:
    """Say what accepting the proposal as it is would change today."""
    if proposal.kind == Proposal.Kind.CLAIM:
        return EffectInWords(_("A claim changes no number of the balance."), [])
    return _in_words(effect_of(proposal, today=today), proposal.start, today)


def effect_of_form(
    event: Event, participants: Sequence[tuple[Actor, str]], *, today: date
) -> EffectInWords:
    """Say what the event would change today as the form has it."""
    return _in_words(effect_of_event(event, participants, today=today), event.start, today)


def unsound() -> EffectInWords:
    """Say that a form with mistakes has no effect to tell."""
    return EffectInWords(_("The effect cannot be told yet: a box is empty or has a mistake."), [])


def _in_words(effects: Sequence[Effect], start: date, today: date) -> EffectInWords:
    if not effects:
        return EffectInWords(_("No focus takes part: no balance changes."), [])
    if start > today:
        return EffectInWords(_("The act is still to come: today no balance changes."), [])
    moved = [
        (effect, pole) for effect in effects for pole in effect.poles if _adds(pole) or _moves(pole)
    ]
    moved.sort(key=lambda pair: -abs(pair[1].points))
    lines = [_line(*pair, is_alone=len(effects) == 1) for pair in moved]
    if not lines:
        return EffectInWords(_("The balance of today stays as it is, to a tenth of a point."), [])
    return EffectInWords(_("With it, the balance of today would be:"), lines)


def _adds(pole: PoleEffect) -> bool:
    return abs(pole.points) >= 0.05


def _moves(pole: PoleEffect) -> bool:
    before, after = pole.share
    if before is None or after is None:
        return before is not after
    return abs(after - before) >= TRACE


def _line(effect: Effect, pole: PoleEffect, *, is_alone: bool) -> str:
    before, after = (_percent(share) for share in pole.share)
    words = {
        "focus": effect.focus_name,
        "pole": pole.name,
        "points": wording.signed(pole.points),
        "before": before,
        "after": after,
    }
    if is_alone and _adds(pole):
        return _("%(pole)s %(points)s points, share %(before)s → %(after)s") % words
    if is_alone:
        return _("%(pole)s: share %(before)s → %(after)s") % words
    if _adds(pole):
        return _("%(focus)s: %(pole)s %(points)s points, share %(before)s → %(after)s") % words
    return _("%(focus)s: %(pole)s, share %(before)s → %(after)s") % words


def _percent(share: float | None) -> str:
    return _("none") if share is None else wording.percent(share, 1)
