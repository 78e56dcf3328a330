"""What the numbers say about claims with a measurable statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from balance.compute.arrays import with_nulls
from balance.compute.periods import periods
from balance.compute.statements import BadStatement, Measure, Statement, parse
from balance.compute.verdicts import NO_NUMBER, Judgement, days_to_check, judge
from balance.models import Claim, Focus
from balance.operations.inputs import read_series
from balance.queries.balance import Setting, find_setting, measured
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.queries.series import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """One number that a check looked at, at the end of a day; None is no number."""

    measure: Measure
    pole_name: str
    on: date
    value: float | None


@dataclass(frozen=True, slots=True)
class Check:
    """What the numbers say about a claim, as of a day; the status stays an editor's word."""

    statement: Statement | None
    judgement: Judgement
    checked_on: date
    methodology: str | None = None  # The version, and what it was computed from.
    data_version: str | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def verdict(self) -> str:
        """A word of VERDICTS."""
        return self.judgement.verdict


class ClaimChecks:
    """Checks of any number of claims: the numbers of a focus are read once for all of them."""

    def __init__(self, *, today: date) -> None:
        self.today = today
        self._numbers: dict[int, _Numbers | None] = {}

    def of(self, claim: Claim) -> Check | None:
        """Return what the numbers say about the claim; None if it makes no measurable statement.

        The claim comes with its focus and the focus's actor, or costs a query for them.
        """
        if not claim.statement:
            return None
        numbers = self._numbers_of(claim.focus)
        try:
            statement = parse(claim.statement)
        except BadStatement:  # No editor can write one, but a shell or an older version can.
            return Check(None, Judgement(NO_NUMBER, None), self.today)
        if numbers is None:
            return Check(statement, Judgement(NO_NUMBER, None), self.today)
        return self._check(statement, claim.end, numbers)

    def _check(self, statement: Statement, after: date, numbers: "_Numbers") -> Check:
        days = days_to_check(statement, from_day=after, today=self.today)
        found = numbers.at(days)
        against = statement.against
        pairs = [
            (
                found[day].get(statement.measure),
                found[day].get(against) if isinstance(against, Measure) else float(against),
            )
            for day in days
        ]
        judgement = judge(statement, pairs, is_over=statement.last_day <= self.today)
        at = judgement.at
        readings = (
            tuple(
                Reading(measure, numbers.names.get(measure.pole, ""), days[at], value)
                for measure in statement.measures
                for value in [found[days[at]].get(measure)]
            )
            if at is not None
            else ()
        )
        return Check(
            statement, judgement, self.today, numbers.methodology, numbers.data_version, readings
        )

    def _numbers_of(self, focus: Focus) -> "_Numbers | None":
        if focus.pk not in self._numbers:
            try:
                setting = find_setting(BalanceQuestion(focus=focus.actor.code))
                source, _stale = read_series(setting)
            except BadQuestion:  # No methodology is published, or no pole is there.
                self._numbers[focus.pk] = None
            else:
                self._numbers[focus.pk] = _Numbers(setting, source, self.today)
        return self._numbers[focus.pk]


class _Numbers:
    """The stock of a focus by day; the ends of all months are computed at once."""

    def __init__(self, setting: Setting, source: Source, today: date) -> None:
        self.names = {pole.code: str(pole) for pole in setting.poles}
        self.methodology, self.data_version = setting.methodology.version, source.data_version
        self._setting, self._source, self._today = setting, source, today
        self._known: dict[date, dict[Measure, float | None]] = {}

    def at(self, days: Iterable[date]) -> dict[date, dict[Measure, float | None]]:
        """Return every measure at the end of each day."""
        missing = set(days) - self._known.keys()
        if missing and not self._known:
            missing |= self._ends_of_months()
        if missing:
            self._known |= self._compute(sorted(missing))
        return self._known

    def _ends_of_months(self) -> set[date]:
        first = date(self._source.first_year or self._today.year, 1, 1)
        if first > self._today:
            return set()
        _starts, ends = periods(first, date.fromordinal(self._today.toordinal() + 1), "month")
        return {date.fromordinal(end - 1) for end in ends.tolist()}

    def _compute(self, days: list[date]) -> dict[date, dict[Measure, float | None]]:
        ends = np.array([day.toordinal() + 1 for day in days], dtype=np.int64)
        found, amounts = measured(self._setting, self._source.daily, ends - 1, ends)
        columns: dict[Measure, list[Any]] = {
            Measure("balance"): with_nulls(found.balance),
            Measure("effective poles"): with_nulls(found.effective_poles),
        }
        by_pole = {"share": found.share, "friction": found.friction, "tone": found.tone} | dict(
            zip(("cooperation", "conflict", "events"), amounts, strict=True)
        )
        for name, values in by_pole.items():
            for at, pole in enumerate(self._setting.poles):
                columns[Measure(name, pole.code)] = with_nulls(values[at])
        rows = zip(*columns.values(), strict=True)
        return {
            day: dict(zip(columns, row, strict=True)) for day, row in zip(days, rows, strict=True)
        }


def checked(claims: Iterable[Claim], *, today: date) -> dict[int, Check]:
    """Return the checks of those claims that make a measurable statement, by the claim's id."""
    checks = ClaimChecks(today=today)
    return {claim.pk: check for claim in claims if (check := checks.of(claim))}
