"""The table under each chart: the same points, newest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.wording import decimal, percent, period, signed

Point = dict[str, Any]
Cells = list[str]


@dataclass(frozen=True)
class Table:
    """Headings, and rows of a heading and its cells."""

    head: list[str]
    rows: list[tuple[str, Cells]]


def period_names(points: Iterable[Point], step: str) -> list[str]:
    """Name each point's period, once for all tables of a page."""
    return [period(date.fromisoformat(point["start"]), step) for point in points]


def shares_table(points: list[Point], periods: list[str], names: dict[str, str]) -> Table:
    """Return each pole's share by period."""
    return _by_pole(points, periods, names, lambda pole: _cell(pole["share"], percent_exact))


def tone_table(points: list[Point], periods: list[str], names: dict[str, str]) -> Table:
    """Return each pole's tone by period."""
    return _by_pole(points, periods, names, lambda pole: _cell(pole["tone"], tone_exact))


def effective_poles_table(points: list[Point], periods: list[str]) -> Table:
    """Return the number of effective poles, and how even the shares are, by period."""
    rows = [
        (name, [_cell(point["effective_poles"], decimal), _cell(point["balance"], tone_plain)])
        for name, point in zip(periods, points, strict=True)
    ]
    return Table([_("Period"), _("Effective poles"), _("Balance, 0 to 1")], rows[::-1])


def percent_exact(share: float) -> str:
    """Write a share with one decimal."""
    return percent(share, 1)


def tone_exact(tone: float) -> str:
    """Write a tone with its sign and two decimals."""
    return signed(tone, 2)


def tone_plain(value: float) -> str:
    """Write a number in 0..1 with two decimals."""
    return decimal(value, 2)


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
    return "–" if value is None else write(value)
