"""Measured dependence in words: a pole's share of each indicator, with what contradicts it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from balance.panels import conventions
from balance.panels.conventions import NO_BREAK, per_cent, small, written
from balance.panels.wording import days, decimal, listing, month, opening, percent
from balance.queries.dependence import LISTED, NEITHER, REPORTED

Answer = Mapping[str, Any]
Row = dict[str, Any]

NONE = "–"
REASONS = {
    "conflicting": gettext_lazy("outlets contradict each other"),
    "not_listed": gettext_lazy("no figure"),
    "no_total": gettext_lazy("no total"),
    "one_partner": gettext_lazy("one partner alone is listed"),
    "negative": gettext_lazy("a figure is below zero"),
}
IN_A_PANEL, PERIODS = 6, 2  # Indicators of a panel, and the newest periods of each.


@dataclass(frozen=True)
class Line:
    """One period of an indicator: a cell a pole, what it is a share of, who says so."""

    period: str
    cells: list[tuple[str, str]]  # A number or a dash, and a word on it.
    basis: str
    outlets: list[Row]


@dataclass(frozen=True)
class IndicatorView:
    """An indicator with its newest periods first."""

    code: str
    name: str
    lines: list[Line]


@dataclass(frozen=True)
class Conflict:
    """Figures of one partner and period that contradict each other."""

    what: str
    figures: list[tuple[str, list[Row]]]  # Each value, and the articles that give it.


def narrowed(answer: Answer, only: Sequence[str]) -> Answer:
    """Return the answer with some of its poles only, and the figures that are about them."""
    if not only:
        return answer
    indicators = [
        row
        | {
            "periods": [
                period | {"poles": {code: period["poles"][code] for code in only}}
                for period in row["periods"]
            ]
        }
        for row in answer["indicators"]
    ]
    used = {
        number
        for row in indicators
        for period in row["periods"]
        for cell in period["poles"].values()
        for number in cell["figures"]
    }
    return {
        **answer,
        "poles": [pole for pole in answer["poles"] if pole["code"] in only],
        "indicators": indicators,
        "figures": [figure for figure in answer["figures"] if figure["id"] in used],
    }


def indicator_views(
    answer: Answer, *, most: int | None = None, periods: int | None = None
) -> list[IndicatorView]:
    """Return the indicators of which some pole has a share; those with the most numbers first."""
    ranked = sorted(_shown(answer), key=lambda indicator: (-_size(indicator), indicator["code"]))
    figures = {figure["id"]: figure for figure in answer["figures"]}
    return [
        IndicatorView(
            code=indicator["code"],
            name=indicator["name"],
            lines=[_line(row, figures) for row in _told(indicator)[:periods]],
        )
        for indicator in ranked[:most]
    ]


def conflicts(answer: Answer) -> list[Conflict]:
    """Return the figures that contradict each other, side by side."""
    names = {row["code"]: row for row in answer["indicators"]}
    groups: dict[tuple[str, ...], list[Row]] = {}
    for figure in answer["figures"]:
        if figure["conflicting"]:
            key = (figure["indicator"], figure["partner_name"], figure["start"], figure["end"])
            groups.setdefault(key, []).append(figure)
    return [
        Conflict(
            what=_("%(indicator)s, %(partner)s, %(period)s")
            % {
                "indicator": names[indicator]["name"],
                "partner": partner,
                "period": period_in_words(start, end),
            },
            figures=[(_value(row, names[indicator]["unit"]), row["articles"]) for row in rows],
        )
        for (indicator, partner, start, end), rows in groups.items()
    ]


def dependence_title(answer: Answer) -> str:
    """Name the pole with the largest share of the best known indicators, newest figures."""
    shown = sorted(_shown(answer), key=lambda indicator: (-_size(indicator), indicator["code"]))
    largest = [words for indicator in shown if (words := _largest(indicator, answer))]
    if not largest:
        return _("No pole’s share of anything is on record")
    return _("Largest shares: %(poles)s") % {"poles": listing(largest[:2])}


def pole_dependence_title(answer: Answer) -> str:
    """Tell a single pole's newest share of the best known indicator."""
    (pole,) = answer["poles"]
    shown = sorted(_shown(answer), key=lambda indicator: (-_size(indicator), indicator["code"]))
    for indicator in shown:
        for period in _told(indicator):
            if (share := period["poles"][pole["code"]]["share"]) is not None:
                return _("%(pole)s in %(indicator)s: %(share)s (%(period)s)") % {
                    "pole": opening(pole["name"]),
                    "indicator": small(indicator["name"]),
                    "share": percent(share),
                    "period": period_in_words(period["start"], period["end"]),
                }
    return _("No share of %(pole)s in anything measured is on record") % {"pole": pole["name"]}


