"""The notes beside a record, for its page in the admin."""

from typing import Any

from django import template
from django.contrib.contenttypes.models import ContentType

from balance.queries.notes import notes_of

register = template.Library()


@register.inclusion_tag("admin/notes.html", takes_context=True)
def notes(context: dict[str, Any], row: Any) -> dict[str, Any]:
    """Show the notes beside a record, and a box for one more."""
    found = notes_of(row)
    request = context["request"]
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "notes": found,
        "open_count": sum(note.resolved_at is None for note in found),
        "kind": ContentType.objects.get_for_model(row).pk,
        "row": row,
        "may_write": request.user.has_perm("balance.add_note"),
        "may_settle": request.user.has_perm("balance.change_note"),
        "refused": context.get("refused", ""),
        "text": context.get("text", ""),
    }
