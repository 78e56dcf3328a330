"""Where the marks of a chart stand: paths and labels for a picture without JavaScript.

Paths live in a box of 1000 by 1000 that the page stretches; labels stand at percentages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from balance.panels.conventions import written

BOX = 1000
LABEL_GAP = 7.0  # Percent of the height that a line of text takes.
MOST_TICKS = 6

Values = Sequence[float | None]
Ends = Sequence[float]


@dataclass(frozen=True)
class Tick:
    """A number of an axis, and where it stands, in percent."""

    at: float
    label: str


@dataclass(frozen=True)
class Stretch:
    """A part of the axis of time, in percent."""

    at: float
    width: float


@dataclass(frozen=True)
class Mark:
    """One pole's mark: its path, where its label stands in percent from the top, its intervals."""

    code: str
    path: str
    label_at: float | None
    band: str = ""


def positions(days: Sequence[date], *, start: date) -> list[int]:
    """Return where each day stands from left to right, on an axis that begins at `start`."""
    width = max(1, days[-1].toordinal() - start.toordinal()) if days else 1
    return [round(BOX * (on.toordinal() - start.toordinal()) / width) for on in days]


def line(xs: Sequence[int], values: Values, low: float, high: float) -> str:
    """Return the path of a line; where there is no number there is a gap."""
    return " ".join(
        "M"
        + "L".join(f"{xs[at]} {_height(values[at], low, high)}" for at in run)
        + ("h0" if len(run) == 1 else "")
        for run in _runs(values)
    )


def band(xs: Sequence[int], ends: Sequence[Ends | None], low: float, high: float) -> str:
    """Return the path around a line's intervals; where there is none there is a gap."""
    return " ".join(
        _around(
            [f"{xs[at]} {_height(_end(ends[at], 1), low, high)}" for at in run],
            [f"{xs[at]} {_height(_end(ends[at], 0), low, high)}" for at in run],
        )
        for run in _runs(ends)
    )


def bars(xs: Sequence[int], ends: Sequence[Ends | None], low: float, high: float) -> str:
    """Return the path of a bar from low to high at each number that has an interval."""
    return " ".join(
        f"M{x} {_height(pair[0], low, high)}V{_height(pair[1], low, high)}"
        for x, pair in zip(xs, ends, strict=True)
        if pair is not None
    )


def areas(xs: Sequence[int], layers: Sequence[Values]) -> list[str]:
    """Return the path of each layer, stacked from the bottom, of numbers that sum to 1.

    A period is a gap in all layers where it is one in any.
    """
    whole = [None if None in column else 1.0 for column in zip(*layers, strict=True)]
    floors = [0.0] * len(xs)
    paths = []
    for layer in layers:
        tops = [floor + (value or 0.0) for floor, value in zip(floors, layer, strict=True)]
        paths.append(" ".join(_area(xs, floors, tops, run) for run in _runs(whole)))
        floors = tops
    return paths


def spread(wanted: Sequence[float | None], gap: float = LABEL_GAP) -> list[float | None]:
    """Move labels apart, as little as it takes, keeping their order and the picture's edges."""
    order = sorted((y, at) for at, y in enumerate(wanted) if y is not None)
    result: list[float | None] = [None] * len(wanted)
    lowest = gap / 2
    for number, (y, at) in enumerate(order):
        room_below = 100 - gap / 2 - gap * (len(order) - number - 1)
        placed = max(lowest, min(y, room_below))
        result[at] = round(placed, 1)
        lowest = placed + gap
    return result


def stretches(xs: Sequence[int], raised: Sequence[bool]) -> list[Stretch]:
    """Return where something holds: each point stands for the time since the one before it."""
    found: list[Stretch] = []
    before = 0
    for x, holds in zip(xs, raised, strict=True):
        part = Stretch(before * 100 / BOX, (x - before) * 100 / BOX)
        before = x
        if not holds:
            continue
        if found and abs(found[-1].at + found[-1].width - part.at) < 0.01:
            part = Stretch(found[-1].at, part.at + part.width - found.pop().at)
        found.append(part)
    return found


def from_top(value: float, low: float, high: float) -> float:
    """Return how far from the top a number stands, in percent."""
    return 100 * (high - value) / (high - low)


def time_ticks(first: date, last: date) -> list[Tick]:
    """Return round dates between two days: years, or else months, at most about six."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 12 * ceil(months / 12 / MOST_TICKS) if months > 36 else _month_step(months)
    width = max(1, last.toordinal() - first.toordinal())
    ticks = []
    for number in range(first.year * 12, last.year * 12 + 12, step):
        on = date(number // 12, number % 12 + 1, 1)
        at = 100 * (on.toordinal() - first.toordinal()) / width
        if 0 <= at <= 94:
            label = str(on.year) if step >= 12 else written(on, "M Y")
            ticks.append(Tick(round(at, 1), label))
    return ticks


def _month_step(months: int) -> int:
    return next(step for step in (1, 2, 3, 6) if months / step <= MOST_TICKS or step == 6)


def _height(value: float | None, low: float, high: float) -> int:
    return round(BOX * (high - min(max(value or 0.0, low), high)) / (high - low))


def _runs(values: Sequence[object]) -> list[list[int]]:
    """Return the stretches without a gap, as lists of indices."""
    runs: list[list[int]] = [[]]
    for at, value in enumerate(values):
        if value is not None:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _area(
    xs: Sequence[int], floors: Sequence[float], tops: Sequence[float], run: Sequence[int]
) -> str:
    return _around(
        [f"{xs[at]} {_height(tops[at], 0, 1)}" for at in run],
        [f"{xs[at]} {_height(floors[at], 0, 1)}" for at in run],
    )


def _around(tops: Sequence[str], floors: Sequence[str]) -> str:
    return "M" + "L".join([*tops, *reversed(floors)]) + "Z"


def _end(ends: Ends | None, which: int) -> float | None:
    return None if ends is None else ends[which]
