"""Intervals of an answer: laid beside its numbers once the worker has computed them."""

from typing import Any

from balance.models import Run
from balance.operations.runs import Ask, Outcome, ask_for
from balance.queries.intervals import lay_beside

PARAMETERS = ("start", "end", "step", "kernel", "half_life", "dimensions", "as_of")


def add_intervals(answer: dict[str, Any]) -> int | None:
    """Lay the intervals beside the answer's numbers, or note that they are pending.

    Returns the id of a run that waits for the worker, which the caller wakes after commit;
    None when there is nothing to wait for.
    """
    (outcome,) = ask_for([ask_for_intervals(answer)])
    lay_intervals(answer, outcome)
    return outcome.waiting


def ask_for_intervals(answer: dict[str, Any]) -> Ask:
    """Return the run that computes the answer's intervals."""
    parameters = {name: answer[name] for name in PARAMETERS}
    return Ask(
        kind=Run.Kind.INTERVALS,
        focus=answer["focus"],
        dataset=answer["dataset"],
        data_version=answer["data_version"],
        parameters=parameters | {"methodology": answer["methodology"]["version"]},
    )


def lay_intervals(answer: dict[str, Any], outcome: Outcome) -> None:
    """Lay beside the answer's numbers what the run computed, and say how it stands."""
    if outcome.result is not None:
        lay_beside(answer, outcome.result)
    answer["intervals"] = outcome.state
