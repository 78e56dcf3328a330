"""The events that count: those that a reader asks for, counted, dated, or one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Prefetch, Q, QuerySet

from balance.models import Dimension, Event, Evidence, Participant
from balance.models.events import EventQuerySet
from balance.queries.search import best_first, events_with_words, with_marks


@dataclass(frozen=True)
class EventFilter:
    """What a reader of the list of events asks for; empty is all. Days are [start, end).

    `scheme` is the key of the one that the pole belongs to.
    """

    focus: str = ""
    scheme: int | None = None
    start: date | None = None
    end: date | None = None
    pole: str = ""
    actor: str = ""
    dimension: str = ""
    words: str = ""


@dataclass(frozen=True)
class Tally:
    """How many events fit, their first day and the first day out, and how many are of what."""

    events: int
    first: date | None
    end: date | None
    poles: dict[str, int]
    dimensions: dict[str, int]


@dataclass(frozen=True)
class Dated:
    """An event as a calendar needs it: its days, how well they are known, and its poles."""

    id: int
    title: str
    start: date
    end: date
    precision: str
    poles: tuple[str, ...]


def listed_events(asked: EventFilter, *, newest: bool = False) -> QuerySet[Event]:
    """Return the events that count and fit, with participants and articles.

    Those that fit the words best come first, with marks around the words; `newest` orders by
    time alone, as do questions without words.
    """
    events = _with_parts(fitting_events(asked)).order_by("-start", "-id")
    if not asked.words:
        return events
    marked = with_marks(events, asked.words)
    return marked if newest else best_first(marked, asked.words)


def tally(asked: EventFilter, poles: Iterable[str]) -> Tally:
    """Count the events that count and fit: all, those with each pole, and of each dimension."""
    return count_events(fitting_events(asked), poles, asked.scheme)


def count_events(events: EventQuerySet, poles: Iterable[str], scheme: int | None) -> Tally:
    """Count events: all, those with each pole of the scheme, and of each dimension."""
    codes = list(poles)
    with_pole = {
        f"pole_{at}": Count("pk", filter=EventQuerySet.is_with(code, scheme))
        for at, code in enumerate(codes)
    }
    by_dimension = {
        f"of_{name}": Count("pk", filter=Q(dimension=name)) for name in Dimension.values
    }
    found = events.aggregate(
        events=Count("pk"), first=Min("start"), end=Max("end"), **with_pole, **by_dimension
    )
    return Tally(
        events=found["events"],
        first=found["first"],
        end=found["end"],
        poles={code: found[f"pole_{at}"] for at, code in enumerate(codes)},
        dimensions={name: found[f"of_{name}"] for name in Dimension.values},
    )


def by_year(events: EventQuerySet) -> dict[int, int]:
    """Return how many of the events began in each year that has any, in the order of time."""
    years = events.order_by("start__year").values_list("start__year")
    return dict(years.annotate(number=Count("pk")))


def dated_events(asked: EventFilter, year: int, poles: Iterable[str]) -> list[Dated]:
    """Return the events that count and fit and have a day in the year, in the order of time."""
    codes = list(poles)
    columns = {
        f"pole_{at}": EventQuerySet.is_with(code, asked.scheme) for at, code in enumerate(codes)
    }
    rows = (
        fitting_events(asked)
        .between(date(year, 1, 1), date(year + 1, 1, 1))
        .annotate(**columns)
        .order_by("start", "id")
        .values("id", "title", "start", "end", "precision", *columns)
    )
    return [
        Dated(
            id=row["id"],
            title=row["title"],
            start=row["start"],
            end=row["end"],
            precision=row["precision"],
            poles=tuple(code for name, code in zip(columns, codes, strict=True) if row[name]),
        )
        for row in rows
    ]


def fitting_events(asked: EventFilter) -> EventQuerySet:
    """Return the events that count and fit, in no order that matters."""
    events = Event.objects.confirmed()
    if asked.start or asked.end:
        events = events.between(asked.start or date.min, asked.end or date.max)
    if asked.focus:
        events = events.involving(asked.focus)
    if asked.actor:
        events = events.with_actor(asked.actor)
    if asked.pole:
        events = events.with_pole(asked.pole, asked.scheme)
    if asked.dimension:
        events = events.filter(dimension=asked.dimension)
    if asked.words:
        events = events_with_words(events, asked.words)
    return events


def event_record(key: int) -> Event:
    """Return an event that readers may see, with all that its page shows.

    Raises:
        Event.DoesNotExist: if there is none, or no editor has confirmed it.
    """
    seen = (Event.Status.CONFIRMED, Event.Status.WITHDRAWN)
    return _with_parts(Event.objects.filter(status__in=seen)).get(pk=key)


def _with_parts(events: QuerySet[Event]) -> QuerySet[Event]:
    participants = Participant.objects.select_related("actor").order_by("role", "actor__name")
    evidence = Evidence.objects.select_related("article__outlet").order_by("-stance", "id")
    return events.select_related("event_type", "cameo_code").prefetch_related(
        Prefetch("participants", participants), Prefetch("evidence", evidence)
    )
