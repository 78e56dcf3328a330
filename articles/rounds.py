"""Many pages from many servers: all servers at once, one question at a time to each."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from queue import SimpleQueue
from typing import Any

from django.conf import settings

from articles import manners
from articles.fetching import Fetched, Refused, fetch, read_address
from articles.fetching.statuses import NotNow
from articles.manners import Manners

THREADS = 48  # Most of them wait.
LONGEST_REST = timedelta(days=1)  # Of a server that wants to be left alone.
_DONE = object()


@dataclass(frozen=True)
class Wanted:
    """A page to ask for. `key` is the caller's own; `read` makes something of what came."""

    key: Any
    url: str
    read: Callable[[Fetched], Any]
    accept: Sequence[str]
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Got:
    """What became of it: what `read` made, or the error that says why there is nothing."""

    wanted: Wanted
    result: Any = None
    error: Exception | None = None


class Round:
    """Asks for pages in threads, which touch no database; what came is for the caller's own.

    A page that could not be asked for in time is not among what came: it waits for the next round.
    """

    def __init__(self, servers: Mapping[str, Manners], *, until: float) -> None:
        self.servers, self.until = servers, until
        self._came: SimpleQueue[Any] = SimpleQueue()
        self._running = 0
        self._lock = threading.Lock()

    def fetch(self, wanted: Sequence[Wanted]) -> Iterator[Got]:
        """Yield what became of each, as it comes."""
        with ThreadPoolExecutor(THREADS, "round") as threads:
            self._threads = threads
            for origin, pages in _by_server(wanted, self._came).items():
                self._start(self._visit, self.servers[origin], pages)
            while self._running:
                came = self._came.get()
                if came is _DONE:
                    self._count(-1)
                else:
                    yield came
        while not self._came.empty():
            yield self._came.get()

    def _start(self, work: Callable[..., object], *arguments: Any) -> None:
        self._count(+1)
        self._threads.submit(self._run, work, *arguments)

    def _count(self, more: int) -> None:
        with self._lock:
            self._running += more

    def _run(self, work: Callable[..., object], *arguments: Any) -> None:
        try:
            work(*arguments)
        finally:
            self._came.put(_DONE)

    def _visit(self, server: Manners, pages: list[Wanted]) -> None:
        """Ask one server for its pages, one after the other; one of our own for all at once."""
        if max(server.free_at, time.monotonic()) > self.until:
            return
        try:
            manners.learn(server)
            refused = manners.refusals(server, [page.url for page in pages])
        except Exception as error:  # Each page is told, and the other servers go on.
            for page in pages:
                self._came.put(Got(page, error=error))
            return
        for page in pages:
            if reason := refused.get(page.url):
                is_final = not server.closed_because
                self._came.put(Got(page, error=Refused(reason, is_final=is_final)))
            elif server.is_ours and not server.pause:
                self._start(self._ask, server, page)
            elif not self._ask_in_turn(server, page):
                return

    def _ask_in_turn(self, server: Manners, page: Wanted) -> bool:
        pause = max(0.0, server.free_at - time.monotonic())
        if time.monotonic() + pause > self.until:
            return False
        time.sleep(pause)
        error = self._ask(server, page)
        # Who does not answer at all would keep us waiting for every page.
        return isinstance(error, NotNow) or not isinstance(error, Refused) or error.is_final

    def _ask(self, server: Manners, page: Wanted) -> Exception | None:
        try:
            fetched = fetch(page.url, headers=page.headers, accept=page.accept)
            got = Got(page, page.read(fetched))
        except Exception as error:  # Whatever it was, the other pages are not to blame.
            got = Got(page, error=error)
        server.note_question()
        if isinstance(got.error, NotNow) and got.error.after:
            server.wait_for(min(got.error.after, LONGEST_REST).total_seconds())
        self._came.put(got)
        return got.error


def origins_of(wanted: Sequence[Wanted]) -> set[str]:
    """Return the servers that are to be asked."""
    return set(_by_server(wanted, SimpleQueue()))


def _by_server(wanted: Sequence[Wanted], refused: SimpleQueue[Any]) -> dict[str, list[Wanted]]:
    """Return the pages by server; what has no address for us is refused at once."""
    by_server: dict[str, list[Wanted]] = defaultdict(list)
    for page in wanted:
        try:
            by_server[read_address(page.url, allow=settings.FETCH_ALLOW).origin].append(page)
        except Refused as error:
            refused.put(Got(page, error=error))
    return by_server
