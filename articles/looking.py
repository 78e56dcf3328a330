"""Looking at feeds: what is new becomes articles, and how each feed is stays with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from articles import killable
from articles.fetching import FEEDS, Fetched, Refused
from articles.fetching.statuses import refuse_errors
from articles.listing import list_articles
from articles.models import Feed, FeedHealth
from articles.parsing import Unreadable
from articles.rounds import Got, Round, Wanted

LONGEST_BACK_OFF = timedelta(days=1)
LONGEST_RETRY = timedelta(days=7)
LONGEST_TAG = 500


@dataclass(frozen=True)
class Look:
    """What one look at a feed found: how many items, how many of them new, or what went wrong."""

    feed: str
    items: int = 0
    new: int = 0
    error: str = ""
    is_unchanged: bool = False


def feeds_due(*, now: datetime) -> list[Feed]:
    """Return the active feeds to look at now, the longest overdue first."""
    _know_every_feed(now)
    due = FeedHealth.objects.due(now).order_by("due_at", "pk")
    return [health.feed for health in due.select_related("feed__outlet")]


def look_now(*, feeds: Sequence[int], now: datetime) -> int:
    """Make the feeds due, and return how many active ones are."""
    _know_every_feed(now)
    return FeedHealth.objects.filter(feed__in=feeds, feed__is_active=True).update(due_at=now)


def look_afresh(*, feeds: Sequence[int], now: datetime) -> None:
    """Forget what was known of feeds that have moved, and make them due."""
    FeedHealth.objects.filter(feed__in=feeds).update(
        due_at=now, failures=0, error="", etag="", last_modified=""
    )


def feeds_in(feeds: QuerySet[Feed], condition: str, *, now: datetime) -> QuerySet[Feed]:
    """Keep the feeds that are well, failing, due, never looked at (`never`) or inactive."""
    active = Q(is_active=True)
    kept = {
        "well": active & Q(health__failures=0, health__looked_at__isnull=False),
        "failing": active & Q(health__failures__gt=0),
        "due": active & (Q(health=None) | Q(health__due_at__lte=now)),
        "never": active & Q(health__looked_at=None),
        "inactive": Q(is_active=False),
    }
    return feeds.filter(kept[condition])


def wanted(feeds: Sequence[Feed], *, now: datetime) -> list[Wanted]:
    """Return what to ask for, so that a server answers only what it did not tell before."""
    read = partial(read_feed, now=now)
    return [Wanted(feed, feed.url, read, FEEDS, _conditions(feed.health)) for feed in feeds]


def look(round_: Round, feeds: Sequence[Wanted], *, now: datetime) -> Iterator[Look]:
    """Look at the feeds, and yield what each look found as soon as it is stored."""
    for got in round_.fetch(feeds):
        yield _store(got, now)


def read_feed(fetched: Fetched, *, now: datetime) -> tuple[Fetched, dict[str, Any] | None]:
    """Return what came with what it lists; None for what did not change.

    Raises:
        NotNow: the server answered with an error.
    """
    if fetched.status == 304:
        return fetched, None
    refuse_errors(fetched, now=now)
    listed = killable.run(
        "articles.parsing.feeds:parse_feed",
        fetched.body,
        address=fetched.final_url,
        content_type=fetched.content_type,
        today=now.date().isoformat(),
    )
    return fetched, listed


def in_words(error: Exception) -> str:
    """Return what went wrong, as it is kept for editors."""
    if isinstance(error, Refused | Unreadable | killable.Stopped):
        return str(error)
    return f"{type(error).__name__}: {error}"[:500]


def back_off(usual: timedelta, failures: int, after: timedelta | None = None) -> timedelta:
    """Return how long to leave alone what failed so often in a row: twice as long each time."""
    longer = min(usual * 2 ** min(failures, 12), max(LONGEST_BACK_OFF, usual))
    return max(longer, min(after, LONGEST_RETRY)) if after else longer


def _know_every_feed(now: datetime) -> None:
    """A feed that nobody looked at yet is due."""
    new = Feed.objects.filter(health=None).values_list("pk", flat=True)
    FeedHealth.objects.bulk_create(
        [FeedHealth(feed_id=key, due_at=now) for key in new], ignore_conflicts=True
    )


def _conditions(health: FeedHealth) -> dict[str, str]:
    tags = {"If-None-Match": health.etag, "If-Modified-Since": health.last_modified}
    return {name: value for name, value in tags.items() if value}


@transaction.atomic
def _store(got: Got, now: datetime) -> Look:
    feed: Feed = got.wanted.key
    health = FeedHealth.objects.select_for_update().get(pk=feed.pk)
    health.looked_at = now
    if got.error is not None:
        return _note_failure(feed, health, got.error, now)
    fetched, listed = got.result
    health.failures, health.error, health.succeeded_at = 0, "", now
    health.due_at = now + timedelta(minutes=feed.check_every)
    if listed is None:
        health.new_items = 0
        health.save()
        return Look(feed.url, is_unchanged=True)
    new = list_articles(outlet=feed.outlet, items=listed["items"], at=now)
    health.items, health.new_items = listed["listed"], new
    health.etag = _tag(fetched, "etag")
    health.last_modified = _tag(fetched, "last-modified")
    health.save()
    return Look(feed.url, items=listed["listed"], new=new)


def _note_failure(feed: Feed, health: FeedHealth, error: Exception, now: datetime) -> Look:
    health.failures += 1
    health.error = in_words(error).replace("\0", "")
    usual = timedelta(minutes=feed.check_every)
    health.due_at = now + back_off(usual, health.failures, getattr(error, "after", None))
    health.save()
    return Look(feed.url, error=health.error)


def _tag(fetched: Fetched, name: str) -> str:
    value = fetched.headers.get(name, "")
    return value if len(value) <= LONGEST_TAG and value.isprintable() and value.isascii() else ""
