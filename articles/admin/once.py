"""A form that is sent twice is saved once: a double click, or the way back and again."""

import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib.admin.models import LogEntry
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

FIELD = "once"  # Each form that is opened has a mark of its own in this field.
REMEMBERED = timedelta(days=2)


def mark_of(request: HttpRequest) -> str:
    """Return the mark of the form that was sent, or a new one."""
    sent = request.POST.get(FIELD, "")
    is_used = getattr(request, "is_used_mark", False)
    return sent if _is_mark(sent) and not is_used else str(uuid4())


def note(request: HttpRequest) -> list[dict[str, Any]]:
    """Return what to add to the log of a save, so that the same form is known again."""
    mark = request.POST.get(FIELD, "")
    return [{FIELD: mark, "content": _content(request)}] if _is_mark(mark) else []


def saved_before(request: HttpRequest) -> LogEntry | None:
    """Return what was logged when this very form was saved; wait while it is being saved.

    Call it inside a transaction: until that ends, the same form cannot be saved elsewhere.
    """
    mark = request.POST.get(FIELD, "")
    if not _is_mark(mark):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [mark])
    mine = LogEntry.objects.filter(user=request.user.pk)
    lately = mine.filter(action_time__gte=timezone.now() - REMEMBERED)
    return lately.filter(change_message__contains=mark).first()


def is_same(request: HttpRequest, entry: LogEntry) -> bool:
    """Say whether the form holds what it held when it was saved."""
    return _content(request) in entry.change_message


def _content(request: HttpRequest) -> str:
    fields = sorted(
        (name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"
    )
    return hashlib.sha256(repr(fields).encode()).hexdigest()


def _is_mark(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
