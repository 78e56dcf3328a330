"""Standing ties over time: a lane for each pole and ladder, as the server draws it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from balance.models import Ladder
from balance.models.spans import period_end
from balance.panels.drawing import Tick
from balance.panels.ties import LADDERS, OTHER_NAME, TieView, when
from balance.panels.wording import opening

SINCE = 1991
HEIGHT, GROUND = 44, 40  # Of a lane and of its base line, in pixels.
ROOM_FOR_A_LETTER = 0.85  # Per cent of a wide page.

Row = dict[str, Any]


@dataclass(frozen=True)
class Bar:
    """A step: where it stands in per cent, how high, and which part of it is uncertain."""

    at: float
    width: float
    top: float
    height: float
    unsure: float
    label: str
    says: str


@dataclass(frozen=True)
class MarkView:
    """A mark on the way, as a numbered symbol with a line for as long as it lasts."""

    number: int
    at: float
    until: float
    tie: TieView


@dataclass(frozen=True)
class LaneView:
    """One ladder of a pole or an actor over time."""

    ladder: str
    now: str
    bars: list[Bar]
    marks: list[MarkView]
    says: str


@dataclass(frozen=True)
class GroupView:
    """The lanes of a pole, or of an actor of several poles or none."""

    code: str
    name: str
    lanes: list[LaneView]

    @property
    def has_a_story(self) -> bool:
        """Whether anything changed, or may change."""
        return any(len(lane.bars) > 1 or lane.marks for lane in self.lanes)


@dataclass(frozen=True)
class Timeline:
    """What components/steps.html shows."""

    start: int
    ticks: list[Tick]
    poles: list[GroupView]
    others: list[GroupView]
    plain: list[GroupView]  # Others that have stood on one rung throughout.
    other_name: str


class _Axis:
    """From the first day to the first day out, in per cent."""

    def __init__(self, start: date, end: date) -> None:
        self.start, self.end = start, end
        self._days = (end - start).days

    def at(self, on: date) -> float:
        """Return where a day stands; one beyond the axis, at its end."""
        return 100 * (min(max(on, self.start), self.end) - self.start).days / self._days

    def day(self, iso: str | None, otherwise: float) -> float:
        """Return where an ISO day stands, or what stands for one that is not stated."""
        return self.at(date.fromisoformat(iso)) if iso else otherwise

    @property
    def ticks(self) -> list[Tick]:
        """Every fifth year."""
        years = range(-(-self.start.year // 5) * 5, self.end.year, 5)
        return [Tick(self.at(date(year, 1, 1)), str(year)) for year in years]


def timeline(answer: Mapping[str, Any], views: Mapping[int, TieView], *, today: date) -> Timeline:
    """Return the lanes from 1991, or the first ranked tie, to today, or to a later day asked."""
    drawing = _Drawing(answer, views, today=today)
    others = [drawing.group(row) for row in answer["other"]["actors"]]
    return Timeline(
        start=drawing.axis.start.year,
        ticks=drawing.axis.ticks,
        poles=[drawing.group(row) for row in answer["poles"]],
        others=[row for row in others if row.has_a_story],
        plain=[row for row in others if not row.has_a_story],
        other_name=str(OTHER_NAME),
    )


class _Drawing:
    """What every lane of a page has in common."""

    def __init__(
        self, answer: Mapping[str, Any], views: Mapping[int, TieView], *, today: date
    ) -> None:
        self._views = views
        self._highest = {
            ladder["code"]: max((rung["rank"] for rung in ladder["rungs"]), default=1)
            for ladder in answer["ladders"]
        }
        self._marks = [
            tie for tie in answer["ties"] if tie["rank"] is None and tie["ladder"] in self._highest
        ]
        ranked = [tie["start"] for tie in answer["ties"] if tie["rank"] and tie["start"]]
        first = min([SINCE, *(int(start[:4]) for start in ranked)])
        last = max(today, date.fromisoformat(answer["on"]))
        self.axis = _Axis(date(first, 1, 1), date(last.year + 1, 1, 1))
        self._now = self.axis.at(last + timedelta(days=1))

    def group(self, row: Row) -> GroupView:
        """Return the lanes of a pole or actor that have anything in them."""
        lanes = [self._lane(row["code"], ladder, cell) for ladder, cell in row["ladders"].items()]
        kept = [lane for lane in lanes if lane.bars or lane.marks]
        return GroupView(row["code"], opening(row["name"]), kept)

    def _lane(self, code: str, ladder: str, cell: Row) -> LaneView:
        bars = [self._bar(step, ladder) for step in cell["steps"]]
        own = [tie for tie in self._marks if tie["ladder"] == ladder and code in _places(tie)]
        return LaneView(
            ladder=str(LADDERS[Ladder(ladder)]),
            now=cell["rung"]["name"] if cell["rung"] else "",
            bars=bars,
            marks=[self._mark(number, tie) for number, tie in enumerate(own, 1)],
            says="; ".join(bar.says for bar in bars) or _("no rung on record"),
        )

    def _bar(self, step: Row, ladder: str) -> Bar:
        at = self.axis.day(step["start"], 0.0)
        end = max(self.axis.day(step["end"], self._now), at)
        height = GROUND * step["rung"]["rank"] / (self._highest[ladder] + 1)
        name = step["rung"]["name"]
        return Bar(
            at=at,
            width=end - at,
            top=GROUND - height,
            height=height,
            unsure=self._unsure(step, at, end),
            label=name if len(name) * ROOM_FOR_A_LETTER < end - at else "",
            says=f"{name}, {when(step)}",
        )

    def _unsure(self, step: Row, at: float, end: float) -> float:
        """Return how much of a bar may not have begun: of a year, the year; of no date, all."""
        if step["start"] is None:
            return end - at
        begun = date.fromisoformat(step["start"])
        return min(end, self.axis.at(period_end(begun, step["start_precision"]))) - at

    def _mark(self, number: int, tie: Row) -> MarkView:
        at = self.axis.day(tie["start"], 0.0)
        end = max(self.axis.day(tie["end"], self._now), at)
        return MarkView(number=number, at=at, until=end, tie=self._views[tie["id"]])


def _places(tie: Row) -> list[str]:
    """Return whose lanes a mark stands in: its partner's poles, or the partner's own."""
    return tie["poles"] or [tie["partner"]]
