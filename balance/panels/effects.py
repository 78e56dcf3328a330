"""What an event did to the balance, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.wording import day, opening, percent, points, signed


@dataclass(frozen=True)
class EffectRow:
    """What one pole received of one kind, on the event's day and now."""

    code: str
    name: str
    kind: str
    then: str
    now: str


@dataclass(frozen=True)
class ShareChange:
    """What the event did to a pole's share."""

    code: str
    name: str
    words: str


@dataclass(frozen=True)
class EffectView:
    """What components/event_effect.html shows."""

    then: str
    now: str
    is_past: bool
    rows: list[EffectRow]
    shares: list[ShareChange]


def effect_view(effect: dict[str, Any]) -> EffectView | None:
    """Return what each pole received; None where the event gave nothing to any."""
    other = effect["other"] | {"code": "other", "name": _("none of the poles")}
    rows = [row for pole in [*effect["poles"], other] for row in _rows(pole)]
    if not effect["involved"] or not rows:
        return None
    return EffectView(
        then=day(date.fromisoformat(effect["then"])),
        now=day(date.fromisoformat(effect["now"])),
        is_past=effect["then"] < effect["now"],
        rows=rows,
        shares=[
            ShareChange(pole["code"], opening(pole["name"]), words)
            for pole in effect["poles"]
            if pole["cooperation_then"]
            and (words := share_in_words(pole["share_with"], pole["share_without"]))
        ],
    )


def share_in_words(with_it: float | None, without: float | None) -> str:
    """Say what the share became, and what it would have been without the event."""
    if with_it is None:
        return ""
    if without is None:
        return _("%(share)s; without it there would be no share") % {"share": percent(with_it)}
    change = round(100 * (with_it - without))
    if change == 0:
        return _("%(share)s, moved by less than a point") % {"share": percent(with_it)}
    words = {"share": percent(with_it), "points": points(change)}
    if change > 0:
        return _("%(share)s, raised by %(points)s") % words
    return _("%(share)s, lowered by %(points)s") % words


def _rows(pole: dict[str, Any]) -> list[EffectRow]:
    kinds = {"cooperation": _("cooperation"), "conflict": _("conflict")}
    return [
        EffectRow(
            code=pole["code"],
            name=opening(pole["name"]),
            kind=word,
            then=signed(pole[f"{kind}_then"]),
            now=signed(pole[f"{kind}_now"]),
        )
        for kind, word in kinds.items()
        if pole[f"{kind}_then"]
    ]
