"""An article that was read is stored once, and a known one gets what it lacks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from articles import duplicates
from articles.models import Article, Outlet
from articles.parsing.addresses import canonical

Basis = Article.DateBasis
LONGEST_TITLE = 500


@dataclass(frozen=True)
class Found:
    """What is known of an article before it is stored."""

    title: str
    text: str
    language: str
    is_garbled: bool
    canonical: str
    published_on: date | None
    precision: str
    basis: str


def found_in(said: dict[str, Any], *, title: str, published_on: date | None, basis: Basis) -> Found:
    """Return what the parser says, under what an editor or a feed says before it."""
    day = said["published_on"]
    title = " ".join(title.replace("\0", "").split())[:LONGEST_TITLE]
    return Found(
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
def store(found: Found, *, url: str, outlet: Outlet, seen_at: datetime | None = None) -> Article:
    """Store the article, or fill the one that is there; two who store the same wait in line."""
    address = canonical(url) and (found.canonical or canonical(url))
    _wait_in_line(address or found.text)
    known = _known(found, url, address)
    is_new = known is None
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
            link_checked_at=seen_at if url else None,
        )
    settled = duplicates.settle(article=known)
    settled.is_new = is_new
    return settled


def _wait_in_line(key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 20))", [key])


def _known(found: Found, url: str, address: str) -> Article | None:
    """Return the article that this is: at its address, or a pasted text word for word."""
    articles = Article.objects.defer("search").order_by("pk")
    if not url:
        return articles.with_text(found.text).first()
    return articles.with_address(url, address or url).first()


def _fill(known: Article, found: Found) -> None:
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
