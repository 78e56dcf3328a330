"""Pivots: told at once where somebody waits for them, else once the worker has computed them."""

from datetime import date
from typing import Any

from balance.models import Run
from balance.operations.inputs import read_inputs, read_series
from balance.operations.runs import Ask, Outcome, ask_for
from balance.queries.balance import Setting, find_setting, provenance
from balance.queries.pivots import compute_pivots, tell_pivots
from balance.queries.questions import BalanceQuestion


def pivots_answer(*, question: BalanceQuestion, today: date) -> dict[str, Any]:
    """Return when the composition of relations changed for good, and the weaker signs of it.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    inputs, version = read_inputs(setting)
    found = compute_pivots(setting, inputs, today=_until(question, today))
    told = {"state": "computed", "results": tell_pivots(setting, found)}
    return provenance(setting, version) | told


def pivots_so_far(*, question: BalanceQuestion, today: date) -> tuple[dict[str, Any], Outcome]:
    """Return the same answer without waiting, and its outcome, whose run the caller wakes.

    The `state` is computed, pending or failed; `results` are None unless computed.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    source, _stale = read_series(setting)
    answer = provenance(setting, source)
    (outcome,) = ask_for([ask_for_pivots(setting, answer["data_version"], today=today)])
    return answer | tell_outcome(setting, outcome), outcome


def ask_for_pivots(setting: Setting, data_version: str, *, today: date) -> Ask:
    """Return the run that computes the setting's pivots."""
    question = setting.question
    return Ask(
        kind=Run.Kind.PIVOTS,
        focus=setting.focus.actor.code,
        dataset=question.dataset,
        data_version=data_version,
        parameters={
            "until": _until(question, today).isoformat(),
            "dimensions": list(question.dimensions or ()),
            "methodology": setting.methodology.version,
            "as_of": question.as_of.isoformat() if question.as_of else None,
        },
    )


def tell_outcome(setting: Setting, outcome: Outcome) -> dict[str, Any]:
    """Return how the run stands, and the pivots with the events that moved them."""
    found = outcome.result
    return {
        "state": outcome.state,
        "results": None if found is None else tell_pivots(setting, found),
    }


def _until(question: BalanceQuestion, today: date) -> date:
    return question.as_of.date() if question.as_of else today
