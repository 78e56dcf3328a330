"""Charts: their words, addresses, table, and the picture for readers without JavaScript."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.panels import titles
from balance.panels.addresses import balance_url, events_url
from balance.panels.answers import Answer, Point, latest, names
from balance.panels.drawing import (
    Mark,
    Stretch,
    Tick,
    areas,
    from_top,
    line,
    positions,
    spread,
    stretches,
    time_ticks,
)
from balance.panels.tables import (
    Table,
    effective_poles_table,
    shares_table,
    tone_table,
)
from balance.panels.wording import days, decimal, opening, percent, plain, signed
from balance.queries.questions import BalanceQuestion

SPARK_POINTS = 100  # As many as a line of a few centimetres can show.
STEP_WORDS = {
    "day": gettext_lazy("Daily"),
    "week": gettext_lazy("Weekly"),
    "month": gettext_lazy("Monthly"),
    "quarter": gettext_lazy("Quarterly"),
    "year": gettext_lazy("Yearly"),
}


@dataclass(frozen=True)
class Label:
    """A pole at the end of its line or layer."""

    mark: Mark
    name: str
    value: str
    dash: str


@dataclass(frozen=True)
class Picture:
    """What is drawn on the server: layers or lines, and their axes."""

    filled: bool
    labels: list[Label]
    across: list[Tick]
    up: list[Tick]
    thin: list[Stretch]
    pins: list[Tick]


@dataclass(frozen=True)
class Chart:
    """Everything that components/chart.html shows."""

    kind: str
    title: str
    unit: str
    period: str
    pole: str
    data_url: str
    csv_url: str
    events_url: str
    picture: Picture
    table: Table


@dataclass(frozen=True)
class Drawn:
    """What a chart is made from: a question, its answer, and the editor's choice of a pole."""

    question: BalanceQuestion
    answer: Answer
    year_ago: Point | None
    pole: str
    pins: list[dict[str, Any]]
    periods: list[str]

    @property
    def points(self) -> list[Point]:
        return self.answer["points"]

    @property
    def names(self) -> dict[str, str]:
        """The poles that the chart shows."""
        shown = names(self.answer)
        return {self.pole: shown[self.pole]} if self.pole in shown else shown


def shares_chart(drawn: Drawn) -> Chart:
    """Return the shares as layers that fill the whole, or one pole's share as a line."""
    single = len(drawn.names) == 1
    title = (
        titles.pole_title(drawn.points, drawn.pole, drawn.names, drawn.question.step)
        if single
        else titles.shares_title(drawn.points, drawn.names, drawn.question.step)
    )
    values = _by_pole(drawn, "share")
    picture = _lines(drawn, values, 0, 1, percent) if single else _layers(drawn, values)
    table = shares_table(drawn.points, drawn.periods, drawn.names)
    unit = _("Share of the cooperation on record with the poles, in percent")
    return _chart("shares", title, unit, drawn, picture, table)


def tone_chart(drawn: Drawn) -> Chart:
    """Return a line of tone for each pole."""
    title = titles.tone_title(latest(drawn.answer), drawn.names)
    picture = _lines(drawn, _by_pole(drawn, "tone"), -1, 1, signed)
    table = tone_table(drawn.points, drawn.periods, drawn.names)
    unit = _("Tone, from −1, only conflict, to +1, only cooperation")
    return _chart("tone", title, unit, drawn, picture, table)


def effective_poles_chart(drawn: Drawn) -> Chart:
    """Return the number of effective poles as one line between 1 and the number of poles."""
    most = len(drawn.answer["poles"])
    focus = drawn.answer["focus_name"]
    title = titles.effective_poles_title(latest(drawn.answer), drawn.year_ago, focus)
    values = [point["effective_poles"] for point in drawn.points]
    label = Label(
        Mark("effective", line(_across(drawn), values, 1, most), _end(values, 1, most)),
        "",
        "" if (value := _last(values)) is None else decimal(value),
        "solid",
    )
    up = [Tick(from_top(number, 1, most), str(number)) for number in range(1, most + 1)]
    picture = _picture(drawn, [label], up)
    unit = _("Effective poles: how many equal partners would share as evenly, 1 to %(most)d")
    table = effective_poles_table(drawn.points, drawn.periods)
    return _chart("effective_poles", title, unit % {"most": most}, drawn, picture, table)


CHARTS: dict[str, Callable[[Drawn], Chart]] = {
    "shares": shares_chart,
    "tone": tone_chart,
    "effective_poles": effective_poles_chart,
}


