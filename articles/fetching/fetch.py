"""Fetching what stands at an address: politely named, within limits, and from nowhere inside."""

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import gettext as _

from articles.fetching import dialling
from articles.fetching.addresses import Address, Refused, read_address

SECONDS, MOST_BYTES, MOST_HOPS = 10.0, 5_000_000, 5
MOVED = (301, 302, 303, 307, 308)
# What may come: kinds of content, or their beginnings.
PAGES = ("text/html", "application/xhtml+xml", "text/plain")
FEEDS = ("text/", "application/xml", "application/rss", "application/atom", "application/rdf")
ANYTHING = ("",)


@dataclass(frozen=True)
class Fetched:
    """What came in the end: any status, and names of headers in small letters."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        """What the server says it is, with its encoding."""
        return self.headers.get("content-type", "")


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    accept: Collection[str] = PAGES,
    deadline: float | None = None,
    cap: int | None = None,
) -> Fetched:
    """Return what stands at the address, wherever it has moved to; the status may be any.

    Args:
        headers: further ones to send, such as If-None-Match.
        accept: kinds of content that may come, or their beginnings; an answer without one may.
        deadline: seconds for all of it, moves included.
        cap: bytes of the content, packed and unpacked.

    Raises:
        Refused: the address, a move, the kind or the length is not for us, or it came too late.
    """
    until = time.monotonic() + (SECONDS if deadline is None else deadline)
    allow, at = settings.FETCH_ALLOW, url
    for _hop in range(MOST_HOPS + 1):
        address = read_address(at, allow=allow)
        answer = dialling.ask(
            address,
            headers=headers or {},
            agent=user_agent(),
            seconds=until - time.monotonic(),
            cap=MOST_BYTES if cap is None else cap,
            allow=allow,
        )
        if answer.status not in MOVED:
            _check_kind(answer, accept)
            body = bytes(answer.body)
            return Fetched(url, address.url, answer.status, answer.headers, body)
        at = _next(address, answer)
    text = _("It moved more than %(count)d times, and was not followed any further.")
    raise Refused(text % {"count": MOST_HOPS})


def user_agent() -> str:
    """Return who we say we are, with where to complain."""
    return f"Balance/1.0 (+{settings.FETCH_CONTACT})" if settings.FETCH_CONTACT else "Balance/1.0"


def _next(address: Address, answer: dialling.Answer) -> str:
    to = answer.headers.get("location", "")
    if not to:
        raise Refused(_("It moved, and nobody says where to."))
    try:
        # Browsers take what is no letter of an address as UTF-8, and so do servers.
        return urljoin(address.url, to.encode("latin-1").decode("utf-8", "replace"))
    except ValueError:
        raise Refused(_("It moved to no address that can be understood.")) from None


def _check_kind(answer: dialling.Answer, accept: Collection[str]) -> None:
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_wanted = not kind or any(kind.startswith(beginning) for beginning in accept)
    if 200 <= answer.status < 300 and not is_wanted:
        text = _("This is %(kind)s, which is not read.")
        raise Refused(text % {"kind": kind[:80]}, is_final=True)
