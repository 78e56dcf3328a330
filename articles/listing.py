"""What feeds list becomes articles, each once; their pages wait to be fetched for the text."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from articles.models import Article, Outlet, Visit
from articles.parsing.addresses import canonical


@transaction.atomic
def list_articles(*, outlet: Outlet, items: Sequence[Mapping[str, Any]], at: datetime) -> int:
    """Record the articles that are not there yet, and return how many there were.

    Safe to run twice, or twice at once: the constraint on the address decides who stores it.

    Args:
        items: `url`, `title` and `published_on` (an ISO day or None) of each.
        at: when their pages may be fetched for the first time.
    """
    listed = {canonical(item["url"]) or item["url"]: item for item in reversed(items)}
    known = Article.objects.filter(
        Q(canonical_url__in=listed) | Q(url__in=[item["url"] for item in items])
    ).values_list("url", "canonical_url")
    there = {address for pair in known for address in pair}
    new = [
        _article(outlet, key, item)
        for key, item in reversed(listed.items())
        if key not in there and item["url"] not in there
    ]
    Article.objects.bulk_create(new, ignore_conflicts=True)
    stored = Article.objects.filter(url__in=[article.url for article in new], visit=None, text="")
    Visit.objects.bulk_create(
        [Visit(article_id=key, due_at=at) for key in stored.values_list("pk", flat=True)],
        ignore_conflicts=True,
    )
    return len(new)


def _article(outlet: Outlet, key: str, item: Mapping[str, Any]) -> Article:
    day = item["published_on"]
    return Article(
        outlet=outlet,
        url=item["url"],
        canonical_url=key,
        title=item["title"],
        published_on=date.fromisoformat(day) if day else None,
        date_basis=Article.DateBasis.FEED,
    )
