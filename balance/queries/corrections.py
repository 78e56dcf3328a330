"""What changed in published records after publication, from the versions of their rows."""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from django.db import connection

MOST = 1_000  # Changed rows that are told: the newest.
_SQL = (Path(__file__).resolve().parent.parent / "sql" / "corrections.sql").read_text()


@dataclass(frozen=True)
class Change:
    """A value that became another; None is none."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Correction:
    """What was corrected, withdrawn or restored in an event at once; `by` is a role, no name."""

    id: str
    event: int
    title: str
    is_public: bool
    at: datetime
    kind: str
    by: str
    reason: str
    changes: tuple[Change, ...]


def corrections() -> list[Correction]:
    """Return the newest corrections of events that had been confirmed, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {"most": MOST})
        rows = cursor.fetchall()
    return [_correction(list(group)) for _same, group in groupby(rows, key=_at_once)]


def _at_once(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what the rows of one correction have in common: the event, and the request."""
    return row[1], row[10] or row[0]


def _correction(rows: list[tuple[Any, ...]]) -> Correction:
    whole = next((row for row in rows if row[5] != "corrected"), rows[0])
    said = _said(whole)
    return Correction(
        id=whole[0],
        event=whole[1],
        title=whole[2],
        is_public=whole[3],
        at=whole[4],
        kind=whole[5],
        by="editor" if said.get("user") else "import",
        reason=str(whole[6] or said.get("why", "")),
        changes=tuple(change for row in rows for change in _changes(row)),
    )


def _said(row: tuple[Any, ...]) -> dict[str, Any]:
    """Return what the context of the change says."""
    found = json.loads(row[9]) if isinstance(row[9], str) else row[9]
    return found or {}


def _changes(row: tuple[Any, ...]) -> list[Change]:
    before, after = (json.loads(part) if isinstance(part, str) else part for part in row[7:9])
    if "participant" in (before or after or {}):
        return [Change("participant", _participant(before), _participant(after))]
    return [
        Change(field, before.get(field), value)
        for field, value in (after or {}).items()
        if before and before.get(field) != value
    ]


def _participant(part: dict[str, Any] | None) -> str | None:
    if part is None:
        return None
    weight = "" if part["weight"] in (None, 1) else f", {part['weight']:g}"
    return f"{part['participant']} ({part['role']}{weight})"
