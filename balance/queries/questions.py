"""A question about the balance, checked before anything is computed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from balance.compute.periods import STEPS, count_periods
from balance.compute.world import DIMENSIONS
from balance.models.records import EDITORIAL
from balance.models.spans import FIRST_DAY, LAST_DAY

KERNELS = ("stock", "flow")
MOST_POINTS = 5_000
LONGEST_HALF_LIFE = 100_000  # days


class BadQuestion(ValueError):
    """A part of the question makes no sense; `field` names it, `sentence` says the cure."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


class UnknownFocus(LookupError):
    """No focus has this code."""


@dataclass(frozen=True, slots=True)
class BalanceQuestion:
    """What a reader asks; None is the default: see docs/methodology.md.

    Raises:
        BadQuestion: if a part of it makes no sense on its own.
    """

    focus: str
    start: date | None = None
    end: date | None = None
    step: str = "month"
    kernel: str = "stock"
    half_life: float | None = None
    dimensions: tuple[str, ...] | None = None
    dataset: str = EDITORIAL
    methodology: str | None = None
    as_of: datetime | None = None
    interval: bool = False

    def __post_init__(self) -> None:
        """Refuse nonsense at the door."""
        _one_of("step", self.step, STEPS)
        _one_of("kernel", self.kernel, KERNELS)
        for dimension in self.dimensions or ():
            _one_of("dimension", dimension, DIMENSIONS)
        if self.half_life is not None and not (0 < self.half_life < math.inf):
            raise BadQuestion("half_life", _("The half-life is a number of days above 0."))
        for field, day in (("start", self.start), ("end", self.end)):
            if day is not None and not FIRST_DAY <= day <= LAST_DAY:
                raise BadQuestion(field, _("The day lies between 1900 and 2100."))

    def last_day(self, today: date) -> date:
        """Return the last day of the span: by default the day on which it is known."""
        if self.end:
            return self.end - timedelta(days=1)
        return self.as_of.date() if self.as_of else today

    def span(self, *, first_year: int, today: date) -> tuple[date, date]:
        """Return the span of days asked for: by default from the first event's year to today.

        Raises:
            BadQuestion: if it is empty, or holds more than 5,000 points.
        """
        start = self.start or date(first_year, 1, 1)
        end = self.end or self.last_day(today) + timedelta(days=1)
        if start >= end:
            raise BadQuestion(
                "end" if self.end else "start",
                _("The span is empty: the end, %(end)s, is not after the start, %(start)s.")
                % {"start": start, "end": end},
            )
        if count_periods(start, end, self.step) > MOST_POINTS:
            raise BadQuestion(
                "step",
                _("That is more than 5,000 points; take a longer step or a shorter span."),
            )
        return start, end


def method_of(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a question that say how to count, from an address's parameters."""
    return {
        "half_life": asked.get("half_life"),
        "dimensions": asked["dimension"],
        "dataset": asked["dataset"] or EDITORIAL,
        "methodology": asked["methodology"],
        "as_of": asked["as_of"],
    }


def _one_of(field: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise BadQuestion(
            field,
            _("%(value)s is not known; take one of %(choices)s.")
            % {"value": repr(value[:40]), "choices": ", ".join(choices)},
        )
