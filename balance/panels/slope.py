"""A slope for each pole from one date to another, as the server draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from balance.panels.certainty import ends
from balance.panels.drawing import Ends, Tick, from_top, spread
from balance.panels.wording import opening, percent

APART = 7  # Pixels between the slopes of two poles, so that their intervals can be told apart.
PARTS = 4


@dataclass(frozen=True)
class End:
    """Where a slope begins or ends, from the top in per cent, its interval, and its label."""

    at: float | None
    low: float | None
    high: float | None
    label_at: float | None
    says: str


@dataclass(frozen=True)
class Line:
    """One pole's slope; `aside` moves it in pixels. Without a share at both ends it is no line."""

    code: str
    name: str
    aside: float
    first: End
    last: End

    @property
    def is_whole(self) -> bool:
        """Whether there is a share at both ends."""
        return self.first.at is not None and self.last.at is not None


@dataclass(frozen=True)
class Slope:
    """What components/slope.html shows."""

    first: str
    last: str
    up: list[Tick]
    lines: list[Line]


def slope(
    first: Mapping[str, Any],
    last: Mapping[str, Any],
    dates: tuple[str, str],
    known: Mapping[str, str],
    *,
    high: float,
) -> Slope:
    """Return the poles' shares at two points, on an axis from 0 to `high`."""
    starts, stops = _ends_of(first, known, high), _ends_of(last, known, high)
    middle = (len(known) - 1) / 2
    return Slope(
        first=dates[0],
        last=dates[1],
        up=[
            Tick(from_top(high * part / PARTS, 0, high), percent(high * part / PARTS))
            for part in range(PARTS + 1)
        ],
        lines=[
            Line(code, opening(name), APART * (number - middle), starts[number], stops[number])
            for number, (code, name) in enumerate(known.items())
        ],
    )


def _ends_of(point: Mapping[str, Any], known: Mapping[str, str], high: float) -> list[End]:
    shares = [point["poles"][code]["share"] for code in known]
    heights = [None if share is None else from_top(share, 0, high) for share in shares]
    return [
        _end(share, at, label_at, ends(point["poles"][code], "share"), high)
        for code, share, at, label_at in zip(known, shares, heights, spread(heights), strict=True)
    ]


def _end(
    share: float | None,
    at: float | None,
    label_at: float | None,
    interval: Ends | None,
    high: float,
) -> End:
    low, top = _heights(interval, high)
    return End(at, low, top, label_at, "" if share is None else percent(share))


def _heights(interval: Sequence[float] | None, high: float) -> tuple[float | None, float | None]:
    if interval is None:
        return None, None
    return from_top(interval[0], 0, high), from_top(interval[1], 0, high)
