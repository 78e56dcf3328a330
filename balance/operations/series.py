"""Keeping the daily series true: refresh, and a check that finds what is not."""

from collections.abc import Callable, Iterator
from datetime import date

import numpy as np
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Now

from balance.compute.daily import daily
from balance.compute.impacts import Impacts, impacts
from balance.compute.world import DIMENSIONS, Event
from balance.models import (
    DailySeries,
    Dataset,
    DirtySeries,
    Focus,
    Pole,
    Scale,
    SeriesVersion,
)
from balance.queries.inputs import Inputs, load_inputs

_ARRAYS = ("cooperation", "conflict", "begun", "ended")
Progress = Callable[[str], None]


@transaction.atomic
def refresh_series(*, dataset: Dataset, focus: Focus) -> SeriesVersion:
    """Recompute the dirty years of a focus whole, from the events, and return their version.

    Two refreshes of one focus run one after the other. A change that commits while this
    runs keeps its mark: a mark is cleared only as it was read, and never waited for.
    """
    _lock(dataset, focus)
    marks = dict(
        DirtySeries.objects.filter(dataset=dataset, focus=focus).values_list("year", "seq")
    )
    current = SeriesVersion.objects.filter(dataset=dataset, focus=focus, is_current=True)
    years = set(marks) if current.exists() else None
    inputs = load_inputs(focus=focus, dataset=dataset)
    replaced = DailySeries.objects.filter(dataset=dataset, focus=focus)
    (replaced if years is None else replaced.filter(year__in=years)).delete()
    DailySeries.objects.bulk_create(
        compute_series(inputs=inputs, dataset=dataset, focus=focus, years=years), batch_size=200
    )
    _clear(dataset, focus, marks)
    return _record_version(dataset, focus, inputs.version)


def compute_series(
    *, inputs: Inputs, dataset: Dataset, focus: Focus, years: set[int] | None
) -> Iterator[DailySeries]:
    """Yield the series that follow from the inputs: those of the years, or all."""
    poles = {pole.code: pole for pole in Pole.objects.filter(scheme=focus.scheme_id)}
    order = [poles[code] for code in inputs.world.poles]
    for scale in Scale.values:
        events = (event for event in inputs.events(scale) if _touches(event, years))
        found = impacts(events, inputs.world, focus.actor.code)
        for year in _years_of(found) if years is None else sorted(years):
            yield from _series_of(found, year, [*order, None], dataset, focus, scale)


def refresh_dirty() -> int:
    """Refresh every focus that has dirty years or no series yet; return how many there were."""
    pairs = [
        (dataset, focus)
        for dataset in Dataset.objects.all()
        for focus in Focus.objects.select_related("actor")
        if _is_due(dataset, focus)
    ]
    for dataset, focus in pairs:
        refresh_series(dataset=dataset, focus=focus)
    return len(pairs)


def _is_due(dataset: Dataset, focus: Focus) -> bool:
    ours = {"dataset": dataset, "focus": focus}
    return (
        DirtySeries.objects.filter(**ours).exists()
        or not SeriesVersion.objects.filter(**ours, is_current=True).exists()
    )


def remember_version(*, dataset: Dataset, focus: Focus, data_version: str) -> SeriesVersion:
    """Return the version's row; one that comes back, as after an undo, keeps its first time."""
    version, created = SeriesVersion.objects.get_or_create(
        dataset=dataset, focus=focus, data_version=data_version, defaults={"computed_at": Now()}
    )
    if created:
        version.refresh_from_db()
    return version


def verify_series(*, progress: Progress = lambda _text: None) -> list[str]:
    """Compare every stored series with a fresh recomputation, and name each difference.

    Years marked dirty are left out: a refresh is due there, and readers get one.
    """
    differences: list[str] = []
    for dataset in Dataset.objects.all():
        for focus in Focus.objects.select_related("actor"):
            progress(f"{focus.actor.code} in {dataset.code}")
            differences += _differences(dataset, focus)
    return differences


