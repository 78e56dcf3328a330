"""How far the leader and the ranking of the poles hang on single choices, outlets and events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.compute.arrays import Floats, with_nulls
from balance.compute.impacts import Impacts
from balance.compute.robustness import (
    cooperation_by_event,
    leaders,
    same_leader,
    same_ranking,
    shares_without_each,
    shares_without_groups,
)
from balance.models import Scale
from balance.queries.balance import Setting
from balance.queries.explain import titles
from balance.queries.keeping import kept
from balance.queries.outlets import SupportingOutlets

HALF_LIVES = (90.0, 180.0, 365.0, 730.0)
ByScale = Callable[[], Mapping[str, Impacts]]


@dataclass(frozen=True)
class Variant:
    """One choice changed: a scale, a half-life, or what is left out."""

    kind: str
    name: str  # The scale's code, the half-life, the outlet's name; nothing for an event.
    id: str
    events: tuple[int, ...] = ()  # Left out.

    @property
    def key(self) -> str:
        """What names the variant in an address."""
        return f"{self.kind}-{self.id}"


@dataclass(frozen=True)
class Variants:
    """V variants of K shares on a day; NaN is null."""

    default: Floats
    shares: Floats
    variants: list[Variant] = field(default_factory=list)


def robustness(
    setting: Setting, found: Variants, *, day: date, only_other_leaders: bool = False
) -> dict[str, Any]:
    """Return in how many variants the leader and the ranking hold, and the variants."""
    keeps_leader = same_leader(found.default, found.shares)
    keeps_ranking = same_ranking(found.default, found.shares)
    told = np.flatnonzero(~keeps_leader) if only_other_leaders else range(len(found.variants))
    events = {event for at in told for event in found.variants[at].events}
    names = titles(setting, events) if events else {}
    return {
        "on": day.isoformat(),
        "half_life": setting.half_life,
        "poles": [
            {"code": pole.code, "name": str(pole), "color": pole.color} for pole in setting.poles
        ],
        "default": _standing(setting, found.default),
        "counts": {
            "variants": len(found.variants),
            "same_leader": int(keeps_leader.sum()),
            "same_ranking": int(keeps_ranking.sum()),
        },
        "variants": [
            {
                "key": found.variants[at].key,
                "kind": found.variants[at].kind,
                "label": _label(found.variants[at], names),
                "events": [{"event": event, **names[event]} for event in found.variants[at].events],
                **_standing(setting, found.shares[at]),
                "same_leader": bool(keeps_leader[at]),
                "same_ranking": bool(keeps_ranking[at]),
            }
            for at in told
        ],
    }


def find_variants(
    setting: Setting, by_scale: ByScale, version: str, outlets: SupportingOutlets, *, day: date
) -> Variants:
    """Return the variants, kept for a day: the same data and outlets give the same."""
    method = (setting.methodology.scale, setting.half_life, *setting.weights)
    data = (setting.focus.pk, setting.question.dataset, version, outlets.version)
    return kept(
        "robustness", *data, day, *method, make=lambda: _found(setting, by_scale(), outlets, day)
    )


def _found(
    setting: Setting, by_scale: Mapping[str, Impacts], outlets: SupportingOutlets, day: date
) -> Variants:
    own = setting.methodology.scale

    def points(scale: str, half_life: float) -> tuple[Any, Floats]:
        poles, on = len(setting.poles), day.toordinal()
        return cooperation_by_event(by_scale[scale], poles, on, half_life, setting.weights)

    def whole(scale: str, half_life: float) -> Floats:
        left = points(scale, half_life)[1]
        return shares_without_groups(left, np.zeros((1, len(left)), dtype=bool))

    events, left = points(own, setting.half_life)
    scales = [scale for scale in Scale.values if scale != own]
    half_lives = [days for days in HALF_LIVES if days != setting.half_life]
    alone = outlets.standing_alone(set(events.tolist()))
    groups = np.array([np.isin(events, list(its)) for _key, _name, its in alone], dtype=bool)
    return Variants(
        default=whole(own, setting.half_life)[0],
        shares=np.concatenate(
            [
                *(whole(scale, setting.half_life) for scale in scales),
                *(whole(own, half_life) for half_life in half_lives),
                shares_without_groups(left, groups.reshape(len(alone), len(events))),
                shares_without_each(left),
            ]
        ),
        variants=[
            *(Variant("scale", scale, scale) for scale in scales),
            *(Variant("half_life", f"{days:g}", f"{days:g}") for days in half_lives),
            *(Variant("outlet", name, str(key), tuple(sorted(its))) for key, name, its in alone),
            *(Variant("event", "", str(event), (event,)) for event in events.tolist()),
        ],
    )


def _standing(setting: Setting, shares: Floats) -> dict[str, Any]:
    """Return each pole's share, and the pole that leads; null where several do, or none."""
    codes = [pole.code for pole in setting.poles]
    first = np.flatnonzero(leaders(shares))
    return {
        "shares": dict(zip(codes, with_nulls(shares), strict=True)),
        "leader": codes[first[0]] if first.size == 1 else None,
    }


def _label(variant: Variant, names: Mapping[int, dict[str, Any]]) -> str:
    match variant.kind:
        case "scale":
            return _("Intensity by the scale %(scale)s") % {"scale": Scale(variant.name).label}
        case "half_life":
            return ngettext(
                "A half-life of %(days)s day",
                "A half-life of %(days)s days",
                round(float(variant.name)),
            ) % {"days": variant.name}
        case "outlet":
            return _("Without what only %(outlet)s reports") % {"outlet": variant.name}
    (event,) = variant.events
    return _("Without “%(title)s”") % {"title": names[event]["title"]}
