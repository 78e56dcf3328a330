"""The desk, for the front page of the admin."""

from typing import Any

from django import template
from django.utils import timezone

from balance.queries import desk as queries

register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context: dict[str, Any]) -> queries.Desk:
    """Return what waits, what changed lately and what failed."""
    return queries.desk(now=timezone.now(), user=context["request"].user.pk)
