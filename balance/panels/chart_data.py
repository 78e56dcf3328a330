"""What a chart is made from."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from balance.panels.answers import Answer, Point, names
from balance.panels.certainty import Ends, ends
from balance.panels.drawing import Values, positions
from balance.panels.shown import AS_USUAL, Shown
from balance.queries.questions import BalanceQuestion

Bands = list[Ends | None]


@dataclass(frozen=True)
class ChartData:
    """A question and its answer, with what editors chose: some poles or all, and the pins.

    `shown` is what the reader wants drawn; numbers, words and tables are of all poles.
    `is_whole`: the reader wants every row of the table.
    """

    question: BalanceQuestion
    answer: Answer
    year_ago: Point | None
    only: tuple[str, ...]
    pins: list[dict[str, Any]]
    periods: list[str]
    shown: Shown = AS_USUAL
    is_whole: bool = False
    pivots: list[dict[str, str]] = field(default_factory=list)

    @property
    def points(self) -> list[Point]:
        """The answer's points."""
        return self.answer["points"]

    @property
    def has_intervals(self) -> bool:
        """Whether the numbers have their intervals beside them."""
        return self.answer.get("intervals") == "computed"

    @property
    def is_flow(self) -> bool:
        """Whether each number is of its period alone."""
        return bool(self.answer["kernel"] == "flow")

    @cached_property
    def names(self) -> dict[str, str]:
        """The poles that the chart shows, by code."""
        shown = names(self.answer)
        return {code: name for code, name in shown.items() if code in self.only} or shown

    @cached_property
    def drawn(self) -> dict[str, str]:
        """The poles of its picture: what the editor chose, the reader does not hide."""
        hidden = frozenset[str]() if self.only else self.shown.without(self.names)
        return {code: name for code, name in self.names.items() if code not in hidden}

    @property
    def is_part(self) -> bool:
        """Whether some poles are left out, and more than one is shown."""
        return 1 < len(self.names) < len(self.answer["poles"])

    @property
    def pole(self) -> str:
        """The only pole that the chart is about; empty for all or several."""
        return self.only[0] if len(self.only) == 1 else ""

    @cached_property
    def start(self) -> date:
        """The first day of the axis."""
        return date.fromisoformat(self.answer["start"])

    @cached_property
    def end(self) -> date:
        """The first day out of the axis."""
        return date.fromisoformat(self.answer["end"])

    @cached_property
    def across(self) -> list[int]:
        """Where each point stands from left to right."""
        dates = [date.fromisoformat(point["date"]) for point in self.points]
        return positions(dates, start=self.start)

    def by_pole(self, measure: str) -> dict[str, Values]:
        """Return the numbers of each pole drawn."""
        return {code: [p["poles"][code][measure] for p in self.points] for code in self.drawn}

    def ends_by_pole(self, measure: str) -> dict[str, Bands]:
        """Return the intervals of each pole drawn; none at all while they are not computed."""
        if not self.has_intervals:
            return {}
        return {
            code: [ends(point["poles"][code], measure) for point in self.points]
            for code in self.drawn
        }
