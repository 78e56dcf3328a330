"""Notes beside records: written, settled, opened again."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from balance.models.notes import LONGEST_NOTE, Note


class NoteRefused(ValueError):
    """The note says nothing, or more than a note has room for."""


def write_note(*, about: models.Model, text: str, by: Any, at: datetime) -> Note:
    """Store what an editor says about a record; the same words sent twice are one note.

    Raises:
        NoteRefused: if the text is empty or too long.
    """
    words = text.replace("\0", "").replace("\r\n", "\n").strip()
    if not words or len(words) > LONGEST_NOTE:
        raise NoteRefused
    before = Note.objects.about_row(about).unresolved().filter(author=by, text=words).first()
    return before or Note.objects.create(
        content_type=ContentType.objects.get_for_model(about),
        object_id=about.pk,
        text=words,
        author=by,
        created_at=at,
    )


def settle_note(*, note: Note, by: Any, at: datetime) -> None:
    """Mark the note as settled; one that is settled stays as it is."""
    if note.resolved_at is None:
        note.resolved_at, note.resolved_by = at, by
        note.save(update_fields=["resolved_at", "resolved_by"])


def open_note(*, note: Note) -> None:
    """Open a settled note again."""
    note.resolved_at = note.resolved_by = None
    note.save(update_fields=["resolved_at", "resolved_by"])
