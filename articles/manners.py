"""How a server wants to be visited: its robots.txt, and the pause between two questions."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from articles import killable
from articles.fetching import Refused, read_address
from articles.fetching.fetch import ANYTHING, Fetched, fetch
from articles.parsing import Unreadable
from articles.parsing.robots import MOST_BYTES

ROBOT = "Balance"
LONGEST_PAUSE = 60.0  # Who asks for more is asked less often than any editor would wait.


@dataclass
class Manners:
    """What is known of one server. Times are those of `time.monotonic`.

    `robots` is None where nothing is known, or nothing that still holds; `former_robots` is what
    was read long ago, for when the server does not say.
    """

    origin: str
    robots: str | None = None
    former_robots: str | None = None
    free_at: float = 0.0
    pause: float = 0.0
    closed_because: str = ""
    has_new_robots: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether the operator named the server as their own: nobody there needs our manners."""
        allow = settings.FETCH_ALLOW
        address = read_address(self.origin, allow=allow)
        names = (address.host, "127.0.0.1") if address.host == "localhost" else (address.host,)
        return any(f"{name}:{address.port}" in allow for name in names)

    def note_question(self) -> None:
        """Keep the pause that begins now."""
        self.free_at = max(self.free_at, time.monotonic() + self.pause)

    def wait_for(self, seconds: float) -> None:
        """Ask nothing for as long as the server wishes."""
        self.free_at = max(self.free_at, time.monotonic() + seconds)


def learn(manners: Manners, *, get: Callable[..., Fetched] = fetch) -> None:
    """Read the server's robots.txt, if what is known of it is old."""
    if manners.robots is not None:
        return
    try:
        answer = get(f"{manners.origin}/robots.txt", accept=ANYTHING, cap=MOST_BYTES * 2)
        reason = "" if answer.status < 500 and answer.status != 429 else _status(answer.status)
    except Refused as refused:
        answer, reason = None, refused.reason
    if answer is not None and not reason:
        text = answer.body.decode("utf-8", "replace") if answer.status < 300 else ""
        manners.robots = text[:MOST_BYTES].replace("\0", "")
        manners.has_new_robots = True
    elif manners.former_robots is not None:
        manners.robots = manners.former_robots
    else:
        # Who cannot say what is forbidden may be forbidding everything.
        text = _("robots.txt of %(server)s cannot be read, so nothing else is: %(reason)s")
        manners.closed_because = text % {"server": manners.origin, "reason": reason}


def refusals(manners: Manners, urls: list[str]) -> dict[str, str]:
    """Return why each address may not be visited, and set the pause between those that may."""
    if manners.closed_because:
        return dict.fromkeys(urls, manners.closed_because)
    try:
        said = killable.run(
            "articles.parsing.robots:ask_robots",
            (manners.robots or "").encode(),
            agent=ROBOT,
            urls=urls,
        )
    except (killable.Stopped, Unreadable) as stopped:
        text = _("robots.txt of %(server)s cannot be read, so nothing else is: %(reason)s")
        return dict.fromkeys(urls, text % {"server": manners.origin, "reason": stopped})
    usual = 0.0 if manners.is_ours else float(settings.FETCH_DELAY)
    manners.pause = max(usual, min(said["delay"] or 0.0, LONGEST_PAUSE))
    text = _("robots.txt of %(server)s asks visitors like us to stay away from this address.")
    forbidden = text % {"server": manners.origin}
    return {
        url: forbidden for url, allowed in zip(urls, said["allowed"], strict=True) if not allowed
    }


def _status(status: int) -> str:
    return _("the server answered with status %(status)d") % {"status": status}
