"""A page of an outlet: its text without menus, and what the page says of itself."""

from collections.abc import Sequence
from typing import Any

from htmldate import find_date
from trafilatura import extract
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from articles.parsing import Unreadable
from articles.parsing.addresses import canonical, host_of, is_on_the_web
from articles.parsing.garbling import is_garbled
from articles.parsing.languages import language_of
from articles.parsing.related import without_related

LONGEST_TITLE, LONGEST_NAME = 500, 200
# Below this many letters the fast way has often missed the text, and the long one looks again.
SHORT = 1_000
FEWEST_LETTERS = 25  # Fewer are a menu or a notice, and no article.
FIRST_DAY = "1990-01-01"


def read_page(
    data: bytes, *, url: str, today: str, languages: Sequence[str], content_type: str = ""
) -> dict[str, Any]:
    """Return what the page says, each value empty where it does not say.

    Args:
        data: the page as it came, in whatever encoding.
        url: where it came from; empty for a file.
        today: an ISO day; a later date is nobody's date.
        languages: the codes to choose from.
        content_type: of the answer; it may name the encoding.

    Returns:
        `title`, `text`, `site`, `language`, `is_garbled`, `canonical` and `address` (as the
        page calls itself), and
        `published_on` (an ISO day) with its `precision` and its `basis`: page or guessed.

    Raises:
        Unreadable: nothing in it reads like a page.
    """
    page = _decoded(data, content_type)
    tree = load_html(page)
    if tree is None:
        raise Unreadable("no page")
    said = extract_metadata(tree, default_url=url or None, date_config=_dates(today))
    text = without_related(_text(page, url))
    title = " ".join((said.title or "").split())[:LONGEST_TITLE]
    return {
        "title": title,
        "text": text,
        "site": _site(said.sitename, url),
        "language": language_of(text or title, among=languages),
        "is_garbled": is_garbled(text),
        "canonical": _own_canonical(said.url, url),
        "address": said.url if said.url and is_on_the_web(said.url) else "",
        **_published(page, said.date, url, today),
    }


def _decoded(data: bytes, content_type: str) -> bytes | str:
    """Return the page in the encoding that the answer names, if it is true; else as it came."""
    name = content_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    if name and b"<?xml" not in data[:100]:
        try:
            return data.decode(name).replace("\0", "")
        except (LookupError, ValueError):
            pass
    return data.replace(b"\0", b"") if b"\0" in data[:1_000] and b"\0<\0" not in data else data


def _text(page: bytes | str, url: str) -> str:
    asked: dict[str, Any] = {"url": url or None, "include_comments": False}
    text = extract(page, fast=True, **asked) or ""
    if len(text) < SHORT:
        text = max(text, extract(page, **asked) or "", key=len)
    text = text.replace("\0", "").strip()
    return text if sum(letter.isalpha() for letter in text) >= FEWEST_LETTERS else ""


def _dates(today: str, *, guess: bool = False) -> dict[str, Any]:
    return {
        "original_date": True,
        "extensive_search": guess,
        "min_date": FIRST_DAY,
        "max_date": today,
        "outputformat": "%Y-%m-%d",
    }


def _published(page: bytes | str, said: str | None, url: str, today: str) -> dict[str, Any]:
    """Return the day that the page states, or the one that its words make likely."""
    if said:
        return {"published_on": said, "precision": "day", "basis": "page"}
    guessed = find_date(page, url=url or None, **_dates(today, guess=True))
    if not guessed:
        return {"published_on": None, "precision": "day", "basis": "guessed"}
    # Where only a year is found, the search answers with its first day.
    precision = "year" if guessed.endswith("-01-01") else "day"
    return {"published_on": guessed, "precision": precision, "basis": "guessed"}


def _site(said: str | None, url: str) -> str:
    return " ".join((said or "").split())[:LONGEST_NAME] or host_of(url)


def _own_canonical(said: str | None, url: str) -> str:
    """Return the address that the page calls its own, unless it is another site's.

    Nor is it the front page, which some sites call the address of every article.
    """
    own, given = canonical(said or ""), canonical(url)
    if not given:
        return own
    leads_on = host_of(own) == host_of(given) and own.count("/") > 2 and not own.endswith("/")
    return own if leads_on else given
