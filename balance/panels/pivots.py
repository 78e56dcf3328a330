"""Pivots in words: when the composition of relations changed for good, and what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.panels.wording import decimal, listing, month, of_month, opening, percent, span

Names = Mapping[str, str]

PIVOT_EXPLAINED = gettext_lazy(
    "A pivot is a month after which a year’s cooperation and conflict are made up differently from "
    "the year before, by more than in 19 of 20 shuffles of the events over their dates: p is at "
    "most 0.05. Read the month as the middle of a passage, not as a day."
)
WEAK_EXPLAINED = gettext_lazy(
    "A weak sign stands out less: in up to one of five shuffles some month does as much (p up to "
    "0.2), so it may well be chance."
)


@dataclass(frozen=True)
class CellView:
    """The cooperation or conflict with one pole, and how its part of all impact changed."""

    code: str
    kind: str
    words: str


@dataclass(frozen=True)
class PivotView:
    """One month in words."""

    day: str
    title: str
    p: str
    shift: str
    before: int
    after: int
    grew: list[CellView]
    shrank: list[CellView]
    events: list[dict[str, Any]]


@dataclass(frozen=True)
class PivotsView:
    """What components/pivots.html shows; `state` is computed, pending or failed."""

    state: str
    headline: str
    pivots: list[PivotView]
    weak: list[PivotView]


def pivots_view(answer: Mapping[str, Any], names: Names, only: Sequence[str] = ()) -> PivotsView:
    """Return an answer of the API in words; `names` are the poles' names by code.

    With some poles only: the months in which cooperation or conflict with one of them changed.
    """
    rows = [row for row in answer["results"] or [] if not only or _touches(row, only)]
    pivots = [row for row in rows if row["strength"] == "pivot"]
    poles = listing([names[code] for code in only if code in names])
    return PivotsView(
        state=answer["state"],
        headline=_headline(answer["state"], pivots, poles),
        pivots=[_view(row, names) for row in pivots],
        weak=[_view(row, names) for row in rows if row["strength"] != "pivot"],
    )


def chance(p: float) -> str:
    """Write a family-wise p: p 0.001."""
    return _("p %(p)s") % {"p": decimal(p, 3)}


def _touches(row: Mapping[str, Any], only: Sequence[str]) -> bool:
    return any(cell["pole"] in only for cell in (*row["grew"], *row["shrank"]))


def _headline(state: str, pivots: Sequence[Mapping[str, Any]], poles: str = "") -> str:
    if state != "computed":
        return _("When relations changed for good")
    if not pivots and poles:
        return _("No pivot is found that touches %(poles)s") % {"poles": poles}
    if not pivots:
        return _("No month is found in which relations changed for good")
    months = listing([of_month(date.fromisoformat(row["date"])) for row in pivots])
    if poles:
        # Translators: months: July 2024 and March 2025, in the genitive where there is one.
        sentence = _(
            "Relations changed for good around %(months)s, those with %(poles)s among them"
        )
        return sentence % {"months": months, "poles": poles}
    # Translators: months: July 2024 and March 2025, in the genitive where there is one.
    return _("Relations changed for good around %(months)s") % {"months": months}


def _view(row: Mapping[str, Any], names: Names) -> PivotView:
    return PivotView(
        day=row["date"],
        title=opening(month(date.fromisoformat(row["date"]))),
        p=chance(row["p"]),
        shift=percent(row["shift"]),
        before=row["before"],
        after=row["after"],
        grew=[_cell(cell, names) for cell in row["grew"]],
        shrank=[_cell(cell, names) for cell in row["shrank"]],
        events=[_event(event) for event in row["events"]],
    )


def _cell(cell: Mapping[str, Any], names: Names) -> CellView:
    change = round(100 * (cell["after"] - cell["before"]))
    words = {
        "pole": names[cell["pole"]],
        "before": percent(cell["before"]),
        "after": percent(cell["after"]),
        "points": f"+{change}" if change > 0 else decimal(change, 0),
    }
    if cell["kind"] == "cooperation":
        sentence = _("cooperation with %(pole)s: %(before)s to %(after)s, %(points)s points")
    else:
        sentence = _("conflict with %(pole)s: %(before)s to %(after)s, %(points)s points")
    return CellView(cell["pole"], cell["kind"], sentence % words)


def _event(event: Mapping[str, Any]) -> dict[str, Any]:
    start, end = date.fromisoformat(event["date"]), date.fromisoformat(event["end"])
    return {
        "id": event["event"],
        "title": event["title"],
        "day": event["date"],
        "when": span(start, end, event["precision"]),
    }
