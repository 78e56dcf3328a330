"""Answers of the second and third lens, and of the third beside the first."""

from datetime import date
from typing import Any

from balance.compute.world import DIMENSIONS
from balance.operations.inputs import read_series
from balance.queries.balance import Setting, find_setting, provenance, read_against
from balance.queries.dependence import dependence, load_figures
from balance.queries.lenses import compare
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


def lenses_answer(*, question: BalanceQuestion, today: date) -> dict[str, Any]:
    """Return the indicators beside the event shares, with their rank correlation.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    source, stale = read_series(setting)
    return {
        **provenance(setting, source),
        "stale": stale,
        "kernel": question.kernel,
        "half_life": setting.half_life,
        "dimensions": list(question.dimensions or DIMENSIONS),
        **compare(setting, source, load_figures(setting), today=today),
    }


def lens_provenance(setting: Setting, version: str) -> dict[str, Any]:
    """Return where a number of these lenses comes from.

    They are computed as they are asked for, so there is no `computed_at`; and no data set of
    events enters them.
    """
    return read_against(setting) | {"data_version": version}
