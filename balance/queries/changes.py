"""Months in which a pole's share moved much, with the events that moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np

from balance.compute.explain import brought
from balance.compute.impacts import Impacts
from balance.queries.balance import Setting
from balance.queries.explain import pole_index, titles

LEAST = 0.05  # Of the whole: five points.
MOST, MOST_EVENTS = 30, 3

Point = dict[str, Any]


@dataclass(frozen=True)
class ShareChange:
    """A pole's share at the ends of two months, and the events that arrived in the second.

    Of a rise those that brought cooperation to the pole, of a fall those that brought it to others.
    """

    pole: str
    month: date
    before: float
    after: float
    events: list[dict[str, Any]]


def share_changes(setting: Setting, found: Impacts, points: Sequence[Point]) -> list[ShareChange]:
    """Return the newest large changes of whole months, newest first; thin months are left out."""
    moved = [
        (former, point, pole.code)
        for former, point in pairwise(points)
        if _is_whole(former) and _is_whole(point)
        for pole in setting.poles
        if _change(former, point, pole.code) >= LEAST
    ][::-1][:MOST]
    arrived = [_arrived(setting, found, former, point, pole) for former, point, pole in moved]
    told = titles(setting, [event for events in arrived for event in events])
    return [
        ShareChange(
            pole=pole,
            month=date.fromisoformat(point["start"]),
            before=former["poles"][pole]["share"],
            after=point["poles"][pole]["share"],
            events=[{"event": event, **told[event]} for event in events],
        )
        for (former, point, pole), events in zip(moved, arrived, strict=True)
    ]


def _is_whole(point: Point) -> bool:
    """Say whether the point is of a month that is over, on evidence that is not thin."""
    return point["end"].endswith("-01") and "thin" not in point["flags"]


def _change(former: Point, point: Point, pole: str) -> float:
    before, after = former["poles"][pole]["share"], point["poles"][pole]["share"]
    return 0.0 if before is None or after is None else abs(after - before)


def _arrived(setting: Setting, found: Impacts, former: Point, point: Point, pole: str) -> list[int]:
    events, cooperation, _conflict = brought(
        found,
        len(setting.poles),
        date.fromisoformat(former["date"]).toordinal(),
        (date.fromisoformat(point["end"]) - timedelta(days=1)).toordinal(),
        setting.half_life,
        setting.weights,
    )
    own = cooperation[:, pole_index(setting, pole)]
    rose = point["poles"][pole]["share"] > former["poles"][pole]["share"]
    size = own if rose else cooperation.sum(axis=1) - own
    largest = np.lexsort((events, -size))[:MOST_EVENTS].tolist()
    keys = events.tolist()
    return [keys[at] for at in largest if size[at] > 0]
