"""Why a pole's level changed between two days, in words and steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from balance.panels.addresses import events_url, method_url
from balance.panels.waterfall import Step, steps
from balance.panels.wording import count, day, decimal, opening, percent, points, signed, span
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
    words = {
        "what": _with_pole(answer, kind),
        "between": _between(*_days(answer)),
        "amount": decimal(abs(difference)),
    }
    if difference == 0:
        return _("%(what)s did not change %(between)s") % words
    if words["amount"] == decimal(0.0):
        return _("%(what)s changed by less than 0.1 intensity points %(between)s") % words
    if difference > 0:
        return _("%(what)s rose by %(amount)s intensity points %(between)s") % words
    return _("%(what)s fell by %(amount)s intensity points %(between)s") % words


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


def _with_pole(answer: Answer, kind: str) -> str:
    names = {pole["code"]: pole["name"] for pole in answer["poles"]}
    name = names.get(answer["pole"]) or _("none of the poles")
    if kind == "cooperation":
        return _("Cooperation with %(pole)s") % {"pole": name}
    return _("Conflict with %(pole)s") % {"pole": name}


def _events_in_words(answer: Answer, kind: str) -> str:
    numbers = {
        part: sum(1 for row in answer["contributions"] if row["part"] == part and row[kind])
        for part in ("arrived", "faded")
    }
    words = {part: count(number) for part, number in numbers.items()}
    if not any(numbers.values()):
        return _("no event arrived and none faded")
    if not numbers["arrived"]:
        return _("no event arrived, %(faded)s faded") % words
    if numbers["arrived"] == 1:
        arrived = _("1 event arrived")
    else:
        arrived = _("%(arrived)s events arrived") % words
    faded = _("%(faded)s faded") % words if numbers["faded"] else _("none faded")
    return f"{arrived}, {faded}"


def _between(from_day: date, to_day: date) -> str:
    if from_day == to_day:
        return _("on %(day)s") % {"day": day(to_day)}
    same_year = from_day.year == to_day.year
    first = date_format(from_day, "j F") if same_year else day(from_day)
    return _("between %(first)s and %(last)s") % {"first": first, "last": day(to_day)}


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
