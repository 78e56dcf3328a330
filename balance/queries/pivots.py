"""When the composition of a focus's relations changed for good."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from django.core.cache import cache

from balance.compute.impacts import Impacts, impacts
from balance.compute.pivots import Change, changes, points
from balance.compute.resampling import seed_of
from balance.queries.balance import Setting
from balance.queries.explain import titles
from balance.queries.inputs import Inputs

_DAY = 24 * 60 * 60  # seconds
TOLD = 0.02  # A cell whose share moved by less is not named.


def compute_pivots(setting: Setting, inputs: Inputs, *, today: date) -> dict[str, Any]:
    """Return pivots and weak signs in the order of time as lists, without the events' words.

    Half-life, kernel and span play no part: windows of whole years are compared. Kept for a day:
    a thousand shuffles, and the same data give the same.
    """
    method = "-".join(map(str, (setting.methodology.version, *setting.weights)))
    key = f"pivots:{setting.focus.pk}:{inputs.version}:{today}:{method}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is None:
        kept = {"moments": [_row(setting, moment) for moment in _found(setting, inputs, today)]}
        cache.set(key, kept, _DAY)
    return kept


def tell_pivots(setting: Setting, found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what was computed, with the titles and days of the events: see docs/api.md."""
    moments = found["moments"]
    told = titles(setting, {event for moment in moments for event in moment["events"]})
    return [
        moment | {"events": [{"event": e, **told[e]} for e in moment["events"] if e in told]}
        for moment in moments
    ]


def _found(setting: Setting, inputs: Inputs, today: date) -> list[Change]:
    left_out = inputs.known_only_by_year
    events = (e for e in inputs.events(setting.methodology.scale) if e.id not in left_out)
    found = _weighed(impacts(events, inputs.world, setting.focus.actor.code), setting)
    return changes(points(found, len(setting.poles)), today.toordinal(), seed_of(inputs.version))


def _weighed(found: Impacts, setting: Setting) -> Impacts:
    weight = np.asarray(setting.weights)[found.dimension]
    return replace(found, cooperation=found.cooperation * weight, conflict=found.conflict * weight)


def _row(setting: Setting, moment: Change) -> dict[str, Any]:
    cells = sorted(_cells(setting, moment), key=lambda cell: cell["before"] - cell["after"])
    return {
        "date": date.fromordinal(moment.day).isoformat(),
        "p": moment.p,
        "shift": moment.shift,
        "strength": "pivot" if moment.is_pivot else "weak",
        "before": moment.before,
        "after": moment.after,
        "grew": [cell for cell in cells if cell["after"] - cell["before"] >= TOLD],
        "shrank": [cell for cell in cells[::-1] if cell["before"] - cell["after"] >= TOLD],
        "events": [int(event) for event in moment.events],
    }


def _cells(setting: Setting, moment: Change) -> Iterator[dict[str, Any]]:
    """Yield the share of each pole's cooperation and conflict, before and after."""
    names = [(pole.code, kind) for kind in ("cooperation", "conflict") for pole in setting.poles]
    shares = zip(names, moment.shares_before.tolist(), moment.shares_after.tolist(), strict=True)
    for (pole, kind), before, after in shares:
        yield {"pole": pole, "kind": kind, "before": before, "after": after}
