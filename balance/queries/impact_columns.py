"""What each event gives, as columns: enough to make the daily series again, and otherwise."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from balance.compute.arrays import Floats, Integers
from balance.compute.daily import years_of
from balance.compute.impacts import Impacts
from balance.compute.world import DIMENSIONS
from balance.models import Event
from balance.queries.balance import Setting, lines
from balance.queries.history import known
from balance.queries.outlets import SupportingOutlets


def confidences(setting: Setting, events: Integers) -> dict[int, float]:
    """Return the probability of each event, as known on the question's instant."""
    rows = known(Event, setting.question.as_of).filter(id__in=events.tolist())
    return dict(rows.values_list("id", "confidence"))


def impact_columns(
    setting: Setting, found: Impacts, outlets: SupportingOutlets, confidence: Mapping[int, float]
) -> dict[str, Any]:
    """Return the impacts and counts as columns; days are places from `first_day` on."""
    first, stop = years_of(found)
    asked = setting.question.dimensions or DIMENSIONS
    kept = np.isin(found.counts.dimension, [DIMENSIONS.index(name) for name in asked])
    events, at, of_count = np.unique(
        found.counts.event[kept], return_index=True, return_inverse=True
    )
    return {
        "first_day": date.fromordinal(first).isoformat(),
        "days": stop - first,
        "dimensions": list(DIMENSIONS),
        "poles": lines(setting),
        "outlets": [{"id": key, "name": name} for key, name in outlets.names().items()],
        "events": _events(found, kept, events, at, first, outlets, confidence),
        "impacts": _impacts(found, events, first),
        "counts": {
            "event": of_count.tolist(),
            "pole": found.counts.pole[kept].tolist(),
            "share": found.counts.share[kept].tolist(),
        },
    }


def _events(
    found: Impacts,
    kept: Any,
    events: Integers,
    at: Integers,
    first: int,
    outlets: SupportingOutlets,
    confidence: Mapping[int, float],
) -> dict[str, list[Any]]:
    counts = found.counts
    begun, ended = counts.begun[kept][at], counts.ended[kept][at]
    supporting, ids = outlets.ids_by_event(), events.tolist()
    place = {key: number for number, key in enumerate(outlets.names())}
    return {
        "id": ids,
        "first": (begun - first).tolist(),
        "days": (ended - begun).tolist(),
        "dimension": counts.dimension[kept][at].tolist(),
        "confidence": [confidence.get(key, 1.0) for key in ids],
        "outlets": [[place[outlet] for outlet in supporting.get(key, ())] for key in ids],
    }


def _impacts(found: Impacts, events: Integers, first: int) -> dict[str, list[Any]]:
    """Return the pieces that are not 0, in their order; cooperation is above 0, conflict below."""
    points: Floats = found.cooperation - found.conflict
    rows = np.flatnonzero((points != 0) & np.isin(found.event, events))
    return {
        "event": np.searchsorted(events, found.event[rows]).tolist(),
        "pole": found.pole[rows].tolist(),
        "first": (found.first[rows] - first).tolist(),
        "days": (found.stop[rows] - found.first[rows]).tolist(),
        "points": points[rows].tolist(),
    }
