"""The numbers of one page: every distinct question is asked once, whatever the panels."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from balance.models import Focus, Panel
from balance.models.spans import period_end
from balance.operations.answers import balance_answer, top_events
from balance.operations.coverage import lopsided_answer
from balance.operations.cuts import matrix_answer
from balance.operations.inputs import settle
from balance.operations.pivots import ask_for_pivots, tell_outcome
from balance.operations.robustness import robustness_answer
from balance.operations.runs import Ask, Outcome
from balance.operations.standing import dependence_answer, standing_answer
from balance.panels.tables import period_names
from balance.queries.balance import Setting, find_setting
from balance.queries.outlets import SupportingOutlets, load_outlets
from balance.queries.questions import BalanceQuestion

Answer = dict[str, Any]
Point = dict[str, Any]


class PageAnswers:
    """Answers to the questions of a page's panels.

    Raises, from every method and when it is made:
        UnknownFocus, BadQuestion: if a question names what is not there.
    """

    def __init__(
        self,
        *,
        asked: BalanceQuestion,
        today: date,
        pins: Sequence[dict[str, str]] = (),
        view: str = "",
        focus: Focus | None = None,
    ) -> None:
        self._pins = pins
        self.view = view
        self.asked = asked
        self.today = today
        self._setting = settle(find_setting(asked, focus))
        self._balances: dict[BalanceQuestion, Answer] = {}
        self._periods: dict[tuple[date | None, date | None, str], list[str]] = {}
        self._tops: dict[tuple[BalanceQuestion, str], Answer] = {}
        self._variants: dict[BalanceQuestion, Answer] = {}
        self._lopsided: dict[BalanceQuestion, Answer] = {}
        self._standing: Answer | None = None
        self._dependence: Answer | None = None
        self._pivots: dict[BalanceQuestion, Outcome] = {}

    @property
    def focus(self) -> Focus:
        """The focus that all questions are about."""
        return self._setting.focus

    def question(self, panel: Panel) -> BalanceQuestion:
        """Return the reader's question, narrowed by the editor's options for the panel."""
        question = self.asked
        if panel.dimension:
            question = replace(question, dimensions=(panel.dimension,))
        if panel.years:
            question = replace(question, start=self._years_back(panel.years))
        return question

    def balance(self, question: BalanceQuestion) -> Answer:
        """Return the answer of the API to the question."""
        if question not in self._balances:
            self._balances[question] = balance_answer(
                question=question, today=self.today, setting=self._setting_of(question)
            )
        return self._balances[question]

    def pivots_question(self, question: BalanceQuestion) -> BalanceQuestion:
        """Return the question without the parts that play no part in pivots."""
        return replace(question, start=None, end=None, step="month", kernel="stock", half_life=None)

    def ask_for_pivots(self, question: BalanceQuestion) -> Ask:
        """Return the run that computes the pivots of such a question."""
        version = self.balance(self.asked)["data_version"]
        return ask_for_pivots(self._setting_of(question), version, today=self.today)

    def keep_pivots(self, question: BalanceQuestion, outcome: Outcome) -> None:
        """Keep what became of the run, for `moments` and `pivots`."""
        self._pivots[question] = outcome

    def moments(self, question: BalanceQuestion) -> list[dict[str, Any]]:
        """Return pivots and weak signs without words; none while they are not computed."""
        result = self._pivots[self.pivots_question(question)].result
        return result["moments"] if result else []

    def pivots(self, question: BalanceQuestion) -> Answer:
        """Return the answer of the API to the question, as far as it is computed."""
        question = self.pivots_question(question)
        told = tell_outcome(self._setting_of(question), self._pivots[question])
        return self.balance(self.asked) | told

    def top_events(self, question: BalanceQuestion, pole: str) -> Answer:
        """Return what brought most to the pole, or to all, in the year up to the last day."""
        question = replace(question, start=None, step="month", kernel="stock")
        if (question, pole) not in self._tops:
            self._tops[question, pole] = top_events(
                question=question, pole=pole, today=self.today, setting=self._setting_of(question)
            )
        return self._tops[question, pole]

    def robustness(self, question: BalanceQuestion) -> Answer:
        """Return in how many variants the ranking holds, and those in which another pole leads."""
        question = replace(question, start=None, step="month", kernel="stock")
        if question not in self._variants:
            self._variants[question] = robustness_answer(
                question=question,
                today=self.today,
                setting=self._setting_of(question),
                outlets=self._outlets,
                only_other_leaders=True,
            )
        return self._variants[question]

    def matrix(self, question: BalanceQuestion) -> Answer:
        """Return the stock by dimension and pole on the question's last day."""
        question = replace(question, start=None, step="month", kernel="stock")
        on = question.last_day(self.today)
        return matrix_answer(question=question, on=on, setting=self._setting_of(question))

    def lopsided(self, question: BalanceQuestion) -> Answer:
        """Return the poles whose evidence on the question's last day is lopsided."""
        question = replace(question, start=None, step="month", kernel="stock")
        if question not in self._lopsided:
            self._lopsided[question] = lopsided_answer(
                question=question,
                today=self.today,
                setting=self._setting_of(question),
                outlets=self._outlets,
            )
        return self._lopsided[question]

    def standing(self) -> Answer:
        """Return the focus's standing ties on the last day that the reader asks about."""
        if self._standing is None:
            self._standing = standing_answer(
                question=self.asked, on=self.asked.last_day(self.today), setting=self._setting
            )
        return self._standing

    def dependence(self) -> Answer:
        """Return each pole's share of what is measured."""
        if self._dependence is None:
            self._dependence = dependence_answer(question=self.asked, setting=self._setting)
        return self._dependence

    def periods(self, question: BalanceQuestion) -> list[str]:
        """Return the name of each point's period."""
        key = (question.start, question.end, question.step)
        if key not in self._periods:
            self._periods[key] = period_names(self.balance(question)["points"], question.step)
        return self._periods[key]

    def pins(self, question: BalanceQuestion) -> list[dict[str, str]]:
        """Return the pinned moments within the span of the answer, in the order of time."""
        answer = self.balance(question)
        return [pin for pin in self._pins if answer["start"] <= pin["date"] < answer["end"]]

    def year_before(self, question: BalanceQuestion) -> Point | None:
        """Return the point of the period that began a year before the latest; None without one."""
        answer = self.balance(question)
        point = latest(answer)
        if point is None:
            return None
        wanted = _year_back(date.fromisoformat(point["start"]))
        found = _period_of(wanted, answer["points"])
        return found or self._ask_for(question, wanted)

    @cached_property
    def _outlets(self) -> SupportingOutlets:
        return load_outlets(self.asked.as_of)

    def _setting_of(self, question: BalanceQuestion) -> Setting:
        """Return the page's one setting with another question: all ask about the same focus."""
        return replace(self._setting, question=question)

    def _ask_for(self, question: BalanceQuestion, wanted: date) -> Point | None:
        """Ask for a single period that lies before the span that the reader chose."""
        alone = replace(question, start=wanted, end=_end_of_period(wanted, question.step))
        points = self.balance(alone)["points"]
        return points[-1] if points else None

    def _years_back(self, years: int) -> date:
        last = self.asked.last_day(self.today)
        return date(max(1900, last.year - years), last.month, 1)


def latest(answer: Answer) -> Point | None:
    """Return the last point of an answer; of single periods, the last in which anything was."""
    points = answer["points"]
    if answer["kernel"] == "flow":
        happened = [point for point in points if point["reason"] != "no_data"]
        points = happened or points
    return points[-1] if points else None


def names(answer: Mapping[str, Any]) -> dict[str, str]:
    """Return the poles' names by code, in the order of the scheme."""
    return {pole["code"]: pole["name"] for pole in answer["poles"]}


def _year_back(on: date) -> date:
    return date(on.year - 1, on.month, min(on.day, 28) if on.month == 2 else on.day)


def _period_of(wanted: date, points: list[Point]) -> Point | None:
    """Return the point whose period holds the day; points cut at the span's start do not count."""
    text = wanted.isoformat()
    for point in points:
        if point["start"] <= text < point["end"]:
            return point
    return None


def _end_of_period(start: date, step: str) -> date:
    if step in ("day", "week"):
        return start + timedelta(days=7 if step == "week" else 1)
    return period_end(start, step)
