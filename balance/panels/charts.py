"""Charts: their words, addresses, picture and table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from balance.models.spans import FIRST_DAY
from balance.panels import titles
from balance.panels.addresses import balance_url, method_url
from balance.panels.answers import Answer, latest
from balance.panels.chart_data import ChartData
from balance.panels.pictures import Picture, counting_line, layers, lines
from balance.panels.tables import Table, effective_poles_table, shares_table, tone_table
from balance.panels.wording import days, percent, plain, plural_of, signed

STEP_WORDS = {
    "day": gettext_lazy("Daily"),
    "week": gettext_lazy("Weekly"),
    "month": gettext_lazy("Monthly"),
    "quarter": gettext_lazy("Quarterly"),
    "year": gettext_lazy("Yearly"),
}
LINES, LAYERS = "lines", "layers"
VIEWS = (LINES, LAYERS)


@dataclass(frozen=True)
class Chart:
    """Everything that components/chart.html shows; `view` is empty where there is only one."""

    kind: str
    title: str
    unit: str
    period: str
    pole: str
    view: str
    certainty: list[tuple[str, str]]
    data_url: str
    csv_url: str
    why_url: str
    picture: Picture
    table: Table
    not_drawn: str = ""  # What the reader hides, in a sentence.


def shares_chart(data: ChartData) -> Chart:
    """Return the shares as lines or, where the reader asks, as layers that fill the whole."""
    step, view = data.question.step, ""
    picture = lines(data, "share", 0, 1, percent)
    if len(data.names) == 1:
        (code,) = data.names
        title = titles.pole_title(data.points, code, data.names, step)
    elif data.is_part:
        title = titles.some_shares_title(latest(data.answer), data.names)
    else:
        title = titles.shares_title(data.points, data.names, step)
        view = data.shown.view or (LAYERS if data.is_flow else LINES)
        if view == LAYERS:
            picture = layers(data)
    table = shares_table(data.points, data.periods, data.names, with_ends=data.has_intervals)
    unit = _("Share of the cooperation on record with the poles, in percent")
    return _chart("shares", title, unit, data, picture, table, view)


def tone_chart(data: ChartData) -> Chart:
    """Return a line of tone for each pole."""
    told = titles.some_tones_title if data.is_part else titles.tone_title
    title = told(latest(data.answer), data.names)
    picture = lines(data, "tone", -1, 1, signed)
    table = tone_table(data.points, data.periods, data.names, with_ends=data.has_intervals)
    unit = _("Tone, from −1, only conflict, to +1, only cooperation")
    return _chart("tone", title, unit, data, picture, table)


def effective_poles_chart(data: ChartData) -> Chart:
    """Return the number of effective poles as one line between 1 and the number of poles."""
    most = len(data.answer["poles"])
    focus = data.answer["focus_name"]
    title = titles.effective_poles_title(latest(data.answer), data.year_ago, focus)
    picture = counting_line(data, most)
    unit = _("Effective poles: how many equal partners would share as evenly, 1 to %(most)d")
    table = effective_poles_table(data.points, data.periods, with_ends=data.has_intervals)
    return _chart("effective_poles", title, unit % {"most": most}, data, picture, table)


CHARTS: dict[str, Callable[[ChartData], Chart]] = {
    "shares": shares_chart,
    "tone": tone_chart,
    "effective_poles": effective_poles_chart,
}


def _chart(
    kind: str,
    title: str,
    unit: str,
    data: ChartData,
    picture: Picture,
    table: Table,
    view: str = "",
) -> Chart:
    pole = {"pole": data.pole} if data.pole else {}
    why_url = method_url("why", data.question, **pole)
    linked = replace(table, links=_reasons(data, why_url))
    return Chart(
        kind=kind,
        title=title,
        unit=unit,
        period=_period(data.answer),
        pole=",".join(data.only),
        view=view,
        certainty=_certainty(data, view),
        data_url=balance_url(data.question, interval="1"),
        csv_url=balance_url(data.question, interval="1", format="csv"),
        why_url=why_url,
        picture=picture,
        table=linked if data.is_whole else linked.short(),
        not_drawn="" if kind == "effective_poles" else _not_drawn(data),
    )


def _not_drawn(data: ChartData) -> str:
    """Name the poles that the picture leaves out; static/js/words.js says the same."""
    hidden = [name for code, name in data.names.items() if code not in data.drawn]
    if not hidden:
        return ""
    sentence = _("Not drawn: %(poles)s; the numbers are still of all poles.")
    return sentence % {"poles": ", ".join(hidden)}


def _certainty(data: ChartData, view: str) -> list[tuple[str, str]]:
    """Say for each view of the chart where its intervals are."""
    if not data.has_intervals:
        return []
    # A sign of percent, no placeholder. xgettext:no-python-format
    bars = _("bars are 90 % intervals")
    # A sign of percent, no placeholder. xgettext:no-python-format
    bands = _("bands are 90 % intervals")
    drawn = bars if data.is_flow else bands
    if not view:
        return [("", drawn)]
    # A sign of percent, no placeholder. xgettext:no-python-format
    in_the_table = _("90 % intervals are in the table")
    return [(LINES, drawn), (LAYERS, in_the_table)]


def _reasons(data: ChartData, why_url: str) -> list[str]:
    """Return where each row of the table, newest first, leads: why the period changed the pole."""
    sign = "&" if "?" in why_url else "?"
    return [
        f"{why_url}{sign}from={day_before(point['start'])}&to={point['date']}"
        for point in reversed(data.points)
    ]


def day_before(first: str) -> str:
    """Return the last day of the period before, or the first day that can be asked for."""
    return max(date.fromisoformat(first) - timedelta(days=1), FIRST_DAY).isoformat()


def _period(answer: Answer) -> str:
    """Say which span the chart shows, and how its numbers stand in time."""
    words = {
        "span": days(date.fromisoformat(answer["start"]), date.fromisoformat(answer["end"])),
        "step": STEP_WORDS[answer["step"]],
        "days": plain(answer["half_life"]),
    }
    if answer["kernel"] == "flow":
        return _("%(step)s, %(span)s; each period alone") % words
    return (
        ngettext(
            "%(step)s, %(span)s; half-life %(days)s day",
            "%(step)s, %(span)s; half-life %(days)s days",
            plural_of(answer["half_life"]),
        )
        % words
    )
