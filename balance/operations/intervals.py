"""Intervals: asked for by readers, computed by the worker, kept with the data they follow from."""

import hashlib
import json
from datetime import date, datetime, timedelta
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


class DataMovedOn(RuntimeError):
    """The data changed after the intervals were asked for: nobody needs them any more."""


def add_intervals(answer: dict[str, Any]) -> int | None:
    """Lay the intervals beside the answer's numbers, or note that they are pending.

    Returns the id of a run that waits for the worker, which the caller wakes after commit;
    None when there is nothing to wait for.
    """
    run = _run_for(answer)
    if run.result is not None:
        lay_beside(answer, run.result)
        answer["intervals"] = "computed"
        return None
    answer["intervals"] = "pending" if run.state == State.WAITING else "failed"
    return run.pk if run.state == State.WAITING else None


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


def _run_for(answer: dict[str, Any]) -> IntervalRun:
    """Return the row of the answer's intervals, made now if nobody asked before."""
    parameters = {
        name: answer[name]
        for name in ("start", "end", "step", "kernel", "half_life", "dimensions", "as_of")
    } | {"methodology": answer["methodology"]["version"]}
    key = hashlib.sha256(json.dumps(parameters, sort_keys=True).encode()).hexdigest()
    run, _created = IntervalRun.objects.select_related("focus__actor", "dataset").get_or_create(
        dataset=Dataset.objects.get(code=answer["dataset"]),
        focus=Focus.objects.get(actor__code=answer["focus"]),
        data_version=answer["data_version"],
        key=key,
        defaults={"parameters": parameters},
    )
    return run


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
