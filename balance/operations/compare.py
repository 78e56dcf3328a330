"""Several questions answered side by side, each with its intervals where they are computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from balance.models import Focus
from balance.operations.answers import balance_answer
from balance.operations.intervals import ask_for_intervals, lay_intervals
from balance.operations.runs import Outcome, ask_for
from balance.queries.balance import find_setting
from balance.queries.questions import BalanceQuestion

MOST = 6  # Columns that a page can show side by side, and that a reader can take in.


@dataclass(frozen=True)
class Compared:
    """A question, its answer as the API gives it, and what became of its intervals."""

    question: BalanceQuestion
    answer: dict[str, Any]
    outcome: Outcome


def compared_answers(
    *, asked: Sequence[tuple[Focus, BalanceQuestion]], today: date
) -> list[Compared]:
    """Return the answers in the order asked; of more than six, the first six.

    The caller wakes, after commit, the runs that the outcomes wait for.

    Raises:
        BadQuestion: if a question names what is not there.
    """
    answers = []
    for focus, question in asked[:MOST]:
        setting = find_setting(question, focus)
        answers.append((question, balance_answer(question=question, today=today, setting=setting)))
    outcomes = _outcomes([answer for _question, answer in answers])
    for (_question, answer), outcome in zip(answers, outcomes, strict=True):
        lay_intervals(answer, outcome)
    return [
        Compared(question, answer, outcome)
        for (question, answer), outcome in zip(answers, outcomes, strict=True)
    ]


def _outcomes(answers: Sequence[dict[str, Any]]) -> list[Outcome]:
    """Ask for the intervals, with one look for each focus."""
    return [
        outcome
        for _focus, own in groupby(answers, lambda answer: answer["focus"])
        for outcome in ask_for([ask_for_intervals(answer) for answer in own])
    ]
