"""What the product ships with: types of events, codes, rungs of ladders, the first methodology."""

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pghistory
from django.db import models, transaction

from balance.models import CameoCode, Dataset, EventType, Methodology, TieKind, Translation
from balance.operations.recording import record_as_of

FOLDER = Path(__file__).resolve().parent.parent / "reference"

# Known on any day that a reader can ask about.
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)

Cells = dict[str, str]


def store_reference() -> int:
    """Add the shipped rows that are missing, and return how many there were.

    A row that is there stays as editors made it.
    """
    with (
        transaction.atomic(),
        pghistory.context(by="the product", why="shipped with the product", recorded_as_of="1970"),
    ):
        return sum(
            [
                _add_missing(Dataset, "datasets", ("code",), _as_it_stands),
                _add_missing(EventType, "event_types", ("code",), _as_it_stands),
                _add_missing(CameoCode, "cameo_codes", ("code",), _with_event_type()),
                _add_missing(TieKind, "tie_kinds", ("ladder", "code"), _with_rank),
                _add_missing(Methodology, "methodologies", ("version",), _as_it_stands),
                _add_missing(Translation, "translations", ("english", "language"), _as_it_stands),
            ]
        )


def _add_missing(
    model: type[models.Model],
    name: str,
    key: tuple[str, ...],
    fields: Callable[[Cells], dict[str, Any]],
) -> int:
    manager = model._default_manager
    known = {tuple(found) for found in manager.values_list(*key)}
    missing = [row for row in _rows(name) if tuple(row[column] for column in key) not in known]
    if not missing:
        return 0
    # Where editors gave a shipped rank or status to a row of their own, theirs stays alone.
    manager.bulk_create([model(**fields(row)) for row in missing], ignore_conflicts=True)
    added = [pk for pk, *found in manager.values_list("pk", *key) if tuple(found) not in known]
    if any(relation.name == "versions" for relation in model._meta.related_objects):
        record_as_of(model=model, times=dict.fromkeys(added, ALWAYS))
    return len(added)


def _rows(name: str) -> Iterator[Cells]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _as_it_stands(row: Cells) -> dict[str, Any]:
    return dict(row)


def _with_rank(row: Cells) -> dict[str, Any]:
    return {**row, "rank": row["rank"] or None}


def _with_event_type() -> Callable[[Cells], dict[str, Any]]:
    types = dict(EventType.objects.values_list("code", "id"))

    def fields(row: Cells) -> dict[str, Any]:
        rest = {name: cell for name, cell in row.items() if name != "event_type"}
        return {**rest, "event_type_id": types.get(row["event_type"])}

    return fields
