"""What an event did to the balance, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.wording import day, opening, percent, points, signed


@dataclass(frozen=True)
class EffectRow:
    """What one pole received, on the event's day and now."""

    code: str
    name: str
    cooperation_then: str
    conflict_then: str
    cooperation_now: str
    conflict_now: str
    share: str


@dataclass(frozen=True)
class EffectView:
    """What balance/event_detail.html shows of the event's effect."""

    then: str
    now: str
    is_past: bool
    rows: list[EffectRow]


def effect_view(effect: dict[str, Any]) -> EffectView | None:
    """Return the rows of the poles that the event touched; None where it touched nothing."""
    if not effect["involved"]:
        return None
    rows = [_row(pole) for pole in effect["poles"] if _is_touched(pole)]
    if _is_touched(effect["other"]):
        other = effect["other"] | {"code": "other", "name": _("none of the poles")}
        rows.append(_row(other))
    return EffectView(
        then=day(date.fromisoformat(effect["then"])),
        now=day(date.fromisoformat(effect["now"])),
        is_past=effect["then"] < effect["now"],
        rows=rows,
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


def _is_touched(pole: dict[str, Any]) -> bool:
    return bool(pole["cooperation_then"] or pole["conflict_then"])


def _row(pole: dict[str, Any]) -> EffectRow:
    amounts = {
        name: signed(pole[name]) if pole[name] else "–"
        for name in ("cooperation_then", "conflict_then", "cooperation_now", "conflict_now")
    }
    share = share_in_words(pole.get("share_with"), pole.get("share_without"))
    return EffectRow(code=pole["code"], name=opening(pole["name"]), share=share, **amounts)