def _largest(indicator: Row, answer: Answer) -> str:
    """Return the pole with the largest share in the newest period that compares two or more."""
    names = {pole["code"]: pole["name"] for pole in answer["poles"]}
    for period in _told(indicator):
        known = {
            code: cell["share"]
            for code, cell in period["poles"].items()
            if cell["share"] is not None
        }
        if len(known) > 1:
            code = max(known, key=known.__getitem__)
            name = indicator["name"]
            return _("%(pole)s in %(indicator)s (%(share)s, %(period)s)") % {
                "pole": names[code],
                "indicator": small(name),
                "share": percent(known[code]),
                "period": period_in_words(period["start"], period["end"]),
            }
    return ""


def _shown(answer: Answer) -> list[Row]:
    return [row for row in answer["indicators"] if row["kind"] != NEITHER and _size(row)]


def _size(indicator: Row) -> int:
    """Return how many shares of poles there are."""
    return sum(_is_told(cell) for row in indicator["periods"] for cell in row["poles"].values())


def _is_told(cell: Row) -> bool:
    return cell["low"] is not None


def _told(indicator: Row) -> list[Row]:
    """Return the periods in which some pole has a share, newest first."""
    rows = [row for row in indicator["periods"] if any(map(_is_told, row["poles"].values()))]
    return sorted(rows, key=lambda row: (row["end"], row["start"]), reverse=True)


def _line(row: Row, figures: Mapping[int, Row]) -> Line:
    used = [figures[number] for cell in row["poles"].values() for number in cell["figures"]]
    return Line(
        period=period_in_words(row["start"], row["end"]),
        cells=[cell_in_words(cell) for cell in row["poles"].values()],
        basis=_basis(row),
        outlets=_outlets(used),
    )


def cell_in_words(cell: Row) -> tuple[str, str]:
    """Return a share, or its bounds, or a dash; and why there is no single number."""
    if cell["share"] is not None:
        return percent(cell["share"]), ""
    why = str(REASONS[cell["reason"]])
    if cell["low"] is None:
        return NONE, why
    ends = (decimal(100 * cell[end], 0) for end in ("low", "high"))
    return per_cent("–".join(ends)), why


def _basis(row: Row) -> str:
    if row["basis"] == REPORTED:
        return _("of the reported total")
    if row["basis"] == LISTED:
        number = len(row["partners"])
        return ngettext(
            "of the one partner listed", "of the %(number)d partners listed", number
        ) % {"number": number}
    return _("as stated")


def _outlets(figures: Iterable[Row]) -> list[Row]:
    """Return the articles behind the figures, each outlet once."""
    by_name = {article["outlet"]: article for row in figures for article in row["articles"]}
    return list(by_name.values())


def period_in_words(start: str, end: str) -> str:
    """Name a period: 2023, January–October 2025, or its days."""
    first, out = date.fromisoformat(start), date.fromisoformat(end)
    last = out - timedelta(days=1)
    is_year = (first.month, last.month) == (1, 12)
    if first.day == out.day == 1 and first.year == last.year and not is_year:
        opens = written(first, conventions.MONTH_ALONE)
        return month(last) if first.month == last.month else f"{opens}–{month(last)}"
    return opening(days(first, out))


def _value(figure: Row, unit: str) -> str:
    amount = figure["value"]
    digits = 0 if amount == round(amount) else 2
    return f"{decimal(amount, digits)}{NO_BREAK}{unit}"
