"""Intervals: asked for by readers, computed by the worker, kept with the data they follow from."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from balance.models import Dataset, Focus, IntervalRun, SeriesVersion
from balance.models.intervals import MOST_ATTEMPTS
from balance.queries.balance import find_setting
from balance.queries.inputs import load_inputs
from balance.queries.intervals import compute_intervals, lay_beside
from balance.queries.questions import BalanceQuestion

State = IntervalRun.State
KEPT = timedelta(days=31)
WORDS = {State.WAITING: "pending", State.DONE: "computed", State.FAILED: "failed"}


class DataMovedOn(RuntimeError):
    """The data changed after the intervals were asked for: nobody needs them any more."""


def add_intervals(answer: dict[str, Any]) -> int | None:
    """Lay the intervals beside the answer's numbers, or note that they are pending.

    Returns the id of a run that waits for the worker, which the caller wakes after commit;
    None when there is nothing to wait for.
    """
    return next(iter(add_intervals_to([answer])), None)


def add_intervals_to(answers: Sequence[dict[str, Any]]) -> list[int]:
    """Do as `add_intervals` does for the answers of one page, with one look at their runs.

    All are about one focus and one data set. Returns the runs to wake after commit.
    """
    runs = zip(answers, _runs_for(answers), strict=True)
    return [run.pk for answer, run in runs if _add(answer, run) and run]


def _add(answer: dict[str, Any], run: IntervalRun | None) -> bool:
    """Lay beside what the run holds; say whether it waits. A sweep may have dropped it just now."""
    state = State(run.state) if run else State.WAITING
    if run and state == State.DONE:
        try:
            lay_beside(answer, _result_of(run.pk))
        except IntervalRun.DoesNotExist:
            state = State.WAITING
    answer["intervals"] = WORDS[state]
    return run is not None and run.state == State.WAITING


@lru_cache(maxsize=16)
def _result_of(run_id: int) -> dict[str, Any]:
    """Return what was computed: it never changes, and takes milliseconds to read."""
    return IntervalRun.objects.values_list("result", flat=True).get(pk=run_id) or {}


@transaction.atomic
def fill_run(*, run_id: int) -> bool:
    """Compute a waiting run; say whether it did. A second call, or one at once, does nothing."""
    run = (
        IntervalRun.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(pk=run_id, state=State.WAITING)
        .first()
    )
    if run is None:
        return False
    try:
        run.result = _computed(run)
    except DataMovedOn:
        run.delete()
        return False
    run.state = State.DONE
    run.save(update_fields=["result", "state"])
    return True


def note_attempt(*, run_id: int) -> None:
    """Count an attempt before it is made, so that one that kills the worker counts as well."""
    IntervalRun.objects.filter(pk=run_id).update(attempts=F("attempts") + 1)


def note_failure(*, run_id: int, error: str) -> None:
    """Keep the error of an attempt."""
    IntervalRun.objects.filter(pk=run_id).update(error=error[:2_000])


def waiting_runs() -> list[int]:
    """Return the runs to wake, oldest first; quarantine those that failed too often.

    Runs of data that are no longer current are dropped, except those "as known on" a day, and
    so are those that nobody asked for within a month.
    """
    waiting = IntervalRun.objects.filter(state=State.WAITING)
    waiting.filter(attempts__gte=MOST_ATTEMPTS).update(state=State.FAILED)
    current = SeriesVersion.objects.filter(is_current=True).values("data_version")
    outdated = IntervalRun.objects.filter(parameters__as_of=None).exclude(data_version__in=current)
    outdated.delete()
    IntervalRun.objects.filter(asked_at__lt=Now() - KEPT).delete()
    return list(waiting.order_by("id").values_list("pk", flat=True))


def _runs_for(answers: Sequence[dict[str, Any]]) -> list[IntervalRun | None]:
    """Return the row of each answer's intervals, made now if nobody asked before."""
    wanted = [(answer["data_version"], _key(_parameters(answer))) for answer in answers]
    found = _found(answers, wanted)
    if missing := [a for a, key in zip(answers, wanted, strict=True) if key not in found]:
        IntervalRun.objects.bulk_create(map(_new_run, missing), ignore_conflicts=True)
        found = _found(answers, wanted)
    return [found.get(key) for key in wanted]


def _found(
    answers: Sequence[dict[str, Any]], wanted: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], IntervalRun]:
    """Return the runs there are by data version and key, without their results."""
    runs = IntervalRun.objects.defer("result").filter(
        dataset__code__in={answer["dataset"] for answer in answers},
        focus__actor__code__in={answer["focus"] for answer in answers},
        data_version__in={version for version, _key in wanted},
        key__in={key for _version, key in wanted},
    )
    return {(run.data_version, run.key): run for run in runs}


def _new_run(answer: dict[str, Any]) -> IntervalRun:
    parameters = _parameters(answer)
    return IntervalRun(
        dataset=Dataset.objects.get(code=answer["dataset"]),
        focus=Focus.objects.get(actor__code=answer["focus"]),
        data_version=answer["data_version"],
        key=_key(parameters),
        parameters=parameters,
    )


def _parameters(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        name: answer[name]
        for name in ("start", "end", "step", "kernel", "half_life", "dimensions", "as_of")
    } | {"methodology": answer["methodology"]["version"]}


def _key(parameters: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(parameters, sort_keys=True).encode()).hexdigest()


def _computed(run: IntervalRun) -> dict[str, Any]:
    setting = find_setting(_question(run))
    inputs = load_inputs(focus=setting.focus, dataset=run.dataset, as_of=setting.question.as_of)
    if inputs.version != run.data_version:
        raise DataMovedOn(run)
    return compute_intervals(setting, inputs)


def _question(run: IntervalRun) -> BalanceQuestion:
    asked = run.parameters
    return BalanceQuestion(
        focus=run.focus.actor.code,
        start=date.fromisoformat(asked["start"]),
        end=date.fromisoformat(asked["end"]),
        step=asked["step"],
        kernel=asked["kernel"],
        half_life=asked["half_life"],
        dimensions=tuple(asked["dimensions"]),
        dataset=run.dataset.code,
        methodology=asked["methodology"],
        as_of=datetime.fromisoformat(asked["as_of"]) if asked["as_of"] else None,
    )
