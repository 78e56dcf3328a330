"""Runs: asked for by readers, computed by the worker, kept with the data they follow from."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from balance.models import Dataset, Focus, Run, SeriesVersion
from balance.models.runs import MOST_ATTEMPTS
from balance.queries.balance import Setting, find_setting
from balance.queries.inputs import Inputs, load_inputs
from balance.queries.intervals import compute_intervals
from balance.queries.pivots import compute_pivots
from balance.queries.questions import BalanceQuestion

State, Kind = Run.State, Run.Kind
KEPT = timedelta(days=31)
WORDS = {State.WAITING: "pending", State.DONE: "computed", State.FAILED: "failed"}

# A result never changes and takes milliseconds to read, so a process keeps the last few.
_KEEP = 16
_kept: dict[int, dict[str, Any]] = {}
_Name = tuple[str, str, str]


class DataMovedOn(RuntimeError):
    """The data changed after the run was asked for: nobody needs it any more."""


@dataclass(frozen=True)
class Ask:
    """What a run is to compute. The parameters are JSON, and all that it depends on."""

    kind: str
    focus: str
    dataset: str
    data_version: str
    parameters: dict[str, Any]

    @property
    def name(self) -> _Name:
        """What tells it from every other of the focus and data set."""
        key = hashlib.sha256(json.dumps(self.parameters, sort_keys=True).encode()).hexdigest()
        return self.data_version, str(self.kind), key


@dataclass(frozen=True)
class Outcome:
    """What became of it: computed with a result, pending or failed.

    `waiting` is a run for the worker, which the caller wakes after commit; None without one.
    """

    state: str
    result: dict[str, Any] | None = None
    waiting: int | None = None


def ask_for(asks: Sequence[Ask]) -> list[Outcome]:
    """Return what became of each, with one look at all; what nobody asked for before now waits.

    All are about one focus and one data set.
    """
    found = _found(asks)
    if missing := {ask.name: ask for ask in asks if ask.name not in found}:
        Run.objects.bulk_create(map(_new_run, missing.values()), ignore_conflicts=True)
        found = _found(asks)
    results = _results(found.values())
    return [_outcome(found.get(ask.name), results) for ask in asks]


@transaction.atomic
def fill_run(*, run_id: int) -> bool:
    """Compute a waiting run; say whether it did. A second call, or one at once, does nothing."""
    run = (
        Run.objects.select_for_update(skip_locked=True, of=("self",))
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
    Run.objects.filter(pk=run_id).update(attempts=F("attempts") + 1)


def note_failure(*, run_id: int, error: str) -> None:
    """Keep the error of an attempt."""
    Run.objects.filter(pk=run_id).update(error=error[:2_000])


def waiting_runs() -> list[int]:
    """Return the runs to wake, oldest first; quarantine those that failed too often.

    Runs of data that are no longer current are dropped, except those "as known on" a day, and
    so are those that nobody asked for within a month.
    """
    waiting = Run.objects.filter(state=State.WAITING)
    waiting.filter(attempts__gte=MOST_ATTEMPTS).update(state=State.FAILED)
    current = SeriesVersion.objects.filter(is_current=True).values("data_version")
    outdated = Run.objects.filter(parameters__as_of=None).exclude(data_version__in=current)
    outdated.delete()
    Run.objects.filter(asked_at__lt=Now() - KEPT).delete()
    return list(waiting.order_by("id").values_list("pk", flat=True))


def _found(asks: Sequence[Ask]) -> dict[_Name, Run]:
    """Return the runs there are by name, without their results."""
    if not asks:
        return {}
    versions, kinds, keys = map(set, zip(*(ask.name for ask in asks), strict=True))
    runs = Run.objects.defer("result").filter(
        dataset__code__in={ask.dataset for ask in asks},
        focus__actor__code__in={ask.focus for ask in asks},
        data_version__in=versions,
        kind__in=kinds,
        key__in=keys,
    )
    return {(run.data_version, run.kind, run.key): run for run in runs}


def _new_run(ask: Ask) -> Run:
    version, kind, key = ask.name
    return Run(
        dataset=Dataset.objects.get(code=ask.dataset),
        focus=Focus.objects.get(actor__code=ask.focus),
        data_version=version,
        kind=kind,
        key=key,
        parameters=ask.parameters,
    )


def _results(runs: Iterable[Run]) -> dict[int, dict[str, Any]]:
    """Return what the runs computed by their ids; what was read before is not read again."""
    done = [run.pk for run in runs if run.state == State.DONE]
    results = {key: _kept[key] for key in done if key in _kept}
    if unread := [key for key in done if key not in results]:
        read = Run.objects.filter(pk__in=unread).values_list("pk", "result")
        results |= {key: result for key, result in read if result is not None}
    _kept.update(results)
    while len(_kept) > _KEEP:
        _kept.pop(next(iter(_kept)), None)
    return results


def _outcome(run: Run | None, results: Mapping[int, dict[str, Any]]) -> Outcome:
    if run is None or (run.state == State.DONE and run.pk not in results):
        return Outcome(WORDS[State.WAITING])  # A sweep dropped it just now.
    return Outcome(
        state=WORDS[State(run.state)],
        result=results.get(run.pk),
        waiting=run.pk if run.state == State.WAITING else None,
    )


def _computed(run: Run) -> dict[str, Any]:
    setting = find_setting(_question(run))
    inputs = load_inputs(focus=setting.focus, dataset=run.dataset, as_of=setting.question.as_of)
    if inputs.version != run.data_version:
        raise DataMovedOn(run)
    return _result(run, setting, inputs)


def _result(run: Run, setting: Setting, inputs: Inputs) -> dict[str, Any]:
    if run.kind == Kind.PIVOTS:
        until = date.fromisoformat(run.parameters["until"])
        return compute_pivots(setting, inputs, today=until)
    return compute_intervals(setting, inputs)


def _question(run: Run) -> BalanceQuestion:
    """Return the question that the parameters are of; those of pivots name fewer."""
    asked = run.parameters
    usual = BalanceQuestion(focus=run.focus.actor.code)
    return replace(
        usual,
        start=_day(asked.get("start")),
        end=_day(asked.get("end")),
        step=asked.get("step", usual.step),
        kernel=asked.get("kernel", usual.kernel),
        half_life=asked.get("half_life"),
        dimensions=tuple(asked["dimensions"]),
        dataset=run.dataset.code,
        methodology=asked["methodology"],
        as_of=datetime.fromisoformat(asked["as_of"]) if asked["as_of"] else None,
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
