"""One cycle: look at the feeds that are due, then visit the pages that wait."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import pghistory
from django.db import connection

from articles import looking, visiting
from articles.looking import Look
from articles.models import Visit
from articles.rounds import Round, Wanted, origins_of
from articles.servers import keep_manners, load_manners
from articles.visiting import Outcome

# No question begins later than this into a cycle, and none lasts longer than its deadline: a cycle
# is over within half a minute, whatever the servers do.
SECONDS = 18.0
Progress = Callable[[str, int, int], None]
_T = TypeVar("_T")


class AlreadyRunning(RuntimeError):
    """Another process is at it: one connection to a server at a time means one cycle at a time."""


@dataclass
class Cycle:
    """What a cycle did."""

    looks: list[Look] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    feeds_left: int = 0
    pages_left: int = 0

    @property
    def failures(self) -> list[Look]:
        """The looks that failed."""
        return [look for look in self.looks if look.error]


def run_cycle(
    *,
    now: datetime,
    seconds: float = SECONDS,
    patience: float = 0,
    progress: Progress = lambda *_: None,
) -> Cycle:
    """Look at the feeds that are due and visit pages that wait, all servers at once.

    What is left undone stays due. Safe to end at any moment: each result is stored as it comes.

    Args:
        seconds: from when on no further question is begun.
        patience: seconds to wait for another process to be done with its cycle.
        progress: called with what is done (`feeds` or `pages`), how many of how many.

    Raises:
        AlreadyRunning: another process runs a cycle.
    """
    cycle = Cycle()
    with _alone(patience), pghistory.context(by="fetch_feeds"):
        until = time.monotonic() + seconds
        feeds = looking.wanted(looking.feeds_due(now=now), now=now)
        with _round(feeds, now, until) as round_:
            looks = looking.look(round_, feeds, now=now)
            cycle.looks = list(_told(looks, "feeds", len(feeds), progress))
        pages = visiting.wanted(visiting.visits_due(now=now), now=now)
        with _round(pages, now, until) as round_:
            outcomes = visiting.visit(round_, pages, now=now)
            cycle.outcomes = list(_told(outcomes, "pages", len(pages), progress))
    cycle.feeds_left = len(feeds) - len(cycle.looks)
    cycle.pages_left = Visit.objects.due(now).count()
    return cycle


@contextmanager
def _round(pages: Sequence[Wanted], now: datetime, until: float) -> Iterator[Round]:
    """Visit servers as what is known of them says, and keep what is learnt."""
    begun = time.monotonic()
    servers = load_manners(origins_of(pages), now=now)
    try:
        yield Round(servers, until=until)
    finally:
        keep_manners(servers, now=now, begun=begun)


def _told(results: Iterable[_T], what: str, count: int, progress: Progress) -> Iterator[_T]:
    for done, result in enumerate(results, 1):
        progress(what, done, count)
        yield result


@contextmanager
def _alone(patience: float) -> Iterator[None]:
    until = time.monotonic() + patience
    while not _lock("pg_try_advisory_lock"):
        if time.monotonic() > until:
            raise AlreadyRunning
        time.sleep(0.2)
    try:
        yield
    finally:
        _lock("pg_advisory_unlock")


def _lock(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtext('articles.cycles'))")
        return bool(cursor.fetchone()[0])
