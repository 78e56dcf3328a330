"""Answers of the second and third lens: standing ties, and measured dependence."""

from datetime import date
from typing import Any

from balance.queries.balance import Setting, find_setting, read_against
from balance.queries.dependence import dependence, load_figures
from balance.queries.questions import BalanceQuestion
from balance.queries.standing import between_others, standing
from balance.queries.ties import load_ties


def standing_answer(
    *, question: BalanceQuestion, on: date, others: bool = False, setting: Setting | None = None
) -> dict[str, Any]:
    """Return the rungs of a focus on a day, with `others` the ties between others as well.

    A caller who has looked up the question's setting gives it.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = setting or find_setting(question)
    found = load_ties(setting, everybody=others)
    answer = lens_provenance(setting, found.version) | standing(setting, found, on=on)
    return answer | {"between_others": between_others(setting, found, on=on)} if others else answer


def dependence_answer(
    *, question: BalanceQuestion, setting: Setting | None = None
) -> dict[str, Any]:
    """Return a pole's share of each indicator, period by period, with every figure behind it.

    A caller who has looked up the question's setting gives it.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = setting or find_setting(question)
    found = load_figures(setting)
    return lens_provenance(setting, found.version) | dependence(setting, found)


def lens_provenance(setting: Setting, version: str) -> dict[str, Any]:
    """Return where a number of these lenses comes from.

    They are computed as they are asked for, so there is no `computed_at`; and no data set of
    events enters them.
    """
    return read_against(setting) | {"data_version": version}
