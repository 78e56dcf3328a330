"""The desk, for the front page of the admin."""

from django import template
from django.utils import timezone

from balance.queries import desk as queries

register = template.Library()


@register.simple_tag
def desk() -> queries.Desk:
    """Return what waits, what changed lately and what failed."""
    return queries.desk(now=timezone.now())
