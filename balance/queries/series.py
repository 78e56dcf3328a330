"""The daily series of a focus, read back as arrays."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import Exists, OuterRef, Subquery

from balance.compute.daily import Daily
from balance.compute.world import DIMENSIONS
from balance.models import Dataset, DirtySeries, Focus, SeriesVersion

_ARRAYS = ("cooperation", "conflict", "begun", "ended")
# `array_send` gives a header of 20 bytes, then a length and a number each, big-endian: numpy
# reads that in place, where a list of Python floats would cost more than all the rest.
_HEADER = 20
_ITEM = np.dtype([("length", ">i4"), ("value", ">f8")])
_SQL = """
SELECT v.data_version, v.computed_at, s.pole_id, s.dimension, s.year, {arrays}
  FROM balance_seriesversion v
  LEFT JOIN balance_dailyseries s
    ON s.dataset_id = v.dataset_id AND s.focus_id = v.focus_id AND s.scale = %s
 WHERE v.dataset_id = %s AND v.focus_id = %s AND v.is_current
 ORDER BY s.year
""".format(arrays=", ".join(f"array_send(s.{name})" for name in _ARRAYS))


# A version's series never change, so a process keeps the last few instead of reading 2 MB anew.
_KEEP = 16
_kept: dict[tuple[int, int, str, str], "Source"] = {}


@dataclass(frozen=True, slots=True)
class Source:
    """Series of whole years, with what they were computed from."""

    daily: Daily
    first_year: int | None
    data_version: str
    computed_at: datetime


@dataclass(frozen=True, slots=True)
class Freshness:
    """A data set, and how the series of a focus in it stand.

    `is_dirty`: they no longer follow from the events. `data_version` is None when nothing
    was computed yet.
    """

    dataset: Dataset
    is_dirty: bool
    data_version: str | None


def find_freshness(code: str, *, focus: Focus) -> Freshness | None:
    """Return the data set of the code with its freshness; None when there is none."""
    marks = DirtySeries.objects.filter(dataset=OuterRef("pk"), focus=focus)
    versions = SeriesVersion.objects.filter(dataset=OuterRef("pk"), focus=focus, is_current=True)
    row = (
        Dataset.objects.filter(code=code)
        .annotate(
            is_dirty=Exists(marks), data_version=Subquery(versions.values("data_version")[:1])
        )
        .first()
    )
    return Freshness(row, row.is_dirty, row.data_version) if row else None


def stored_series(
    *, dataset: Dataset, focus: Focus, scale: str, poles: list[int], data_version: str | None
) -> Source:
    """Return the current series of a focus, from memory where `data_version` is known.

    `poles` are the ids of the K poles in order; OTHER comes last.

    Raises:
        SeriesVersion.DoesNotExist: if nothing was ever computed.
    """
    key = (dataset.pk, focus.pk, scale)
    if data_version and (kept := _kept.get((*key, data_version))):
        return kept
    read = _read(dataset=dataset, focus=focus, scale=scale, poles=poles)
    _kept[*key, read.data_version] = read
    while len(_kept) > _KEEP:
        _kept.pop(next(iter(_kept)), None)
    return read


def _read(*, dataset: Dataset, focus: Focus, scale: str, poles: list[int]) -> Source:
    """Read series and version in one statement, so that they agree."""
    rows = _rows(scale, dataset.pk, focus.pk)
    if not rows:
        raise SeriesVersion.DoesNotExist(f"No series of {focus} in {dataset} yet.")
    data_version, computed_at = rows[0][:2]
    years = [row[4] for row in rows if row[4] is not None]
    first, last = (min(years), max(years)) if years else (None, None)
    daily = _empty(first or 2000, last or 2000, len(poles))
    place = {pole: at for at, pole in enumerate(poles)}
    for _version, _at, pole, dimension, year, *arrays in rows:
        if year is not None:
            _fill(daily, (DIMENSIONS.index(dimension), place.get(pole, len(poles))), year, arrays)
    return Source(daily, first, data_version, computed_at)


def _rows(*params: str | int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_SQL, params)
        return list(cursor.fetchall())


def _empty(first_year: int, last_year: int, poles: int) -> Daily:
    first, stop = date(first_year, 1, 1).toordinal(), date(last_year + 1, 1, 1).toordinal()
    shape = (len(DIMENSIONS), poles + 1, stop - first)
    return Daily(first, *(np.zeros(shape) for _ in _ARRAYS))


def _fill(daily: Daily, lane: tuple[int, int], year: int, arrays: list[bytes]) -> None:
    start = date(year, 1, 1).toordinal() - daily.first_day
    for name, sent in zip(_ARRAYS, arrays, strict=True):
        values = np.frombuffer(sent, dtype=_ITEM, offset=_HEADER)["value"]
        getattr(daily, name)[*lane, start : start + values.size] = values
