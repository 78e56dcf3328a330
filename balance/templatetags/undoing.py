"""The undo button beside what was just done."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def undoes(message: Any) -> str:
    """Return what the message's button undoes; empty when it has none."""
    tags = (getattr(message, "extra_tags", "") or "").split()
    return next((tag.removeprefix("undo-") for tag in tags if tag.startswith("undo-")), "")
