"""The articles that rows cite, and the evidence that ties them to records."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, Prefetch
from django.utils.translation import gettext as _

from articles.models import Article, Outlet
from balance.importers.cells import BadCell, PartialDate
from balance.importers.kinds import Row, Values
from balance.models import Evidence


def check_citation(values: Values) -> None:
    """Check that an article has both its outlet and its address, or neither.

    Raises:
        BadCell: if one of them is missing.
    """
    if values["article_url"] and not values["outlet"]:
        raise BadCell(_("an address needs the name of who published it; fill it in"), "outlet")
    if values["outlet"] and not values["article_url"]:
        raise BadCell(_("the article has no address; add it, or leave outlet empty"), "article_url")
    if values.get("article_date") and not values["article_url"]:
        raise BadCell(_("a date needs its article; add the address"), "article_url")


def cite(rows: Sequence[Row], records: Sequence[Model], field: str) -> None:
    """Store the article of each row that has one, and tie it to the row's record, unquoted.

    An address is one article: the first outlet and date that came with it stay.
    """
    citing = [
        (row, record) for row, record in zip(rows, records, strict=True) if row["article_url"]
    ]
    articles = _articles([row for row, _record in citing])
    Evidence.objects.bulk_create(
        Evidence(article_id=articles[row["article_url"]], **{field: record})
        for row, record in citing
    )


def cite_more(pairs: Sequence[tuple[Row, Any]], field: str) -> None:
    """Tie the article of each row to the stored record, unless the record cites it already."""
    new = [
        (row, stored)
        for row, stored in pairs
        if row["article_url"] not in {evidence.article.url for evidence in stored.cited}
    ]
    cite([row for row, _stored in new], [stored for _row, stored in new], field)


def _articles(rows: Sequence[Row]) -> dict[str, int]:
    outlets = _outlets({row["outlet"] for row in rows})
    known = _known_articles(rows)
    new: dict[str, Article] = {}
    for row in rows:
        if row["article_url"] not in known:
            new.setdefault(row["article_url"], _article(row.values, outlets))
    if new:
        Article.objects.bulk_create(new.values(), ignore_conflicts=True)
        known = _known_articles(rows)
    return known


def _known_articles(rows: Sequence[Row]) -> dict[str, int]:
    found = Article.objects.filter(url__in={row["article_url"] for row in rows})
    return dict(found.values_list("url", "id"))


def _article(values: Values, outlets: dict[str, int]) -> Article:
    article = Article(
        outlet_id=outlets[values["outlet"]],
        url=values["article_url"],
        date_basis=Article.DateBasis.IMPORT,
    )
    published: PartialDate | None = values.get("article_date")
    if published:
        article.published_on, article.published_precision = published
    return article


def _outlets(names: set[str]) -> dict[str, int]:
    found = Outlet.objects.filter(name__in=names)
    known = dict(found.values_list("name", "id"))
    if missing := sorted(names - known.keys()):
        Outlet.objects.bulk_create([Outlet(name=name) for name in missing], ignore_conflicts=True)
        known = dict(found.values_list("name", "id"))
    return known


def with_citations() -> "Prefetch[str]":
    """Return what to prefetch so that `citation_columns` asks the database nothing."""
    cited = Evidence.objects.exclude(article__url="").order_by("id")
    return Prefetch("evidence", cited.select_related("article__outlet"), to_attr="cited")


def citation_columns(record: Any) -> Values:
    """Return the columns of the first article with an address that the record cites."""
    return article_columns(record.cited[0].article if record.cited else None)


def article_columns(article: Article | None) -> Values:
    """Return the columns that describe an article."""
    if article is None:
        return {"outlet": "", "article_url": "", "article_date": None}
    published = article.published_on
    return {
        "outlet": article.outlet.name,
        "article_url": article.url,
        "article_date": published and PartialDate(published, article.published_precision),
    }
