"""Where the page of an absorbed record leads."""

from balance.models import Actor, Event, Merger


def event_that_absorbed(key: int) -> Event | None:
    """Return the event that stands for the one of this id as well, if any does."""
    mergers = Merger.objects.standing().select_related("event_kept")
    merger = mergers.filter(event_absorbed=key).first()
    return merger.event_kept if merger else None


def actor_that_absorbed(code: str) -> Actor | None:
    """Return the actor that stands for the one of this code as well, if any does."""
    mergers = Merger.objects.standing().select_related("actor_kept")
    merger = mergers.filter(actor_absorbed__code=code).first()
    return merger.actor_kept if merger else None
