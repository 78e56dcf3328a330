"""RSS, Atom and RDF: what a feed lists."""

import html
import re
from datetime import date, timedelta
from email.utils import parsedate_tz
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import feedparser

from articles.parsing import Unreadable

MOST_ITEMS = 2_000  # Feeds list the newest first; what comes after was read before.
LONGEST_ADDRESS, LONGEST_TITLE = 2_000, 500
FIRST_YEAR = 1990
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)")
_DOTTED = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})")


def parse_feed(data: bytes, *, address: str, content_type: str, today: str) -> dict[str, Any]:
    """Return what the feed lists, each address once.

    Args:
        data: the feed as it came; a text that looks like the path of a file is not opened.
        address: where it came from, for links that are relative to it.
        content_type: of the answer; it may name the encoding.
        today: an ISO day; a later date than tomorrow's is nobody's date.

    Returns:
        `items`: `url`, `title`, `published_on` (an ISO day or None) of each that has an address;
        `listed`: how many the feed has, of which at most MOST_ITEMS are read.

    Raises:
        Unreadable: it declares entities, or is no feed at all.
    """
    if b"<!entity" in data.replace(b"\0", b"").lower():
        raise Unreadable("entities")
    starts = [match.start() for match in _ITEM.finditer(data)]
    if len(starts) > MOST_ITEMS:
        data = data[: starts[MOST_ITEMS]]
    headers = {"content-type": content_type or "text/xml", "content-location": address}
    parsed = feedparser.parse(
        BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not parsed.entries and not parsed.get("version"):
        raise Unreadable("no feed")
    latest = date.fromisoformat(today) + timedelta(days=1)
    by_address: dict[str, dict[str, Any]] = {}
    for entry in parsed.entries[:MOST_ITEMS]:
        if url := _address(entry):
            by_address.setdefault(url, _item(entry, url, latest))
    return {
        "items": list(by_address.values()),
        "listed": max(len(starts), len(parsed.entries)),
    }


def _item(entry: Any, url: str, latest: date) -> dict[str, Any]:
    day = _day(entry)
    is_likely = day is not None and day.year >= FIRST_YEAR and day <= latest
    return {
        "url": url,
        "title": _plain(str(entry.get("title") or ""))[:LONGEST_TITLE],
        "published_on": day.isoformat() if day and is_likely else None,
    }


def _address(entry: Any) -> str:
    """Return the first address of the entry that is on the web, or nothing."""
    links = [entry.get("link"), *(link.get("href") for link in entry.get("links", []))]
    found = (link.strip() for link in links if link and _is_on_the_web(str(link)))
    return next((urlsplit(link).geturl() for link in found), "")  # The scheme in small letters.


def _is_on_the_web(link: str) -> bool:
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return False
    is_written_well = len(link) <= LONGEST_ADDRESS and link.isprintable()
    return is_written_well and parts.scheme in ("http", "https") and bool(parts.hostname)


def _plain(title: str) -> str:
    """Return the title without tags, on one line."""
    words = html.unescape(_TAG.sub(" ", title)).replace("\0", "")
    return " ".join(words.split())


def _day(entry: Any) -> date | None:
    """Return the day as its author wrote it, before any shift to another time zone."""
    for name in ("published", "updated", "created"):
        written = str(entry.get(name) or "")
        day = _as_written(written) or _as_parsed(entry.get(f"{name}_parsed"))
        if day:
            return day
    return None


def _as_written(written: str) -> date | None:
    if found := _ISO.match(written):
        return _date(*map(int, found.groups()))
    if found := _DOTTED.match(written):
        day, month, year = map(int, found.groups())
        return _date(year, month, day)
    try:
        parsed = parsedate_tz(written)
    except (ValueError, IndexError, TypeError):
        return None
    return _date(*parsed[:3]) if parsed else None


def _as_parsed(parsed: Any) -> date | None:
    return _date(*parsed[:3]) if parsed else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
