"""Charts: their words, addresses, picture and table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.panels import titles
from balance.panels.addresses import balance_url, events_url
from balance.panels.answers import Answer, latest
from balance.panels.chart_data import ChartData
from balance.panels.pictures import Picture, counting_line, layers, lines
from balance.panels.tables import Table, effective_poles_table, shares_table, tone_table
from balance.panels.wording import days, percent, plain, signed

STEP_WORDS = {
    "day": gettext_lazy("Daily"),
    "week": gettext_lazy("Weekly"),
    "month": gettext_lazy("Monthly"),
    "quarter": gettext_lazy("Quarterly"),
    "year": gettext_lazy("Yearly"),
}


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


def shares_chart(data: ChartData) -> Chart:
    """Return the shares as layers that fill the whole, or one pole's share as a line."""
    values, step = data.by_pole("share"), data.question.step
    if len(data.names) == 1:
        (code,) = data.names
        title = titles.pole_title(data.points, code, data.names, step)
        picture = lines(data, values, 0, 1, percent)
    else:
        title = titles.shares_title(data.points, data.names, step)
        picture = layers(data, values)
    table = shares_table(data.points, data.periods, data.names, with_ends=data.has_intervals)
    unit = _("Share of the cooperation on record with the poles, in percent")
    return _chart("shares", title, unit, data, picture, table)


def tone_chart(data: ChartData) -> Chart:
    """Return a line of tone for each pole."""
    title = titles.tone_title(latest(data.answer), data.names)
    picture = lines(data, data.by_pole("tone"), -1, 1, signed)
    table = tone_table(data.points, data.periods, data.names, with_ends=data.has_intervals)
    unit = _("Tone, from −1, only conflict, to +1, only cooperation")
    return _chart("tone", title, unit, data, picture, table)


def effective_poles_chart(data: ChartData) -> Chart:
    """Return the number of effective poles as one line between 1 and the number of poles."""
    most = len(data.answer["poles"])
    focus = data.answer["focus_name"]
    title = titles.effective_poles_title(latest(data.answer), data.year_ago, focus)
    picture = counting_line(data, [point["effective_poles"] for point in data.points], most)
    unit = _("Effective poles: how many equal partners would share as evenly, 1 to %(most)d")
    table = effective_poles_table(data.points, data.periods, with_ends=data.has_intervals)
    return _chart("effective_poles", title, unit % {"most": most}, data, picture, table)


CHARTS: dict[str, Callable[[ChartData], Chart]] = {
    "shares": shares_chart,
    "tone": tone_chart,
    "effective_poles": effective_poles_chart,
}


def _chart(
    kind: str, title: str, unit: str, data: ChartData, picture: Picture, table: Table
) -> Chart:
    return Chart(
        kind=kind,
        title=title,
        unit=unit,
        period=_period(data.answer),
        pole=data.pole,
        data_url=balance_url(data.question, interval="1"),
        csv_url=balance_url(data.question, interval="1", format="csv"),
        events_url=events_url(data.question, pole=data.pole),
        picture=picture,
        table=table,
    )


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
