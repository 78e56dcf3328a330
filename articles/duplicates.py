"""Copies of articles: at the same address, word for word, or in large parts."""

from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet

from articles.models import Article, Fingerprint
from articles.parsing.addresses import canonical
from articles.parsing.shingles import ENOUGH, FEWEST, containment, sample, shingles

CANDIDATES = 8
A_FEW = 100
Basis = Article.DuplicateBasis

# Everybody writes "the president of the": of each shingle a few articles count, whichever they
# are, so that the cost is bounded and the rare ones decide. One at a time, because PostgreSQL
# takes an overlap of arrays for likely, and would read every row.
_SHARED = """
SELECT sharing.article_id
  FROM unnest(%(sample)s::integer[]) one
 CROSS JOIN LATERAL (
       SELECT article_id FROM articles_fingerprint WHERE shingles @> ARRAY[one] LIMIT %(few)s
       ) sharing
 WHERE sharing.article_id <> %(article)s
 GROUP BY sharing.article_id
 ORDER BY count(*) DESC, sharing.article_id
 LIMIT %(most)s
"""


class NotADuplicate(ValueError):
    """The article cannot be a duplicate of that one: the two are the same article."""


def unsettled() -> QuerySet[Article]:
    """Return the articles whose copies were not looked for since their text or address changed."""
    no_address = Q(canonical_url="") & ~Q(url="")
    no_print = ~Q(text_hash="") & (
        Q(fingerprint__isnull=True) | ~Q(fingerprint__text_hash=F("text_hash"))
    )
    return Article.objects.filter(no_address | no_print).order_by("pk")


def settle(*, article: Article) -> Article:
    """Note the article's canonical address and fingerprint, and which article it repeats.

    What an editor decided about that stays. Safe to call again.
    """
    with transaction.atomic():
        row = Article.objects.select_for_update().defer("search").get(pk=article.pk)
        if row.url and not row.canonical_url:
            row.canonical_url = canonical(row.url) or row.url
            row.save(update_fields=["canonical_url"])
        found = shingles(row.text)
        Fingerprint.objects.update_or_create(
            article=row, defaults={"text_hash": row.text_hash, "shingles": sample(found)}
        )
        if row.duplicate_basis not in (Basis.EDITOR, Basis.NONE):
            other, basis = _original(row, found)
            if other and other.pk > row.pk:  # Recorded later, compared earlier.
                _turn(other, row, basis)
                other, basis = None, ""
            _note(row, other, basis)
    return row


def mark_duplicate(*, article: Article, original: Article) -> None:
    """Say for an editor that the article repeats the other; what repeated it, now does so too.

    Raises:
        NotADuplicate: the other is the article itself, or repeats it.
    """
    with transaction.atomic():
        root = original.duplicate_of or original
        if root.pk == article.pk:
            raise NotADuplicate(f"Article {original.pk} repeats article {article.pk} already.")
        article.duplicates.update(duplicate_of=root)
        Article.objects.filter(pk=article.pk).update(
            duplicate_of=root, duplicate_basis=Basis.EDITOR
        )


def mark_no_duplicate(*, article: Article) -> None:
    """Say for an editor that the article repeats no other; no machine contradicts."""
    Article.objects.filter(pk=article.pk).update(duplicate_of=None, duplicate_basis=Basis.NONE)


def _turn(copy: Article, original: Article, basis: str) -> None:
    """Let the article, and what repeated it, repeat the one that was recorded before it."""
    if copy.duplicate_basis not in (Basis.EDITOR, Basis.NONE):
        copy.duplicates.exclude(pk=original.pk).update(duplicate_of=original)
        Article.objects.filter(pk=copy.pk).update(duplicate_of=original, duplicate_basis=basis)


def _note(row: Article, original: Article | None, basis: str) -> None:
    if (row.duplicate_of_id, row.duplicate_basis) != (original and original.pk, basis):
        row.duplicate_of, row.duplicate_basis = original, basis
        row.save(update_fields=["duplicate_of", "duplicate_basis"])


def _original(row: Article, found: set[int]) -> tuple[Article | None, str]:
    """Return the first article that the row repeats, and by what it was found."""
    older = Article.objects.exclude(pk=row.pk).exclude(duplicate_of=row).defer("search")
    older = older.select_related("duplicate_of").order_by("pk")
    if row.canonical_url and (same := older.filter(canonical_url=row.canonical_url).first()):
        return _root(same), Basis.ADDRESS
    if row.text_hash and (same := older.filter(text_hash=row.text_hash).first()):
        return _root(same), Basis.TEXT
    for other in _candidates(older, row, found):
        if containment(found, shingles(other.text)) >= ENOUGH:
            return _root(other), Basis.PASSAGES
    return None, ""


def _candidates(older: QuerySet[Article], row: Article, found: set[int]) -> list[Article]:
    """Return the few articles that share most of the sample, those with most of it first."""
    if len(found) < FEWEST:
        return []
    asked: dict[str, Any] = {
        "sample": sample(found),
        "article": row.pk,
        "most": CANDIDATES,
        "few": A_FEW,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SHARED, asked)
        keys = [key for (key,) in cursor.fetchall()]
    known = older.in_bulk(keys)
    return [known[key] for key in keys if key in known]


def _root(article: Article) -> Article:
    return article.duplicate_of or article
