"""Events by words: of the title, the description, a quotation, or who took part."""

from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchRank, SearchVector
from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField

from articles.searching import Wanted, any_of, having
from balance.models import Actor, Alias, Event, Evidence, Participant
from balance.models.events import EventQuerySet
from balance.models.evidence import QUOTED_WORDS

START, STOP = "\ue000", "\ue001"  # Around what is found: letters that no text has.
_MARKS: dict[str, Any] = {"start_sel": START, "stop_sel": STOP, "config": "english"}


def events_with_words(events: EventQuerySet, words: str) -> EventQuerySet:
    """Keep the events that have every word of a web search, wherever it stands."""
    return having(events, words, _event_keys)


def best_first(events: QuerySet[Event], words: str) -> QuerySet[Event]:
    """Order events by how well they fit: a word in the title weighs most; then the newest."""
    query = any_of(words)
    if query is None:
        return events
    title = SearchVector("title", config="english", weight="A")
    text = title + SearchVector("description", config="english", weight="B")
    return events.alias(rank=SearchRank(text, query)).order_by("-rank", "-start", "-id")


def with_marks(events: QuerySet[Event], words: str) -> QuerySet[Event]:
    """Annotate `marked_title`, `marked_text` and `marked_quote`: what is found stands in marks."""
    query = any_of(words)
    if query is None:
        return events
    part = {**_MARKS, "max_fragments": 1, "max_words": 30, "min_words": 12}
    quoted = Evidence.objects.filter(event=OuterRef("pk")).alias(words=QUOTED_WORDS)
    quotation = (
        quoted.filter(words=query)
        .order_by("pk")
        .values(found=SearchHeadline("quote", query, **part))
    )
    described = SearchHeadline("description", query, **part)
    return events.annotate(
        marked_title=SearchHeadline("title", query, highlight_all=True, **_MARKS),
        marked_text=described,
        marked_quote=Subquery(quotation[:1], output_field=TextField()),
    )


def _event_keys(wanted: Wanted) -> QuerySet[Any, Any]:
    """Return the keys of the events that have the word or phrase anywhere."""
    by_text = Event.objects.filter(search=wanted.query())
    quoted = Evidence.objects.alias(words=QUOTED_WORDS).filter(words=wanted.query())
    names = SearchVector("name", config="simple")
    aliases = Alias.objects.own().alias(words=SearchVector("text", config="simple"))
    called = Actor.objects.alias(words=names).filter(
        Q(words=wanted.query("simple"))
        | Q(pk__in=aliases.filter(words=wanted.query("simple")).order_by().values("actor"))
    )
    taking_part = Participant.objects.filter(actor__in=called.order_by().values("pk"))
    return (
        by_text.order_by()
        .values("pk")
        .union(
            quoted.filter(event__isnull=False).order_by().values("event"),
            taking_part.order_by().values("event"),
        )
    )
