"""Why a pole's level changed between two days, in words and steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.panels.addresses import events_url, method_url
from balance.panels.changes import changes_of_conflict, changes_of_cooperation
from balance.panels.waterfall import Step, steps
from balance.panels.wording import (
    count,
    day,
    day_of_year,
    decimal,
    opening,
    percent,
    points,
    signed,
    span,
)
from balance.queries.questions import BalanceQuestion

Answer = Mapping[str, Any]
MOST_ROWS = 1_000  # A page of 20,000 events would help nobody; the CSV has them all.


@dataclass(frozen=True)
class Waterfall:
    """One figure: how a level came from its first to its last value."""

    kind: str
    title: str
    steps: list[Step]


@dataclass(frozen=True)
class ShareRow:
    """A pole at the ends of both days."""

    code: str
    name: str
    is_asked: bool
    cells: list[str]


@dataclass(frozen=True)
class ContributionRow:
    """What one event did, before or after the first day."""

    event: int
    title: str
    day: str
    when: str
    part: str
    cooperation: str
    conflict: str


@dataclass(frozen=True)
class WhyView:
    """What balance/why.html shows."""

    pole: str
    headline: str
    share: str
    ends: tuple[str, str]
    waterfalls: list[Waterfall]
    shares: list[ShareRow]
    rows: list[ContributionRow]
    left_out: int
    events_url: str
    data_url: str
    csv_url: str


def why_view(answer: Answer, question: BalanceQuestion) -> WhyView:
    """Return the page's words and figures."""
    from_day, to_day = _days(answer)
    pole = answer["pole"]
    asked = {"pole": pole, "from": answer["from"], "to": answer["to"]}
    rows = sorted(
        answer["contributions"],
        key=lambda row: -max(abs(row["cooperation"]), abs(row["conflict"])),
    )
    return WhyView(
        pole=pole,
        headline=headline(answer),
        share=share_in_words(answer),
        ends=(day(from_day), day(to_day)),
        waterfalls=[
            figure
            for kind in ("cooperation", "conflict")
            if (figure := _waterfall(answer, kind)) and figure.steps
        ],
        shares=[_share_row(row, pole) for row in answer["poles"]],
        rows=[_contribution(row) for row in rows[:MOST_ROWS]],
        left_out=max(0, len(rows) - MOST_ROWS),
        events_url=events_url(
            question,
            pole="" if pole == "other" else pole,
            start=from_day + timedelta(days=1),
            end=to_day + timedelta(days=1),
        ),
        data_url=method_url("api:explain", question, **asked),
        csv_url=method_url("api:explain", question, **asked, format="csv"),
    )


def headline(answer: Answer) -> str:
    """Say how the level changed, and how many events did it."""
    kind = "cooperation"
    if not any(answer[kind].values()) and any(answer["conflict"].values()):
        kind = "conflict"
    return f"{change_in_words(answer, kind)}: {_events_in_words(answer, kind)}."


def change_in_words(answer: Answer, kind: str) -> str:
    """Say how cooperation or conflict with the pole changed between the two days."""
    difference = answer[kind]["difference"]
    from_day, to_day = _days(answer)
    same_year = from_day.year == to_day.year
    sentences = changes_of_cooperation() if kind == "cooperation" else changes_of_conflict()
    return sentences[_change(difference, is_span=from_day != to_day)] % {
        "pole": _pole_name(answer),
        "first": day_of_year(from_day) if same_year else day(from_day),
        "last": day(to_day),
        "amount": decimal(abs(difference)),
    }


def _change(difference: float, *, is_span: bool) -> str:
    if not is_span:
        return "on one day"
    if difference == 0:
        return "none"
    if decimal(abs(difference)) == decimal(0.0):
        return "a trace"
    return "up" if difference > 0 else "down"


def share_in_words(answer: Answer) -> str:
    """Say how the pole's share follows from its cooperation and that of all poles."""
    asked = next((pole for pole in answer["poles"] if pole["code"] == answer["pole"]), None)
    if asked is None:
        return _("What no pole takes is in no share; it is shown beside them.")
    words = {
        end: _share_on(answer, asked, end, on)
        for end, on in zip(("from", "to"), _days(answer), strict=True)
    }
    return _("Its share follows: %(from)s; %(to)s.") % words


def _share_on(answer: Answer, asked: dict[str, Any], end: str, on: date) -> str:
    if asked[end]["share"] is None:
        return _("no pole had any cooperation on %(day)s, so there was no share") % {"day": day(on)}
    total = sum(pole[end]["cooperation"] for pole in answer["poles"])
    return _("%(part)s of the %(total)s points of all poles on %(day)s are %(share)s") % {
        "day": day(on),
        "part": decimal(asked[end]["cooperation"]),
        "total": decimal(total),
        "share": percent(asked[end]["share"]),
    }


def _pole_name(answer: Answer) -> str:
    names = {pole["code"]: pole["name"] for pole in answer["poles"]}
    return names.get(answer["pole"]) or _("none of the poles")


def _events_in_words(answer: Answer, kind: str) -> str:
    came, went = (
        sum(1 for row in answer["contributions"] if row["part"] == part and row[kind])
        for part in ("arrived", "faded")
    )
    if not came and not went:
        return _("no event arrived and none faded")
    if not came:
        return ngettext(
            "no event arrived, %(faded)s faded", "no event arrived, %(faded)s faded", went
        ) % {"faded": count(went)}
    arrived = ngettext("%(arrived)s event arrived", "%(arrived)s events arrived", came)
    # Translators: of events: the number that faded.
    faded = ngettext("%(faded)s faded", "%(faded)s faded", went) if went else _("none faded")
    return f"{arrived}, {faded}" % {"arrived": count(came), "faded": count(went)}


def _waterfall(answer: Answer, kind: str) -> Waterfall:
    ends = [_("On %(day)s") % {"day": day(on)} for on in _days(answer)]
    return Waterfall(
        kind=kind,
        title=change_in_words(answer, kind),
        steps=steps(answer["contributions"], answer[kind], kind, ends),
    )


def _share_row(pole: dict[str, Any], asked: str) -> ShareRow:
    before, after = pole["from"], pole["to"]
    change = None
    if before["share"] is not None and after["share"] is not None:
        change = round(100 * (after["share"] - before["share"]))
    cells = [
        decimal(before["cooperation"]),
        decimal(after["cooperation"]),
        percent(before["share"]),
        percent(after["share"]),
        "–" if change is None else _change_in_points(change),
    ]
    return ShareRow(pole["code"], opening(pole["name"]), pole["code"] == asked, cells)


def _change_in_points(change: int) -> str:
    if change == 0:
        return _("as before")
    up = _("up %(points)s") if change > 0 else _("down %(points)s")
    return up % {"points": points(change)}


def _contribution(row: dict[str, Any]) -> ContributionRow:
    start, end = date.fromisoformat(row["date"]), date.fromisoformat(row["end"])
    return ContributionRow(
        event=row["event"],
        title=row["title"],
        day=row["date"],
        when=span(start, end, row["precision"]),
        part=_("arrived") if row["part"] == "arrived" else _("faded"),
        cooperation=_amount(row["cooperation"]),
        conflict=_amount(row["conflict"]),
    )


def _amount(value: float) -> str:
    return signed(value, 3) if value else "–"


def _days(answer: Answer) -> tuple[date, date]:
    return date.fromisoformat(answer["from"]), date.fromisoformat(answer["to"])
