"""What a page has from the worker: intervals and pivots, or the word that they are not there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from balance.models import Panel
from balance.operations.intervals import ask_for_intervals, lay_intervals
from balance.operations.runs import Outcome, ask_for
from balance.panels.addresses import balance_url, pivots_data_url
from balance.panels.answers import PageAnswers
from balance.queries.questions import BadQuestion, BalanceQuestion, UnknownFocus

WITH_INTERVALS = (
    Panel.Kind.HEADLINE,
    Panel.Kind.POLES,
    Panel.Kind.SHARES,
    Panel.Kind.TONE,
    Panel.Kind.EFFECTIVE_POLES,
    Panel.Kind.ONE_POLE,
    Panel.Kind.COMPARISON,
)
WITH_PIVOTS = (
    Panel.Kind.SHARES,
    Panel.Kind.ONE_POLE,
    Panel.Kind.PIVOTS,
)


@dataclass(frozen=True)
class Missing:
    """What of a page is not computed; `state` is pending, failed or empty.

    At the addresses the API will have what is pending; the runs are to be woken after commit.
    """

    state: str
    what: str
    addresses: list[str]
    waiting: list[int]


def add_computed(answers: PageAnswers, panels: Sequence[Panel]) -> Missing:
    """Give the page's answers what is computed for its panels, and wait for none of the rest."""
    asked = [(panel.kind, answers.question(panel)) for panel in panels if _answers(panel, answers)]
    questions = dict.fromkeys(question for kind, question in asked if kind in WITH_INTERVALS)
    pivoted = dict.fromkeys(
        answers.pivots_question(question) for kind, question in asked if kind in WITH_PIVOTS
    )
    asks = [ask_for_intervals(answers.balance(question)) for question in questions]
    outcomes = ask_for(asks + [answers.ask_for_pivots(question) for question in pivoted])
    of_intervals = dict(zip(questions, outcomes, strict=False))
    of_pivots = dict(zip(pivoted, outcomes[len(questions) :], strict=True))
    for question, outcome in of_intervals.items():
        lay_intervals(answers.balance(question), outcome)
    for question, outcome in of_pivots.items():
        answers.keep_pivots(question, outcome)
    return missing(of_intervals, of_pivots)


def _answers(panel: Panel, answers: PageAnswers) -> bool:
    """Say whether the panel's question has an answer; one that has none says so itself."""
    if panel.kind not in (*WITH_INTERVALS, *WITH_PIVOTS):
        return False
    try:
        answers.balance(answers.question(panel))
    except (BadQuestion, UnknownFocus):
        return False
    return True


def missing(
    intervals: dict[BalanceQuestion, Outcome], pivots: dict[BalanceQuestion, Outcome]
) -> Missing:
    """Say what is pending or, where nothing is, what failed."""
    outcomes = [*intervals.values(), *pivots.values()]
    states = {outcome.state for outcome in outcomes}
    state = next((state for state in ("pending", "failed") if state in states), "")
    return Missing(
        state=state,
        what=_what(
            any(outcome.state == state for outcome in intervals.values()),
            any(outcome.state == state for outcome in pivots.values()),
        ),
        addresses=[
            *(balance_url(question, interval="1") for question in _pending(intervals)),
            *(pivots_data_url(question, wait="0") for question in _pending(pivots)),
        ],
        waiting=[outcome.waiting for outcome in outcomes if outcome.waiting is not None],
    )


def _pending(outcomes: dict[BalanceQuestion, Outcome]) -> list[BalanceQuestion]:
    return [question for question, outcome in outcomes.items() if outcome.state == "pending"]


def _what(of_intervals: bool, of_pivots: bool) -> str:
    if of_intervals and of_pivots:
        return _("the intervals and the pivots")
    return _("the intervals") if of_intervals else _("the pivots")
