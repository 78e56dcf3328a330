"""Events that were recorded lately, for those who follow a focus."""

from balance.models import Event

MOST = 30


def new_events(focus: str) -> list[Event]:
    """Return the confirmed events of a focus that were recorded last, newest first."""
    events = Event.objects.confirmed().involving(focus).defer("search")
    return list(events.order_by("-created_at", "-pk")[:MOST])
