"""The picture of a chart as the server draws it, for readers without JavaScript."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from balance.panels.answers import Point
from balance.panels.certainty import ends as ends_of
from balance.panels.chart_data import ChartData
from balance.panels.drawing import (
    Ends,
    Mark,
    Stretch,
    Tick,
    Values,
    areas,
    band,
    bars,
    from_top,
    line,
    positions,
    spread,
    stretches,
    time_ticks,
)
from balance.panels.wording import decimal, opening, percent

SPARK_POINTS = 100  # As many as a line of a few centimetres can show.
PARTS = 4  # Into which the axis of numbers is divided.

Write = Callable[[float], str]


@dataclass(frozen=True)
class Label:
    """A pole's mark, with the name and the number that stand at its end."""

    mark: Mark
    name: str
    value: str


@dataclass(frozen=True)
class Picture:
    """Layers or lines, their axes, the time of thin evidence, numbered pins, and pivots.

    `behind` are lines that others are compared with.
    """

    filled: bool
    labels: list[Label]
    across: list[Tick]
    up: list[Tick]
    thin: list[Stretch]
    pins: list[Tick]
    has_bars: bool = False
    pivots: list[Tick] = field(default_factory=list)
    behind: list[Mark] = field(default_factory=list)


def layers(data: ChartData) -> Picture:
    """Stack the poles' shares from the bottom, in the order in which cards and tables name them."""
    values = data.by_pole("share")
    paths = dict(zip(values, areas(data.across, list(values.values())), strict=True))
    middles: dict[str, float | None] = {}
    floor = 0.0
    for code, row in values.items():
        share = _last(row)
        middles[code] = None if share is None else from_top(floor + share / 2, 0, 1)
        floor += share or 0.0
    up = [Tick(from_top(part / PARTS, 0, 1), percent(part / PARTS)) for part in range(PARTS + 1)]
    labels = _labels(data, paths, middles, {code: _said(values[code], percent) for code in values})
    return _picture(data, labels, up, filled=True)


def lines(data: ChartData, measure: str, low: float, high: float, write: Write) -> Picture:
    """Draw a line for each pole, with the intervals around it."""
    values = data.by_pole(measure)
    paths = {code: line(data.across, row, low, high) for code, row in values.items()}
    around = _around(data)
    bands = {
        code: around(data.across, row, low, high)
        for code, row in data.ends_by_pole(measure).items()
    }
    ends = {code: _end(row, low, high) for code, row in values.items()}
    numbers = [low + (high - low) * part / PARTS for part in range(PARTS + 1)]
    up = [Tick(from_top(number, low, high), write(number)) for number in numbers]
    said = {code: _said(values[code], write) for code in values}
    return _picture(data, _labels(data, paths, ends, said, bands), up)


def counting_line(data: ChartData, most: int) -> Picture:
    """Draw the effective poles as one line between 1 and a whole number."""
    high = max(most, 2)  # A scheme of a single pole has an axis, too.
    values = [point["effective_poles"] for point in data.points]
    around = [ends_of(point, "effective_poles") for point in data.points]
    mark = Mark(
        "effective",
        line(data.across, values, 1, high),
        _end(values, 1, high),
        _around(data)(data.across, around, 1, high),
    )
    up = [Tick(from_top(number, 1, high), str(number)) for number in range(1, high + 1)]
    return _picture(data, [Label(mark, "", _said(values, decimal))], up)


def spark(points: list[Point], code: str) -> str:
    """Return the path of a pole's share, from zero to the largest share of any pole."""
    if not points:
        return ""
    start = date.fromisoformat(points[0]["start"])
    points = points[:: -1 - len(points) // SPARK_POINTS][::-1]
    xs = positions([date.fromisoformat(point["date"]) for point in points], start=start)
    shares = [pole["share"] or 0 for point in points for pole in point["poles"].values()]
    return line(xs, [point["poles"][code]["share"] for point in points], 0, max(shares) or 1)


def _around(data: ChartData) -> Callable[[Sequence[int], Sequence[Ends | None], float, float], str]:
    """Return what draws intervals: between two periods of flow there is nothing to fill."""
    return bars if data.is_flow else band


def _picture(
    data: ChartData, labels: list[Label], up: list[Tick], *, filled: bool = False
) -> Picture:
    thin = ["thin" in point["flags"] and point["reason"] is None for point in data.points]
    return Picture(
        filled=filled,
        has_bars=data.is_flow,
        labels=labels,
        across=time_ticks(data.start, data.end),
        up=up,
        thin=stretches(data.across, thin),
        pins=_moments(data, [(pin["date"], str(n)) for n, pin in enumerate(data.pins, 1)]),
        pivots=_moments(data, [(pivot["date"], pivot["label"]) for pivot in data.pivots]),
    )


def _moments(data: ChartData, moments: list[tuple[str, str]]) -> list[Tick]:
    """Place days with what is written at them; pins have the numbers of the list below."""
    first, width = data.start.toordinal(), (data.end - data.start).days
    return [
        Tick(100 * (date.fromisoformat(day).toordinal() - first) / width, label)
        for day, label in moments
    ]


def _labels(
    data: ChartData,
    paths: Mapping[str, str],
    wanted: Mapping[str, float | None],
    said: Mapping[str, str],
    bands: Mapping[str, str] | None = None,
) -> list[Label]:
    heights = dict(zip(wanted, spread(list(wanted.values())), strict=True))
    return [
        Label(
            Mark(code, paths[code], heights[code], (bands or {}).get(code, "")),
            opening(name),
            said[code],
        )
        for code, name in data.drawn.items()
    ]


def _last(values: Values) -> float | None:
    """Return the last number there is."""
    return next((value for value in reversed(values) if value is not None), None)


def _end(values: Values, low: float, high: float) -> float | None:
    value = _last(values)
    return None if value is None else from_top(value, low, high)


def _said(values: Values, write: Write) -> str:
    value = _last(values)
    return "" if value is None else write(value)
