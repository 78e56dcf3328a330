"""The table under each chart: the same points, newest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.wording import NO_BREAK, percent, period, writer

Point = dict[str, Any]
Cells = list[str]

NONE = "–"
TRACE = 0.001  # Below it a share is written with a word.


@dataclass(frozen=True)
class Table:
    """Headings, and rows of a heading and its cells."""

    head: list[str]
    rows: list[tuple[str, Cells]]


def period_names(points: Iterable[Point], step: str) -> list[str]:
    """Name each point's period, once for all tables of a page."""
    return [period(date.fromisoformat(point["start"]), step) for point in points]


def shares_table(points: list[Point], periods: list[str], names: dict[str, str]) -> Table:
    """Return each pole's share by period, with one decimal."""
    write = writer(1)

    def cell(pole: dict[str, Any]) -> str:
        share = pole["share"]
        if share is None:
            return NONE
        return percent(share, 1) if share < TRACE else f"{write(100 * share)}{NO_BREAK}%"

    return _by_pole(points, periods, names, cell)


def tone_table(points: list[Point], periods: list[str], names: dict[str, str]) -> Table:
    """Return each pole's tone by period, with its sign and two decimals."""
    write = writer(2)

    def cell(pole: dict[str, Any]) -> str:
        tone = pole["tone"]
        if tone is None:
            return NONE
        return f"+{write(tone)}" if round(tone, 2) > 0 else write(tone)

    return _by_pole(points, periods, names, cell)


def effective_poles_table(points: list[Point], periods: list[str]) -> Table:
    """Return the number of effective poles, and how even the shares are, by period."""
    one, two = writer(1), writer(2)
    rows = [
        (name, [_cell(point["effective_poles"], one), _cell(point["balance"], two)])
        for name, point in zip(periods, points, strict=True)
    ]
    return Table([_("Period"), _("Effective poles"), _("Balance, 0 to 1")], rows[::-1])


def _by_pole(
    points: list[Point],
    periods: list[str],
    names: dict[str, str],
    cell: Callable[[dict[str, Any]], str],
) -> Table:
    rows = [
        (name, [cell(point["poles"][code]) for code in names])
        for name, point in zip(periods, points, strict=True)
    ]
    return Table([_("Period"), *names.values()], rows[::-1])


def _cell(value: float | None, write: Callable[[float], str]) -> str:
    return NONE if value is None else write(value)
