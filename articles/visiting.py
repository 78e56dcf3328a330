"""Visiting the pages of articles that feeds listed, for their text. The database is the queue."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db.models import F

from articles.fetching import PAGES, Fetched, Refused
from articles.fetching.statuses import refuse_errors
from articles.intake import NotTakenIn, take_in_page
from articles.looking import back_off, in_words
from articles.models import Article, Visit
from articles.models.visits import MOST_ATTEMPTS
from articles.rounds import Got, Round, Wanted

MOST_AT_ONCE, MOST_OF_A_SERVER, MOST_LOOKED_THROUGH = 150, 20, 5_000
GRACE = 8.0  # Seconds for reading what came; what is left then is fetched again by the next cycle.
FIRST_PAUSE = timedelta(minutes=5)


@dataclass(frozen=True)
class Outcome:
    """What became of a visit: the article has its text, or why not yet, or never."""

    url: str
    error: str = ""
    is_given_up: bool = False


def visits_due(*, now: datetime) -> list[Visit]:
    """Return the visits to make now, the longest overdue first, and of each server only a few."""
    _give_up_what_failed_too_often()
    due = Visit.objects.due(now).values_list("pk", "article__url")[:MOST_LOOKED_THROUGH]
    visits = Visit.objects.filter(pk__in=_few_of_each_server(due)).order_by("due_at", "id")
    return list(visits.select_related("article__outlet").defer("article__search"))


def _few_of_each_server(due: Iterable[tuple[int, str]]) -> list[int]:
    """Keep no more than can be asked for; servers of our own are asked for all at once."""
    seen: Counter[str] = Counter()
    chosen = []
    for key, url in due:
        server = url.partition("://")[2].partition("/")[0].lower()
        seen[server] += 1
        if seen[server] <= MOST_OF_A_SERVER or server in settings.FETCH_ALLOW:
            chosen.append(key)
    return chosen[:MOST_AT_ONCE]


def wanted(visits: Sequence[Visit], *, now: datetime) -> list[Wanted]:
    """Return what to ask for."""
    read = partial(_page, now=now)
    return [Wanted(visit, visit.article.url, read, PAGES) for visit in visits]


def visit(round_: Round, pages: Sequence[Wanted], *, now: datetime) -> Iterator[Outcome]:
    """Fetch the pages, and yield what became of each as soon as it is stored."""
    for got in round_.fetch(pages):
        if time.monotonic() < round_.until + GRACE:
            yield _store(got, now)


def try_again(*, visits: Sequence[int], now: datetime) -> int:
    """Let pages that failed or were given up be visited anew, and return how many."""
    return Visit.objects.filter(pk__in=visits).update(
        state=Visit.State.WAITING, attempts=0, due_at=now
    )


def _give_up_what_failed_too_often() -> None:
    """Set aside what broke a worker each time: it could not say so itself."""
    tired = Visit.objects.filter(state=Visit.State.WAITING, attempts__gte=MOST_ATTEMPTS)
    tired.filter(error="").update(error="The worker ended while it read this page.")
    tired.update(state=Visit.State.GIVEN_UP)


def _page(fetched: Fetched, *, now: datetime) -> Fetched:
    refuse_errors(fetched, now=now)
    return fetched


def _store(got: Got, now: datetime) -> Outcome:
    """Count the attempt before it is made, so that one that kills the worker counts as well."""
    waiting: Visit = got.wanted.key
    Visit.objects.filter(pk=waiting.pk).update(attempts=F("attempts") + 1)
    try:
        if got.error is not None:
            raise got.error
        _take_in(waiting.article, got.result, now)
    except Exception as error:  # Whatever it was, the next page must not die of it.
        return _note_failure(waiting, error, now)
    Visit.objects.filter(pk=waiting.pk).delete()
    return Outcome(got.wanted.url)


def _take_in(article: Article, fetched: Fetched, now: datetime) -> None:
    take_in_page(
        page=fetched.body,
        url=article.url,
        content_type=fetched.content_type,
        title=article.title,
        outlet=article.outlet,
        published_on=article.published_on,
        at=now,
    )


def _note_failure(waiting: Visit, error: Exception, now: datetime) -> Outcome:
    attempts = waiting.attempts + 1
    is_over = attempts >= MOST_ATTEMPTS or (isinstance(error, Refused) and error.is_final)
    reason = str(error) if isinstance(error, NotTakenIn) else in_words(error)
    after = getattr(error, "after", None)
    Visit.objects.filter(pk=waiting.pk).update(
        state=Visit.State.GIVEN_UP if is_over else Visit.State.WAITING,
        due_at=now + back_off(FIRST_PAUSE, attempts, after),
        error=reason.replace("\0", ""),
    )
    return Outcome(waiting.article.url, reason, is_given_up=is_over)