def spark(points: list[Point], code: str) -> str:
    """Return the path of a pole's share, from zero to the largest share of any pole."""
    if not points:
        return ""
    start = date.fromisoformat(points[0]["start"])
    points = points[:: -1 - len(points) // SPARK_POINTS][::-1]
    xs = positions([date.fromisoformat(point["date"]) for point in points], start=start)
    shares = [pole["share"] or 0 for point in points for pole in point["poles"].values()]
    return line(xs, [point["poles"][code]["share"] for point in points], 0, max(shares) or 1)


def _chart(kind: str, title: str, unit: str, drawn: Drawn, picture: Picture, table: Table) -> Chart:
    question = drawn.question
    return Chart(
        kind=kind,
        title=title,
        unit=unit,
        period=_period(drawn.answer),
        pole=drawn.pole,
        data_url=balance_url(question),
        csv_url=balance_url(question, format="csv"),
        events_url=events_url(question, pole=drawn.pole),
        picture=picture,
        table=table,
    )


def _layers(drawn: Drawn, values: dict[str, list[float | None]]) -> Picture:
    """Stack the poles from the bottom, in the order in which cards and tables name them."""
    codes = list(values)
    paths = dict(zip(codes, areas(_across(drawn), [values[code] for code in codes]), strict=True))
    middles, floor = {}, 0.0
    for code in codes:
        share = _last(values[code])
        middles[code] = None if share is None else from_top(floor + share / 2, 0, 1)
        floor += share or 0.0
    up = [Tick(from_top(part / 4, 0, 1), percent(part / 4)) for part in range(5)]
    labels = _labels(drawn, paths, middles, values, percent)
    return _picture(drawn, labels, up, filled=True)


def _lines(
    drawn: Drawn,
    values: dict[str, list[float | None]],
    low: float,
    high: float,
    write: Callable[[float], str],
) -> Picture:
    across = _across(drawn)
    paths = {code: line(across, row, low, high) for code, row in values.items()}
    ends = {code: _end(row, low, high) for code, row in values.items()}
    marks = [low + (high - low) * part / 4 for part in range(5)]
    up = [Tick(from_top(at, low, high), write(at)) for at in marks]
    return _picture(drawn, _labels(drawn, paths, ends, values, write), up)


def _picture(drawn: Drawn, labels: list[Label], up: list[Tick], *, filled: bool = False) -> Picture:
    """Put the marks on the axes, with the pins and the time of thin evidence."""
    thin = ["thin" in point["flags"] and point["reason"] is None for point in drawn.points]
    return Picture(
        filled=filled,
        labels=labels,
        across=time_ticks(_start(drawn), _stop(drawn)),
        up=up,
        thin=stretches(_across(drawn), thin),
        pins=_pins(drawn),
    )


def _pins(drawn: Drawn) -> list[Tick]:
    """Number the pinned moments as the list under the chart does."""
    first, width = _start(drawn).toordinal(), (_stop(drawn) - _start(drawn)).days
    return [
        Tick(100 * (date.fromisoformat(pin["date"]).toordinal() - first) / width, str(number))
        for number, pin in enumerate(drawn.pins, 1)
    ]


def _labels(
    drawn: Drawn,
    paths: dict[str, str],
    wanted: dict[str, float | None],
    values: dict[str, list[float | None]],
    write: Callable[[float], str],
) -> list[Label]:
    dashes = {pole["code"]: pole["dash"] for pole in drawn.answer["poles"]}
    heights = dict(zip(wanted, spread(list(wanted.values())), strict=True))
    return [
        Label(
            Mark(code, paths[code], heights[code]),
            opening(name),
            "" if (value := _last(values[code])) is None else write(value),
            dashes[code],
        )
        for code, name in drawn.names.items()
    ]


def _by_pole(drawn: Drawn, measure: str) -> dict[str, list[float | None]]:
    return {code: [p["poles"][code][measure] for p in drawn.points] for code in drawn.names}


def _last(values: list[float | None]) -> float | None:
    """Return the last number there is."""
    return next((value for value in reversed(values) if value is not None), None)


def _end(values: list[float | None], low: float, high: float) -> float | None:
    value = _last(values)
    return None if value is None else from_top(value, low, high)


def _start(drawn: Drawn) -> date:
    return date.fromisoformat(drawn.answer["start"])


def _across(drawn: Drawn) -> list[int]:
    dates = [date.fromisoformat(point["date"]) for point in drawn.points]
    return positions(dates, start=_start(drawn))


def _stop(drawn: Drawn) -> date:
    return date.fromisoformat(drawn.answer["end"])


def _period(answer: Answer) -> str:
    """Say which span the chart shows, and how its numbers stand in time."""
    words = {
        "span": days(date.fromisoformat(answer["start"]), date.fromisoformat(answer["end"])),
        "step": STEP_WORDS[answer["step"]],
        "days": plain(answer["half_life"]),
    }
    if answer["kernel"] == "flow":
        return _("%(step)s, %(span)s; each period alone") % words
    return _("%(step)s, %(span)s; half-life %(days)s days") % words
