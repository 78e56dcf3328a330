"""What must be true of notes, each broken once."""

from datetime import UTC, datetime

from tests.factories.balance import NoteFactory
from tests.truths import assert_accepted, assert_refused


def test_a_note_says_something(db):
    assert_refused(NoteFactory(), "note_has_a_text", text="")


def test_a_note_is_settled_by_somebody(db):
    note, at = NoteFactory(), datetime(2024, 7, 4, tzinfo=UTC)

    assert_refused(note, "note_is_settled_by_somebody", resolved_at=at)
    assert_accepted(note, resolved_at=at, resolved_by=note.author)
