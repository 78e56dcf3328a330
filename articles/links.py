"""Addresses of articles, looked at again now and then: dead ones are marked."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

from django.db.models import F, Q, QuerySet

from articles.fetching import Refused, fetch
from articles.fetching.fetch import ANYTHING
from articles.models import Article
from articles.parsing.addresses import host_of

AGAIN_AFTER, AGAIN_AFTER_FAILURE = timedelta(days=30), timedelta(days=1)
LOOKS_THAT_FAIL = 3  # In a row: then the address counts as dead.
MOST_READ = 200  # Of the articles that are due, from which one a site is chosen.
SECONDS_A_LOOK, SECONDS_A_CYCLE = 10.0, 90.0
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


@dataclass(frozen=True)
class Look:
    """What an address answered; no status where nobody did."""

    article: Article
    status: int
    said: str

    @property
    def failed(self) -> bool:
        """Whether there is no article: one that is closed to machines may be open to people."""
        return not self.status or self.status in _GONE


def due_links(*, at: datetime) -> QuerySet[Article]:
    """Return the articles whose address is to be looked at, the longest unseen first."""
    unseen = Q(link_checked_at__isnull=True) | Q(link_checked_at__lt=at - AGAIN_AFTER)
    failed = Q(link_failures__gt=0, link_checked_at__lt=at - AGAIN_AFTER_FAILURE)
    longest_ago = F("link_checked_at").asc(nulls_first=True)
    return Article.objects.exclude(url="").filter(unseen | failed).order_by(longest_ago, "pk")


def look_again(*, at: datetime, most: int) -> list[Look]:
    """Look at some of the addresses that are due, one a site, and note what they answer.

    Where nobody at all answers, the fault is likely ours, and nothing is noted.
    """
    until = time.monotonic() + SECONDS_A_CYCLE
    looks: list[Look] = []
    for article in _one_a_site(due_links(at=at), most):
        if time.monotonic() >= until:
            break
        looks.append(_look(article))
    if any(look.status for look in looks):
        for look in looks:
            note(look=look, at=at)
    return looks


def note(*, look: Look, at: datetime) -> None:
    """Keep what the address answered; after three failures in a row it counts as dead."""
    known = Article.objects.filter(pk=look.article.pk)
    seen = {"link_checked_at": at, "link_status": look.said[:200]}
    if not look.failed:
        known.update(link_failures=0, dead_since=None, **seen)
        return
    known.update(link_failures=F("link_failures") + 1, **seen)
    given_up = known.filter(link_failures__gte=LOOKS_THAT_FAIL, dead_since__isnull=True)
    given_up.update(dead_since=at.date())


def look_soon(*, articles: QuerySet[Article]) -> int:
    """Put the articles' addresses before all others, and return how many have one."""
    return articles.exclude(url="").update(link_checked_at=None)


def _one_a_site(due: QuerySet[Article], most: int) -> list[Article]:
    by_site: dict[str, Article] = {}
    for article in due.only("pk", "url")[:MOST_READ]:
        by_site.setdefault(host_of(article.url), article)
    return list(by_site.values())[:most]


def _look(article: Article) -> Look:
    try:
        status = fetch(article.url, accept=ANYTHING, deadline=SECONDS_A_LOOK).status
    except Refused as refused:
        return Look(article, 0, refused.reason)
    return Look(article, status, str(status))
