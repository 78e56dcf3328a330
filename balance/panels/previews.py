"""A draft of the methodology beside the published one, drawn and in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.operations.previews import Difference, Preview
from balance.panels.answers import names
from balance.panels.drawing import Tick, line, positions, time_ticks
from balance.panels.tables import NONE, Table
from balance.panels.wording import decimal, in_period, listing, month, opening, percent, signed


@dataclass(frozen=True)
class PoleLines:
    """One pole's share by month: a solid line as published, a dashed one by the draft."""

    code: str
    name: str
    published: str
    draft: str
    says: str


@dataclass(frozen=True)
class PreviewView:
    """What the page of a preview shows."""

    headline: str
    effective: str
    leaders: str
    differences: list[str]
    lines: list[PoleLines]
    up: list[Tick]
    across: list[Tick]
    table: Table


def preview_view(preview: Preview) -> PreviewView:
    """Return the preview in words, as lines and as a table."""
    poles = names(preview.published)
    top = _top(preview)
    return PreviewView(
        headline=_headline(preview, poles),
        effective=_effective(preview),
        leaders=_other_leaders(preview, poles),
        differences=[opening(_difference(found, poles)) for found in preview.differences],
        lines=[_lines(preview, code, name, top) for code, name in poles.items()],
        up=[Tick(0.0, percent(top)), Tick(50.0, percent(top / 2)), Tick(100.0, percent(0.0))],
        across=time_ticks(
            date.fromisoformat(preview.published["start"]),
            date.fromisoformat(preview.published["end"]),
        ),
        table=_table(preview, poles),
    )


def _headline(preview: Preview, poles: dict[str, str]) -> str:
    if not preview.differences:
        return _("The draft changes no share")
    before, after = (_leading(answer, poles) for answer in (preview.published, preview.draft))
    largest = _difference(preview.differences[0], poles)
    if before == after:
        sentence = _("%(poles)s still leads; the largest change is %(change)s")
        return opening(sentence % {"poles": after, "change": largest})
    sentence = _("%(after)s leads instead of %(before)s; the largest change is %(change)s")
    return opening(sentence % {"after": after, "before": before, "change": largest})


def _leading(answer: dict[str, Any], poles: dict[str, str]) -> str:
    point = answer["points"][-1]["poles"]
    known = {code: part["share"] for code, part in point.items() if part["share"] is not None}
    lead = [poles[code] for code, share in known.items() if share == max(known.values())]
    return listing(lead) or _("no pole")


def _effective(preview: Preview) -> str:
    before, after = (
        decimal(answer["points"][-1]["effective_poles"])
        for answer in (preview.published, preview.draft)
    )
    return _("Effective poles today: %(before)s as published, %(after)s by the draft.") % {
        "before": before,
        "after": after,
    }


def _other_leaders(preview: Preview, poles: dict[str, str]) -> str:
    months = len(preview.published["points"])
    if not preview.leaders:
        return _("The same pole leads in every one of %(months)d months.") % {"months": months}
    on, before, after = preview.leaders[-1]
    text = ngettext(
        "Another pole leads in %(number)d of %(months)d months, last %(when)s: %(after)s"
        " instead of %(before)s.",
        "Another pole leads in %(number)d of %(months)d months, last %(when)s: %(after)s"
        " instead of %(before)s.",
        len(preview.leaders),
    )
    return text % {
        "number": len(preview.leaders),
        "months": months,
        "when": in_period(on, "month"),
        "after": listing([poles[code] for code in after]) or _("no pole"),
        "before": listing([poles[code] for code in before]) or _("no pole"),
    }


def _difference(found: Difference, poles: dict[str, str]) -> str:
    return _("%(pole)s in %(month)s: %(before)s → %(after)s, %(points)s points") % {
        "pole": poles[found.pole],
        "month": month(found.on),
        "before": percent(found.before, 1),
        "after": percent(found.after, 1),
        "points": signed(found.points),
    }


def _shares(answer: dict[str, Any], code: str) -> list[float | None]:
    return [point["poles"][code]["share"] for point in answer["points"]]


def _top(preview: Preview) -> float:
    """Return the top of the axis, the same for all poles: the largest share, in tenths."""
    shares = [
        share or 0.0
        for answer in (preview.published, preview.draft)
        for point in answer["points"]
        for share in (part["share"] for part in point["poles"].values())
    ]
    return min(1.0, (int(10 * max(shares, default=0.0)) + 1) / 10)


def _lines(preview: Preview, code: str, name: str, top: float) -> PoleLines:
    start = date.fromisoformat(preview.published["start"])
    days = [date.fromisoformat(point["date"]) for point in preview.published["points"]]
    xs = positions(days, start=start)
    before, after = _shares(preview.published, code), _shares(preview.draft, code)
    says = _("%(pole)s today: %(before)s as published, %(after)s by the draft") % {
        "pole": opening(name),
        "before": percent(before[-1], 1),
        "after": percent(after[-1], 1),
    }
    return PoleLines(code, name, line(xs, before, 0, top), line(xs, after, 0, top), says)


def _table(preview: Preview, poles: dict[str, str]) -> Table:
    head = [_("Month")]
    for name in poles.values():
        head += [opening(name), _("draft"), _("difference")]
    rows = [
        (month(date.fromisoformat(old["date"])), _cells(old, new, list(poles)))
        for old, new in zip(preview.published["points"], preview.draft["points"], strict=True)
    ]
    return Table(head, rows[::-1])


def _cells(old: dict[str, Any], new: dict[str, Any], codes: list[str]) -> list[str]:
    cells = []
    for code in codes:
        before, after = old["poles"][code]["share"], new["poles"][code]["share"]
        pair = [NONE if share is None else percent(share, 1) for share in (before, after)]
        if before is None or after is None:
            cells += [*pair, NONE]
        else:
            cells += [*pair, signed(100 * (after - before))]
    return cells
