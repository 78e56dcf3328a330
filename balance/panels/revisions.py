"""The page on how the picture of one month changed as editors learned more."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.panels.drawing import Mark, Tick, Values, from_top, line, positions, spread, time_ticks
from balance.panels.pictures import Label, Picture
from balance.panels.tables import NONE, Table
from balance.panels.wording import day, listing, month, opening, percent, span

Answer = dict[str, Any]
TOPS = (0.25, 0.5, 0.75, 1.0)  # At which the axis of shares may end.
MOST_TOLD = 100  # Changes at a time; the files have all.
PARTS = 5  # Of the axis: each a whole number of percent.


@dataclass(frozen=True)
class Revisions:
    """What balance/revisions.html shows."""

    month: str
    title: str
    summary: str
    picture: Picture
    table: Table
    changes: list[dict[str, Any]]


def revisions_view(answer: Answer) -> Revisions:
    """Return the words, the picture, the table and the changes of the answer."""
    return Revisions(
        month=month(date.fromisoformat(answer["month"])),
        title=title_of(answer),
        summary=summary_of(answer),
        picture=_picture(answer),
        table=_table(answer),
        changes=[
            {
                "on": day(date.fromisoformat(one["known_on"])),
                "events": _events(one["changes"][:MOST_TOLD]),
                "left_out": len(one["changes"][MOST_TOLD:]),
            }
            for one in reversed(answer["results"])
            if one["changes"]
        ],
    )


def title_of(answer: Answer) -> str:
    """Say how far the pole that moved most has moved since the month's end."""
    about = {"month": month(date.fromisoformat(answer["month"]))}
    moved = {
        pole["code"]: (pole["name"], shares[0], shares[-1])
        for pole in answer["poles"]
        if (shares := [share for share in _shares(answer, pole["code"]) if share is not None])
    }
    if not moved:
        return _("There is no share of %(month)s, and there never was") % about
    name, first, last = max(moved.values(), key=lambda one: abs(one[2] - one[1]))
    if percent(first) == percent(last):
        return _("The picture of %(month)s has held since it was first known") % about
    about |= {"pole": opening(name), "first": percent(first), "last": percent(last)}
    return _("%(pole)s, %(month)s: %(first)s as first known, %(last)s today") % about


def summary_of(answer: Answer) -> str:
    """Count what was recorded, changed and left out since."""
    counts = Counter(change["what"] for one in answer["results"] for change in one["changes"])
    words = {
        "recorded": ngettext("%(n)d was recorded", "%(n)d were recorded", counts["recorded"]),
        "changed": ngettext("%(n)d was changed", "%(n)d were changed", counts["changed"]),
        "left_out": ngettext("%(n)d was left out", "%(n)d were left out", counts["left_out"]),
    }
    told = [words[what] % {"n": counts[what]} for what in words if counts[what]]
    if not told:
        return _("Nothing that could move it was recorded since.")
    return _("Of the events up to its end, %(changes)s after it was over.") % {
        "changes": listing(told)
    }


def _shares(answer: Answer, code: str) -> Values:
    """Return the pole's share at each revision; None where it was no pole yet, or had none."""
    return [one["point"]["poles"].get(code, {}).get("share") for one in answer["results"]]


def _picture(answer: Answer) -> Picture:
    """Draw each share as steps: what was known holds until something else was recorded."""
    days = [date.fromisoformat(one["known_on"]) for one in answer["results"]]
    shares = {pole["code"]: _shares(answer, pole["code"]) for pole in answer["poles"]}
    highest = max((s for row in shares.values() for s in row if s is not None), default=0)
    top = next(end for end in TOPS if highest <= end or end == TOPS[-1])
    ends = [row[-1] for row in shares.values()]
    heights = spread([None if share is None else from_top(share, 0, top) for share in ends])
    return Picture(
        filled=False,
        labels=[
            Label(
                Mark(pole["code"], _steps(days, shares[pole["code"]], top), height),
                opening(pole["name"]),
                "" if share is None else percent(share),
            )
            for pole, share, height in zip(answer["poles"], ends, heights, strict=True)
        ],
        across=time_ticks(days[0], days[-1]),
        up=[
            Tick(from_top(part, 0, PARTS), percent(top * part / PARTS)) for part in range(PARTS + 1)
        ],
        thin=[],
        pins=[],
    )


def _steps(days: list[date], row: Values, top: float) -> str:
    """Return the path of a line that goes level to the next day, and then up or down."""
    xs = [x for x in positions(days, start=days[0]) for _both in range(2)][1:]
    values = [value for value in row for _both in range(2)][:-1]
    return line(xs, values, 0, top)


def _table(answer: Answer) -> Table:
    rows = []
    for one in reversed(answer["results"]):
        poles = one["point"]["poles"]
        shares = [poles.get(pole["code"], {}).get("share") for pole in answer["poles"]]
        cells = [NONE if share is None else percent(share, 1) for share in shares]
        rows.append((day(date.fromisoformat(one["known_on"])), [*cells, str(len(one["changes"]))]))
    names = [opening(pole["name"]) for pole in answer["poles"]]
    return Table([_("As known on"), *names, _("Events changed since")], rows)


def _events(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    what = {"recorded": _("recorded"), "changed": _("changed"), "left_out": _("left out")}
    return [
        {
            "id": change["event"],
            "title": change["title"],
            "what": what[change["what"]],
            "when": span(
                date.fromisoformat(change["date"]),
                date.fromisoformat(change["end"]),
                change["precision"],
            ),
        }
        for change in changes
    ]
