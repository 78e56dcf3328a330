"""Articles from outside: an address, a page, a pasted text or a file becomes one article, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from articles import duplicates, killable
from articles.models import Article, Outlet
from articles.parsing import Unreadable
from articles.parsing.addresses import canonical, is_on_the_web
from articles.publishers import outlet_of

MOST_BYTES = 5_000_000
LONGEST_ADDRESS = 2_000
Basis = Article.DateBasis


class NotTakenIn(ValueError):
    """No article was made of it, and nothing of it is stored; the message says why."""


class NoAddress(NotTakenIn):
    """What should be an address is none on the web."""


class TooLarge(NotTakenIn):
    """It is larger than an article may be."""


class NoText(NotTakenIn):
    """There are no words of an article in it."""


class WrongKindOfFile(NotTakenIn):
    """The file is neither a page nor a plain text."""


class CannotRead(NotTakenIn):
    """Reading it was stopped: it is broken, or made to break what reads it."""


class CannotFetch(NotTakenIn):
    """The address did not answer with a page."""


@dataclass(frozen=True)
class TakenIn:
    """The article, and whether it is new; one that was known may have got its text now."""

    article: Article
    is_new: bool


@dataclass(frozen=True)
class _Found:
    """What is known of an article before it is stored."""

    title: str
    text: str
    language: str
    is_garbled: bool
    canonical: str
    published_on: date | None
    precision: str
    basis: str


def take_in_page(
    *,
    page: bytes,
    url: str,
    at: datetime,
    content_type: str = "",
    title: str = "",
    outlet: Outlet | str | None = None,
    published_on: date | None = None,
) -> TakenIn:
    """Make an article of a page, or give a known one what it lacks.

    Args:
        page: as it came.
        url: where it is; empty for a page without an address.
        content_type: of the answer; it may name the encoding.
        title, outlet, published_on: as a feed or an editor has them; they count before the
            page's own.

    Raises:
        NotTakenIn: in one of its kinds.
    """
    url = _address(url) if url.strip() else ""
    said = _read("pages:read_page", page, at, url=url, content_type=content_type)
    if not said["text"]:
        raise NoText(_("No text of an article was found on the page."))
    basis = Basis.FEED if published_on else Basis(said["basis"])
    found = _found(said, title=title, published_on=published_on, basis=basis)
    publisher = outlet if isinstance(outlet, Outlet) else None
    publisher = publisher or outlet_of(url=url or said["canonical"], name=outlet or said["site"])
    return _store(found, url=url, outlet=publisher)


def take_in_text(
    *,
    text: str,
    at: datetime,
    title: str = "",
    outlet: Outlet | str | None = None,
    url: str = "",
    published_on: date | None = None,
) -> TakenIn:
    """Make an article of a text as somebody copied it; `date 2024-08-24` before it is its date.

    Raises:
        NotTakenIn: in one of its kinds.
    """
    url = _address(url) if url.strip() else ""
    said = _read("texts:read_text", text.encode("utf-8", "replace"), at)
    basis = Basis.EDITOR if published_on else Basis.PAGE
    found = _found(said, title=title, published_on=published_on, basis=basis)
    publisher = outlet if isinstance(outlet, Outlet) else outlet_of(url=url, name=outlet or "")
    return _store(found, url=url, outlet=publisher)


def take_in_file(
    *,
    name: str,
    data: bytes,
    at: datetime,
    title: str = "",
    outlet: Outlet | str | None = None,
    url: str = "",
    published_on: date | None = None,
) -> TakenIn:
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
        from articles.parsing.texts import decoded

        return take_in_text(text=decoded(data), published_on=published_on, **asked)
    raise WrongKindOfFile(
        _("Files of the kind “%(ending)s” are not read: save the page as .html or its text as .txt.")
        % {"ending": ending or name}
    )


def _address(url: str) -> str:
    """Return the address as it is stored."""
    url = url.strip()
    url = url if "://" in url or not url.startswith("www.") else f"https://{url}"
    if not is_on_the_web(url) or len(url) > LONGEST_ADDRESS:
        raise NoAddress(_("Write an address that begins with http:// or https://."))
    return url.partition("#")[0] if "#!" not in url and "#/" not in url else url


def _too_large() -> TooLarge:
    return TooLarge(
        _("An article has at most %(megabytes)d megabytes.")
        % {"megabytes": MOST_BYTES // 1_000_000}
    )


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


def _found(
    said: dict[str, Any], *, title: str, published_on: date | None, basis: Basis
) -> _Found:
    day = said["published_on"]
    title = " ".join(title.replace("\0", "").split())[:500]
    return _Found(
        title=title or said["title"],
        text=said["text"],
        language=said["language"],
        is_garbled=said["is_garbled"],
        canonical=said["canonical"],
        published_on=published_on or (date.fromisoformat(day) if day else None),
        precision=Article.Precision.DAY if published_on else said["precision"],
        basis=basis,
    )


@transaction.atomic
def _store(found: _Found, *, url: str, outlet: Outlet) -> TakenIn:
    """Store the article, or fill the one that is there; two who store the same wait in line."""
    address = canonical(url) and (found.canonical or canonical(url))
    _wait_in_line(address or found.text)
    known = _known(found, url, address)
    if known:
        _fill(known, found)
    else:
        known = Article.objects.create(
            outlet=outlet,
            url=url,
            canonical_url=address,
            title=found.title,
            text=found.text,
            language=found.language,
            is_garbled=found.is_garbled,
            published_on=found.published_on,
            published_precision=found.precision,
            date_basis=found.basis,
        )
        return TakenIn(duplicates.settle(article=known), is_new=True)
    return TakenIn(duplicates.settle(article=known), is_new=False)


def _wait_in_line(key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 20))", [key])


def _known(found: _Found, url: str, address: str) -> Article | None:
    """Return the article that this is: at its address, or a pasted text word for word."""
    articles = Article.objects.defer("search").order_by("pk")
    if not url:
        return articles.with_text(found.text).first()
    return articles.filter(url=url).first() or (
        articles.filter(canonical_url=address).first() if address else None
    )


def _fill(known: Article, found: _Found) -> None:
    """Give the article what it lacks; what is there stays, an editor may have corrected it."""
    lacking = {
        "title": found.title,
        "text": found.text,
        "language": found.language,
        "canonical_url": found.canonical,
    }
    changes: dict[str, Any] = {
        name: value for name, value in lacking.items() if value and not getattr(known, name)
    }
    if known.published_on is None and found.published_on:
        changes |= {
            "published_on": found.published_on,
            "published_precision": found.precision,
            "date_basis": found.basis,
        }
    if "text" in changes:
        changes["is_garbled"] = found.is_garbled
    for name, value in changes.items():
        setattr(known, name, value)
    if changes:
        known.save(update_fields=[*changes, "updated_at"])
