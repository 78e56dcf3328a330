"""What an event was, in words: who took part, how intense it was and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from balance.compute.intensity import intensity
from balance.models import Event, Participant, Role
from balance.panels.wording import decimal, signed

HEADINGS = {
    Role.INITIATOR: ngettext_lazy("Initiator", "Initiators", "number"),
    Role.RECIPIENT: ngettext_lazy("Recipient", "Recipients", "number"),
    Role.HOST: ngettext_lazy("Host", "Hosts", "number"),
    Role.MEDIATOR: ngettext_lazy("Mediator", "Mediators", "number"),
    Role.WITNESS: ngettext_lazy("Witness", "Witnesses", "number"),
}
SCORES = {
    "goldstein": gettext_lazy("Goldstein’s score of the CAMEO code, on a scale from −10 to +10"),
    "plover": gettext_lazy("the PLOVER score of the type, on a scale from −10 to +10"),
    "sign": gettext_lazy("the methodology counts the sign alone"),
}


@dataclass(frozen=True)
class Party:
    """Those who took part in one role: each one's code, and its name with its weight."""

    heading: str
    names: list[tuple[str, str]]


def parties(participants: Iterable[Participant]) -> list[Party]:
    """Return who took part, role by role; a mutual act names both sides once."""
    by_role: dict[str, list[Participant]] = {role: [] for role in HEADINGS}
    for participant in participants:
        by_role[participant.role].append(participant)
    found: list[Party] = []
    if _is_mutual(by_role):
        found.append(Party(_("Between"), [_name(part) for part in by_role.pop(Role.INITIATOR)]))
        del by_role[Role.RECIPIENT]
    found += [
        Party(HEADINGS[Role(role)] % {"number": len(own)}, [_name(part) for part in own])
        for role, own in by_role.items()
        if own
    ]
    return found


def partners(participants: Iterable[Participant]) -> list[str]:
    """Return everybody who took part, each once, initiators first."""
    order = list(HEADINGS)
    ranked = sorted(participants, key=lambda part: order.index(Role(part.role)))
    return list(dict.fromkeys(str(part.actor) for part in ranked))


def intensity_in_words(event: Event, scale: str) -> tuple[str, str]:
    """Return the event's intensity in the scale, and where it comes from."""
    goldstein = event.cameo_code.goldstein if event.cameo_code else None
    score = event.event_type.plover_score
    value = signed(intensity(scale, goldstein, score, event.intensity_override))
    if event.intensity_override is not None:
        return value, _("set by an editor: %(reason)s") % {"reason": event.intensity_reason}
    is_typed = scale == "goldstein" and goldstein is None
    return value, str(SCORES["plover" if is_typed else scale])


def _is_mutual(by_role: dict[str, list[Participant]]) -> bool:
    """Whether both sides are the same actors with the same weights."""
    sides = [
        {(part.actor_id, part.weight) for part in by_role[role]}
        for role in (Role.INITIATOR, Role.RECIPIENT)
    ]
    return bool(sides[0]) and sides[0] == sides[1]


def _name(participant: Participant) -> tuple[str, str]:
    actor = participant.actor
    if participant.weight is None:
        return actor.code, str(actor)
    weight = decimal(participant.weight, 2)
    words = _("%(actor)s (weight %(weight)s)") % {"actor": str(actor), "weight": weight}
    return actor.code, words
