"""What every comparison is made of: small charts, rows of numbers, and where they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from balance.panels.addresses import balance_url
from balance.panels.answers import Answer, Point
from balance.panels.certainty import ends
from balance.panels.pictures import Picture
from balance.panels.slope import Slope
from balance.panels.tables import NONE, Table
from balance.panels.wording import (
    day,
    decimal,
    month,
    number_range,
    percent,
    points,
    share_range,
)
from balance.queries.questions import BalanceQuestion

STEPS = (0.2, 0.4, 0.6, 0.8, 1.0)  # Where an axis of shares may end: its quarters are round.


@dataclass(frozen=True)
class Frame:
    """One of several small charts that have the same axes."""

    code: str
    name: str
    value: str
    picture: Picture


@dataclass(frozen=True)
class Row:
    """A pole, or a number of the whole, with what stands in each column."""

    code: str
    name: str
    cells: list[str]


@dataclass(frozen=True)
class Source:
    """Where a column's numbers come from, and where to get them; `name` is empty for all."""

    name: str
    answer: Answer
    data_url: str
    csv_url: str


@dataclass(frozen=True)
class Comparison:
    """What components/comparison.html shows: a slope or frames, the numbers, their sources."""

    headline: str
    deck: str
    unit: str
    head: list[str]
    rows: list[Row]
    sources: list[Source]
    frames: list[Frame] = field(default_factory=list)
    slope: Slope | None = None
    tables: list[tuple[str, Table]] = field(default_factory=list)
    shift_url: str = ""


def source(answer: Answer, question: BalanceQuestion, name: str = "") -> Source:
    """Return where the answer is, as JSON and CSV."""
    return Source(
        name=name,
        answer=answer,
        data_url=balance_url(question, interval="1"),
        csv_url=balance_url(question, interval="1", format="csv"),
    )


def top(found: Sequence[Point], known: Mapping[str, str], *, with_ends: bool = True) -> float:
    """Return where an axis ends that has room for every share and, `with_ends`, interval."""
    largest = max(
        (
            value
            for point in found
            for code in known
            for value in (
                point["poles"][code]["share"],
                *((with_ends and ends(point["poles"][code], "share")) or ()),
            )
            if value is not None
        ),
        default=0.0,
    )
    return next((step for step in STEPS if largest <= step), 1.0)


def when(point: Point) -> str:
    """Name the end of a period: the month that it closes, or else the day."""
    on = date.fromisoformat(point["date"])
    return month(on) if (on + timedelta(days=1)).day == 1 else day(on)


@dataclass(frozen=True)
class Written:
    """How numbers are written in the columns: with their intervals where they are computed."""

    with_ends: bool

    def heads(self, *columns: str) -> list[str]:
        """Return the headings of the columns."""
        if not self.with_ends:
            return list(columns)
        # A sign of percent, no placeholder. xgettext:no-python-format
        interval = _("90 % interval")
        return [head for name in columns for head in (name, interval)]

    def share(self, point: Point, code: str) -> list[str]:
        """Return the cells of a pole's share; dashes where it has none."""
        own = point["poles"].get(code)
        share = own["share"] if own else None
        cell = NONE if share is None else percent(share)
        return [cell, share_range(ends(own, "share")) or NONE] if self.with_ends else [cell]

    def effective(self, point: Point) -> list[str]:
        """Return the cells of the number of effective poles."""
        number = point["effective_poles"]
        cell = NONE if number is None else decimal(number)
        interval = number_range(ends(point, "effective_poles")) or NONE
        return [cell, interval] if self.with_ends else [cell]


def change_in_points(before: float | None, after: float | None) -> str:
    """Write the difference of two shares in whole points."""
    if before is None or after is None:
        return NONE
    change = round(100 * (after - before))
    if change == 0:
        return _("as before")
    return (_("up %(points)s") if change > 0 else _("down %(points)s")) % {"points": points(change)}
