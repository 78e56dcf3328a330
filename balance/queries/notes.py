"""Notes beside records: those of one record, and the names of the records they are about."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from balance.models import Note


def notes_of(row: models.Model) -> list[Note]:
    """Return the notes beside the record, the oldest first, with who wrote and settled them."""
    notes = Note.objects.about_row(row).select_related("author", "resolved_by")
    return list(notes)


def name_records(notes: Iterable[Note]) -> None:
    """Give each note `record_name`, the name of its record: one query a kind of record."""
    found = list(notes)
    wanted: dict[int, set[int]] = {}
    for note in found:
        wanted.setdefault(note.content_type_id, set()).add(note.object_id)
    rows: dict[tuple[int, int], Any] = {}
    for kind, keys in wanted.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None:
            named = model._default_manager.select_related().in_bulk(keys)
            rows |= {(kind, key): row for key, row in named.items()}
    for note in found:
        row = rows.get((note.content_type_id, note.object_id))
        note.record_name = "" if row is None else str(row)  # type: ignore[attr-defined]
