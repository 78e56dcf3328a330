"""The newest events and articles that a panel lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from articles.models import Article
from balance.models import Event
from balance.models.events import EventQuerySet
from balance.queries.events import EventFilter, listed_events


@dataclass(frozen=True)
class EventsWanted:
    """Which events a list is about; empty is all. Days are [start, end)."""

    focus: str
    scheme: int
    poles: Sequence[str] = ()
    dimensions: Sequence[str] = ()
    start: date | None = None
    end: date | None = None


def newest_events(wanted: EventsWanted, *, most: int) -> list[Event]:
    """Return the newest events that count and fit, with participants and articles."""
    days = EventFilter(focus=wanted.focus, start=wanted.start, end=wanted.end)
    return list(listed_events(days).filter(_fits(wanted))[:most])


def quoted_articles(wanted: EventsWanted, *, most: int) -> list[Article]:
    """Return the newest articles quoted for such events, each with `event_count` of them."""
    events = Event.objects.confirmed().involving(wanted.focus).filter(_fits(wanted))
    events = events.between(wanted.start or date.min, wanted.end or date.max)
    quoted = Count("evidence__event", filter=Q(evidence__event__in=events), distinct=True)
    articles = Article.objects.select_related("outlet").defer("text", "search")
    articles = articles.annotate(event_count=quoted).filter(event_count__gt=0)
    return list(articles.order_by(F("published_on").desc(nulls_last=True), "-id")[:most])


def _fits(wanted: EventsWanted) -> Q:
    fits = Q()
    if wanted.dimensions:
        fits &= Q(dimension__in=wanted.dimensions)
    if wanted.poles:
        touching = Q()
        for code in wanted.poles:
            touching |= Q(EventQuerySet.is_with(code, wanted.scheme))
        fits &= touching
    return fits
