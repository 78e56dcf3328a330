"""The numbers of one page: every distinct question is asked once, whatever the panels."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar

from balance.models import Dashboard, Focus, Panel
from balance.models.spans import period_end, year_before
from balance.operations.answers import balance_answer, top_events
from balance.operations.coverage import lopsided_answer
from balance.operations.cuts import matrix_answer
from balance.operations.inputs import settle
from balance.operations.pivots import ask_for_pivots, tell_outcome
from balance.operations.robustness import robustness_answer
from balance.operations.runs import Ask, Outcome
from balance.operations.standing import dependence_answer, standing_answer
from balance.panels.moments import pins_of
from balance.panels.options import check_poles, fixed
from balance.panels.shown import AS_USUAL, Shown
from balance.panels.tables import period_names
from balance.queries.balance import Setting, find_setting
from balance.queries.outlets import SupportingOutlets, load_outlets
from balance.queries.questions import BalanceQuestion

Answer = dict[str, Any]
Point = dict[str, Any]
Kept = TypeVar("Kept")


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
        shown: Shown = AS_USUAL,
        is_whole: bool = False,
        focus: Focus | None = None,
        dashboard: Dashboard | None = None,
    ) -> None:
        self.shown = shown
        self.is_whole = is_whole
        self.asked = asked
        self.today = today
        self._dashboard = dashboard
        self._foci = {focus.actor.code: focus} if focus else {}
        self._settings: dict[Hashable, Setting] = {}
        self._kept: dict[Hashable, Any] = {}
        self._pivots: dict[BalanceQuestion, Outcome] = {}
        self._setting_of(asked)

    def focus_of(self, question: BalanceQuestion) -> Focus:
        """Return the focus that the question is about."""
        return self._setting_of(question).focus

    def question(self, panel: Panel) -> BalanceQuestion:
        """Return the reader's question, with the editor's options for the panel in their place."""
        if panel.focus:
            self._foci.setdefault(panel.focus.actor.code, panel.focus)
        return replace(self.asked, **fixed(panel, self.asked, today=self.today))

    def poles(self, panel: Panel) -> tuple[str, ...]:
        """Return the codes of the poles that the panel is about; none is all.

        Raises:
            BadQuestion: if the panel's focus is not read against one of them, or if they are too
                few or too many for its kind.
        """
        setting = self._setting_of(self.question(panel))
        check_poles(panel, {pole.code for pole in setting.poles}, str(setting.focus))
        return tuple(pole.code for pole in panel.shown_poles)

    def balance(self, question: BalanceQuestion) -> Answer:
        """Return the answer of the API to the question."""
        return self._ask(balance_answer, question)

    def pivots_question(self, question: BalanceQuestion) -> BalanceQuestion:
        """Return the question without the parts that play no part in pivots."""
        return replace(_on_the_last_day(question), end=None, half_life=None)

    def ask_for_pivots(self, question: BalanceQuestion) -> Ask:
        """Return the run that computes the pivots of such a question."""
        version = self.balance(self._asked_of(question))["data_version"]
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
        return self.balance(self._asked_of(question)) | told

    def top_events(self, question: BalanceQuestion, pole: str) -> Answer:
        """Return what brought most to the pole, or to all, in the year up to the last day."""
        return self._ask(top_events, _on_the_last_day(question), pole=pole)

    def robustness(self, question: BalanceQuestion) -> Answer:
        """Return in how many variants the ranking holds, and those in which another pole leads."""
        return self._ask(
            robustness_answer,
            _on_the_last_day(question),
            outlets=self._outlets,
            only_other_leaders=True,
        )

    def matrix(self, question: BalanceQuestion) -> Answer:
        """Return the stock by dimension and pole on the question's last day."""
        question, on = _on_the_last_day(question), question.last_day(self.today)
        setting = self._setting_of(question)
        return self._once(
            (matrix_answer, question),
            lambda: matrix_answer(question=question, on=on, setting=setting),
        )

    def lopsided(self, question: BalanceQuestion) -> Answer:
        """Return the poles whose evidence on the question's last day is lopsided."""
        return self._ask(lopsided_answer, _on_the_last_day(question), outlets=self._outlets)

    def standing(self, question: BalanceQuestion, *, others: bool = False) -> Answer:
        """Return the focus's standing ties on the question's last day, or those of others too."""
        on, setting = question.last_day(self.today), self._setting_of(question)
        return self._once(
            (standing_answer, setting.focus, on, others),
            lambda: standing_answer(question=question, on=on, setting=setting, others=others),
        )

    def dependence(self, question: BalanceQuestion) -> Answer:
        """Return each pole's share of what is measured."""
        setting = self._setting_of(question)
        return self._once(
            (dependence_answer, setting.focus),
            lambda: dependence_answer(question=question, setting=setting),
        )

    def periods(self, question: BalanceQuestion) -> list[str]:
        """Return the name of each point's period."""
        return self._once(
            (period_names, question),
            lambda: period_names(self.balance(question)["points"], question.step),
        )

    def pins(self, question: BalanceQuestion) -> list[dict[str, str]]:
        """Return the pinned moments within the span of the answer, in the order of time."""
        answer, focus = self.balance(question), self.focus_of(question)
        pins = self._once((pins_of, focus), lambda: pins_of(focus, self._dashboard))
        return [pin for pin in pins if answer["start"] <= pin["date"] < answer["end"]]

    def year_before(self, question: BalanceQuestion) -> Point | None:
        """Return the point of the period that began a year before the latest; None without one."""
        answer = self.balance(question)
        point = latest(answer)
        if point is None:
            return None
        wanted = year_before(date.fromisoformat(point["start"]))
        found = _period_of(wanted, answer["points"])
        return found or self._ask_for(question, wanted)

    @cached_property
    def _outlets(self) -> SupportingOutlets:
        return load_outlets(self.asked.as_of)

    def _ask(
        self, operation: Callable[..., Answer], question: BalanceQuestion, **more: Hashable
    ) -> Answer:
        """Return what the operation answers about the question, asked once."""
        return self._once(
            (operation, question, *more.values()),
            lambda: operation(
                question=question, today=self.today, setting=self._setting_of(question), **more
            ),
        )

    def _once(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        if key not in self._kept:
            self._kept[key] = make()
        kept: Kept = self._kept[key]
        return kept

    def _setting_of(self, question: BalanceQuestion) -> Setting:
        """Return the question's setting, looked up once for each focus, data set and method."""
        key = (question.focus, question.dataset, question.methodology)
        if key not in self._settings:
            focus = self._foci.get(question.focus)
            self._settings[key] = settle(find_setting(question, focus))
        return replace(self._settings[key], question=question)

    def _asked_of(self, question: BalanceQuestion) -> BalanceQuestion:
        """Return what the reader asked, about what and by which method the question is."""
        return replace(
            self.asked,
            focus=question.focus,
            dataset=question.dataset,
            methodology=question.methodology,
        )

    def _ask_for(self, question: BalanceQuestion, wanted: date) -> Point | None:
        """Ask for a single period that lies before the span that the reader chose."""
        alone = replace(question, start=wanted, end=_end_of_period(wanted, question.step))
        points = self.balance(alone)["points"]
        return points[-1] if points else None


def latest(answer: Answer) -> Point | None:
    """Return the last point of an answer; of single periods, the last in which anything was."""
    points = answer["points"]
    if answer["kernel"] == "flow":
        happened = [point for point in points if point["reason"] != "no_data"]
        points = happened or points
    return points[-1] if points else None


def _on_the_last_day(question: BalanceQuestion) -> BalanceQuestion:
    """Return the question without the parts that play no part in a stock on its last day."""
    return replace(question, start=None, step="month", kernel="stock")


def names(answer: Mapping[str, Any]) -> dict[str, str]:
    """Return the poles' names by code, in the order of the scheme."""
    return {pole["code"]: pole["name"] for pole in answer["poles"]}


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
