"""The table under each chart: the same points, newest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.certainty import ends
from balance.panels.conventions import per_cent
from balance.panels.wording import percent, period, writer

Point = dict[str, Any]
Cells = list[str]
Write = Callable[[float], str]

NONE = "–"
TRACE = 0.001  # Below it a share is written with a word.
MOST_ROWS = 36  # That a page shows unasked: three years of months.


@dataclass(frozen=True)
class Table:
    """Headings, rows of a heading and its cells, and where each row leads, if anywhere.

    `left_out` says of how many rows a short table keeps silent.
    """

    head: list[str]
    rows: list[tuple[str, Cells]]
    links: list[str] = field(default_factory=list)
    left_out: int = 0

    def short(self) -> "Table":
        """Return the table with its first rows only, where it is long."""
        left_out = max(0, len(self.rows) - MOST_ROWS)
        rows, links = self.rows[:MOST_ROWS], self.links[:MOST_ROWS]
        return replace(self, rows=rows, links=links, left_out=left_out)

    @property
    def whole(self) -> int:
        """The number of rows, with those left out."""
        return len(self.rows) + self.left_out


def period_names(points: Iterable[Point], step: str) -> list[str]:
    """Name each point's period, once for all tables of a page."""
    return [period(date.fromisoformat(point["start"]), step) for point in points]


def shares_table(
    points: list[Point], periods: list[str], names: dict[str, str], *, with_ends: bool = False
) -> Table:
    """Return each pole's share by period, with one decimal; `with_ends`, its interval as well."""
    write = writer(1)

    def cell(share: float) -> str:
        return percent(share, 1) if 0 < share < TRACE else per_cent(write(100 * share))

    return _by_pole(points, periods, names, "share", cell, with_ends)


def tone_table(
    points: list[Point], periods: list[str], names: dict[str, str], *, with_ends: bool = False
) -> Table:
    """Return each pole's tone by period, with its sign and two decimals."""
    write = writer(2)

    def cell(tone: float) -> str:
        return f"+{write(tone)}" if round(tone, 2) > 0 else write(tone)

    return _by_pole(points, periods, names, "tone", cell, with_ends)


def effective_poles_table(
    points: list[Point], periods: list[str], *, with_ends: bool = False
) -> Table:
    """Return the number of effective poles, and how even the shares are, by period."""
    columns = (("effective_poles", writer(1)), ("balance", writer(2)))
    rows = [
        (name, [cell for on, write in columns for cell in _cells(point, on, write, with_ends)])
        for name, point in zip(periods, points, strict=True)
    ]
    headings = [_("Effective poles"), _("Balance, 0 to 1")]
    return Table([_("Period"), *_headings(headings, with_ends)], rows[::-1])


def _by_pole(
    points: list[Point],
    periods: list[str],
    names: dict[str, str],
    measure: str,
    write: Write,
    with_ends: bool,
) -> Table:
    rows = [
        (
            name,
            [
                cell
                for code in names
                for cell in _cells(point["poles"][code], measure, write, with_ends)
            ],
        )
        for name, point in zip(periods, points, strict=True)
    ]
    return Table([_("Period"), *_headings(names.values(), with_ends)], rows[::-1])


def _headings(names: Iterable[str], with_ends: bool) -> list[str]:
    if not with_ends:
        return list(names)
    low, high = _("%(name)s, low"), _("%(name)s, high")
    return [
        heading for name in names for heading in (name, low % {"name": name}, high % {"name": name})
    ]


def _cells(part: Point, measure: str, write: Write, with_ends: bool) -> Cells:
    """Return a number's cell and, with its ends, theirs."""
    values = [part[measure], *((ends(part, measure) or (None, None)) if with_ends else ())]
    return [NONE if value is None else write(value) for value in values]
