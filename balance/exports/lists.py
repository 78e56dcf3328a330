"""Chosen rows of a table: in the columns that importers read, or in all the table's own."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import models

from balance.importers.registry import KINDS

CHUNK = 1_000
MOST_ROWS = 100_000
_KEPT_BACK = (models.BinaryField, SearchVectorField, models.GeneratedField)
_NAMES = ("code", "slug", "name", "title", "username")  # By which a row is known elsewhere.

Progress = Callable[[int, int], None]


def is_exported(model: type[models.Model]) -> bool:
    """Say whether rows of the model go out as files: ours do, accounts and schedules do not."""
    return model._meta.app_label in ("articles", "balance")


def chosen_rows(
    *,
    model: type[models.Model],
    kind: str,
    keys: Sequence[Any],
    progress: Progress = lambda done, total: None,
) -> Iterator[list[Any]]:
    """Yield a header, then the rows with these primary keys; numbers stay numbers.

    With a kind the columns are those of its files; without one they are the table's own.
    """
    header, read = _of_kind(kind) if kind else _of_table(model)
    yield header
    for start in range(0, len(keys), CHUNK):
        yield from read(keys[start : start + CHUNK])
        progress(min(start + CHUNK, len(keys)), len(keys))


def _of_kind(name: str) -> tuple[list[str], Callable[[Sequence[Any]], Iterator[list[Any]]]]:
    kind = KINDS[name]()

    def read(keys: Sequence[Any]) -> Iterator[list[Any]]:
        for stored in kind.objects().filter(pk__in=keys):
            values = kind.describe(stored)
            yield [
                values[column.name]
                if isinstance(values[column.name], float)
                else column.text(values[column.name])
                for column in kind.columns
            ]

    return [column.name for column in kind.columns], read


def _of_table(
    model: type[models.Model],
) -> tuple[list[str], Callable[[Sequence[Any]], Iterator[list[Any]]]]:
    columns = dict(_columns(model))

    def read(keys: Sequence[Any]) -> Iterator[list[Any]]:
        rows = model._default_manager.filter(pk__in=keys).order_by("pk")
        for row in rows.values_list(*columns.values()):
            yield [_shown(value) for value in row]

    return list(columns), read


def _columns(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    """Yield the name of each column, and where its value is found: of another row, its name."""
    for field in model._meta.concrete_fields:
        if isinstance(field, _KEPT_BACK):
            continue
        there = field.related_model
        if isinstance(there, type):
            fields = {other.name for other in there._meta.concrete_fields}
            known_by = next((name for name in _NAMES if name in fields), "pk")
            yield field.name, f"{field.name}__{known_by}"
        else:
            yield field.name, field.name


def _shown(value: Any) -> Any:
    if value is None:
        return ""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
