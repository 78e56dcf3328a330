"""One number worked through: the latest share of the pole that has the largest one."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from balance.models.spans import FIRST_DAY
from balance.operations.answers import balance_answer, explain_answer
from balance.queries.questions import BalanceQuestion


@dataclass(frozen=True, slots=True)
class Worked:
    """A share with everything that enters it.

    `point` is the API's answer for the day; `parts` are what is left of each event's cooperation
    with the pole at the end of it, the largest first, as the API's explain gives them from the
    first day there is.
    """

    answer: dict[str, Any]
    point: dict[str, Any]
    pole: str
    parts: list[dict[str, Any]]


def work_through(*, focus: str, today: date) -> Worked | None:
    """Return the latest share of the pole with the largest one; None while there is none.

    Raises:
        UnknownFocus, BadQuestion: if there is no such focus, or nothing is published.
    """
    tomorrow = today + timedelta(days=1)
    question = BalanceQuestion(focus=focus, start=today, end=tomorrow, step="day")
    answer = balance_answer(question=question, today=today)
    point = answer["points"][-1]
    if answer["stale"] or point["reason"] is not None:
        return None
    shares = {code: pole["share"] for code, pole in point["poles"].items()}
    pole = max(shares, key=lambda code: float(shares[code]))
    explained = explain_answer(
        question=BalanceQuestion(focus=focus), pole=pole, from_day=FIRST_DAY, to_day=today
    )
    parts = [part for part in explained["contributions"] if part["cooperation"] > 0]
    parts.sort(key=lambda part: (-part["cooperation"], part["event"]))
    return Worked(answer, point, pole, parts)