@transaction.atomic
def _differences(dataset: Dataset, focus: Focus) -> list[str]:
    _lock(dataset, focus)
    version = SeriesVersion.objects.filter(dataset=dataset, focus=focus, is_current=True).first()
    if version is None:
        return []
    dirty = set(
        DirtySeries.objects.filter(dataset=dataset, focus=focus).values_list("year", flat=True)
    )
    inputs = load_inputs(focus=focus, dataset=dataset)
    due = {
        _key(row): row
        for row in compute_series(inputs=inputs, dataset=dataset, focus=focus, years=None)
        if row.year not in dirty
    }
    kept = DailySeries.objects.filter(dataset=dataset, focus=focus).exclude(year__in=dirty)
    stored = {_key(row): row for row in kept}
    name = f"{focus.actor.code} in {dataset.code}"
    found = [f"{name}: {key} is missing" for key in sorted(due.keys() - stored.keys(), key=str)]
    found += [f"{name}: {key} should not be" for key in sorted(stored.keys() - due.keys(), key=str)]
    found += [
        f"{name}: {key} differs in {field}"
        for key in sorted(due.keys() & stored.keys(), key=str)
        for field in _ARRAYS
        if getattr(due[key], field) != getattr(stored[key], field)
    ]
    if not dirty and version.data_version != inputs.version:
        found.append(f"{name}: the data version is {version}, expected {inputs.version[:12]}")
    return found


def _key(row: DailySeries) -> tuple[str, int | None, str, int]:
    return row.scale, row.pole_id, row.dimension, row.year


def _lock(dataset: Dataset, focus: Focus) -> None:
    """Wait for whoever refreshes the same series; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('balance.series'), hashtext(%s))",
            [f"{dataset.pk}:{focus.pk}"],
        )


def _clear(dataset: Dataset, focus: Focus, marks: dict[int, int]) -> None:
    """Delete the marks as they were read; one that somebody is counting up stays."""
    as_read = Q()
    for year, seq in marks.items():
        as_read |= Q(year=year, seq=seq)
    if marks:
        free = (
            DirtySeries.objects.filter(as_read, dataset=dataset, focus=focus)
            .select_for_update(skip_locked=True)
            .values_list("pk", flat=True)
        )
        DirtySeries.objects.filter(pk__in=list(free)).delete()


def _record_version(dataset: Dataset, focus: Focus, data_version: str) -> SeriesVersion:
    """Make this version the current one."""
    versions = SeriesVersion.objects.filter(dataset=dataset, focus=focus)
    versions.filter(is_current=True).exclude(data_version=data_version).update(is_current=False)
    version = remember_version(dataset=dataset, focus=focus, data_version=data_version)
    versions.filter(pk=version.pk).update(is_current=True)
    return version


def _touches(event: Event, years: set[int] | None) -> bool:
    """Say whether the event has a day, or its first day out, in one of the years."""
    return years is None or any(
        year in years for year in range(event.start.year, event.end.year + 1)
    )


def _years_of(found: Impacts) -> list[int]:
    """Return every year in which some event has a day, or its first day out."""
    counts = found.counts
    if not counts.begun.size:
        return []
    first = date.fromordinal(int(counts.begun.min())).year
    last = date.fromordinal(int(counts.ended.max())).year
    return list(range(first, last + 1))


def _series_of(
    found: Impacts,
    year: int,
    poles: list[Pole | None],
    dataset: Dataset,
    focus: Focus,
    scale: str,
) -> Iterator[DailySeries]:
    """Yield the year's series in which anything happened."""
    first, stop = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    sums = daily(found, first, stop, len(poles) - 1)
    arrays = [getattr(sums, name) for name in _ARRAYS]
    for dimension, pole in np.argwhere(sum(a.any(axis=-1) for a in arrays)).tolist():
        yield DailySeries(
            dataset=dataset,
            scale=scale,
            focus=focus,
            pole=poles[pole],
            dimension=DIMENSIONS[dimension],
            year=year,
            **{n: a[dimension, pole].tolist() for n, a in zip(_ARRAYS, arrays, strict=True)},
        )
