"""Addresses, pages, texts and files become articles, each of them once."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from http import HTTPStatus
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles import killable
from articles.fetching import Refused, fetch
from articles.intake.errors import (
    CannotFetch,
    CannotRead,
    NoAddress,
    NoText,
    TooLarge,
    WrongKindOfFile,
)
from articles.intake.storing import Basis, found_in, store
from articles.models import Article, Outlet
from articles.parsing import Unreadable
from articles.parsing.addresses import is_on_the_web
from articles.parsing.encodings import decoded
from articles.publishers import outlet_of

MOST_BYTES = 5_000_000
LONGEST_ADDRESS = 2_000
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)")  # An address without https://.


def take_in_address(
    *,
    url: str,
    at: datetime,
    title: str = "",
    outlet: Outlet | str | None = None,
    published_on: date | None = None,
) -> Article:
    """Fetch what stands at an address, within ten seconds, and make an article of it.

    `is_new` of the answer tells whether the article was not known before.

    Raises:
        NotTakenIn: in one of its kinds.
    """
    url = _address(url)
    try:
        came = fetch(url)
    except Refused as error:
        raise CannotFetch(error.reason) from error
    if came.status != HTTPStatus.OK:
        text = _("The address answered %(status)d, not with a page.")
        raise CannotFetch(text % {"status": came.status})
    asked: dict[str, Any] = {"at": at, "title": title, "outlet": outlet, "url": came.final_url}
    asked["published_on"] = published_on
    if came.content_type.startswith("text/plain"):
        return take_in_text(text=decoded(came.body), **asked)
    return take_in_page(page=came.body, content_type=came.content_type, **asked)


def take_in_page(
    *,
    page: bytes,
    url: str,
    at: datetime,
    content_type: str = "",
    title: str = "",
    outlet: Outlet | str | None = None,
    published_on: date | None = None,
    given_by: Basis = Basis.EDITOR,
) -> Article:
    """Make an article of a page, or give a known one what it lacks.

    Args:
        page: as it came.
        url: where it is; empty for a page without an address.
        content_type: of the answer; it may name the encoding.
        title, outlet, published_on: as a feed or an editor has them; they count before the
            page's own. `given_by` tells which of the two it was.

    Raises:
        NotTakenIn: in one of its kinds.
    """
    url = _address(url) if url.strip() else ""
    said = _read("pages:read_page", page, at, url=url, content_type=content_type)
    if not said["text"]:
        raise NoText(_("No text of an article was found on the page."))
    url = url or _stated_address(said)
    basis = given_by if published_on else Basis(said["basis"])
    found = found_in(said, title=title, published_on=published_on, basis=basis)
    publisher = _publisher(outlet, url, said["site"])
    return store(found, url=url, outlet=publisher, seen_at=at)


def take_in_text(
    *,
    text: str,
    at: datetime,
    title: str = "",
    outlet: Outlet | str | None = None,
    url: str = "",
    published_on: date | None = None,
) -> Article:
    """Make an article of a text as somebody copied it; `date 2024-08-24` before it is its date.

    Raises:
        NotTakenIn: in one of its kinds.
    """
    url = _address(url) if url.strip() else ""
    said = _read("texts:read_text", text.encode("utf-8", "replace"), at)
    basis = Basis.EDITOR if published_on else Basis.PAGE
    found = found_in(said, title=title, published_on=published_on, basis=basis)
    publisher = _publisher(outlet, url, "")
    return store(found, url=url, outlet=publisher)


def take_in_file(
    *,
    name: str,
    data: bytes,
    at: datetime,
    title: str = "",
    outlet: Outlet | str | None = None,
    url: str = "",
    published_on: date | None = None,
) -> Article:
    """Make an article of a saved page (.html) or a plain text (.txt).

    Raises:
        NotTakenIn: in one of its kinds.
    """
    asked: dict[str, Any] = {"at": at, "title": title, "outlet": outlet, "url": url}
    if len(data) > MOST_BYTES:
        raise _too_large()
    if data.lstrip()[:5] == b"%PDF-":
        raise WrongKindOfFile(
            _("This is a PDF. Open it, copy its text, and paste that in place of the file.")
        )
    ending = PurePath(name).suffix.lower()
    if ending in (".html", ".htm", ".xhtml"):
        return take_in_page(page=data, published_on=published_on, **asked)
    if ending in (".txt", ".text", ".md", "") and b"\0\0\0" not in data[:4096]:
        return take_in_text(text=decoded(data), published_on=published_on, **asked)
    raise WrongKindOfFile(
        _("A file of this kind (%(ending)s) is not read: save it as .html or as .txt.")
        % {"ending": ending or name}
    )


def _address(url: str) -> str:
    """Return the address as it is stored."""
    url = url.strip()
    url = f"https://{url}" if _HOST.match(url) else url
    if not is_on_the_web(url) or len(url) > LONGEST_ADDRESS:
        raise NoAddress(_("Write an address that begins with http:// or https://."))
    return url.partition("#")[0] if "#!" not in url and "#/" not in url else url


def _stated_address(said: dict[str, Any]) -> str:
    """Return the address that a saved page calls its own."""
    address: str = said["address"]
    return address if len(address) <= LONGEST_ADDRESS else ""


def _too_large() -> TooLarge:
    return TooLarge(
        _("An article has at most %(megabytes)d megabytes.")
        % {"megabytes": MOST_BYTES // 1_000_000}
    )


def _publisher(outlet: Outlet | str | None, url: str, site: str) -> Outlet:
    """Return the outlet that was named, else the one at the address."""
    if isinstance(outlet, Outlet):
        return outlet
    return outlet_of(name=outlet) if outlet else outlet_of(url=url, name=site)


def _read(function: str, data: bytes, at: datetime, **arguments: Any) -> dict[str, Any]:
    """Return what the parser says, which reads it in a process of its own."""
    if len(data) > MOST_BYTES:
        raise _too_large()
    languages: Sequence[str] = settings.ARTICLE_LANGUAGES
    asked = {"today": at.date().isoformat(), "languages": list(languages), **arguments}
    try:
        said: dict[str, Any] = killable.run(f"articles.parsing.{function}", data, **asked)
    except Unreadable as error:
        raise NoText(str(error)) from error
    except killable.Stopped as error:
        raise CannotRead(str(error)) from error
    return said
