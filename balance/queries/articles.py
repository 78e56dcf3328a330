"""Articles as readers see them: what they are quoted for, never the text."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from articles.models import Article
from articles.searching import articles_with_words
from balance.models import Event, Evidence

PUBLIC_EVENT = Q(event__status__in=[Event.Status.CONFIRMED, Event.Status.WITHDRAWN])
STANDING_CLAIM = Q(claim__withdrawn_because="", claim__isnull=False)
STANDING_TIE = Q(tie__withdrawn_because="", tie__isnull=False)


@dataclass(frozen=True)
class ArticleQuestion:
    """What a reader of the list asks for; empty is all."""

    words: str = ""
    outlet: int | None = None
    language: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class ArticleTally:
    """How many articles fit, of how many outlets, and those of the outlet that has most."""

    articles: int
    outlets: int
    first_outlet: str
    of_first: int


def articles_found(asked: ArticleQuestion) -> QuerySet[Article]:
    """Return the articles that fit, newest first; those without a date come last."""
    articles = _fitting(asked).select_related("outlet").defer("text", "search")
    counted = Count("evidence", filter=Q(evidence__event__status=Event.Status.CONFIRMED))
    newest = F("published_on").desc(nulls_last=True)
    return articles.annotate(event_count=counted).order_by(newest, "-id")


def tally_articles(asked: ArticleQuestion) -> ArticleTally:
    """Count the articles that fit, by outlet."""
    counted = _fitting(asked).order_by().values_list("outlet__name")
    rows = list(counted.annotate(number=Count("pk")).order_by("-number", "outlet__name"))
    name, number = rows[0] if rows else ("", 0)
    return ArticleTally(sum(row[1] for row in rows), len(rows), name, number)


def languages() -> list[str]:
    """Return the codes of the languages of all articles, in their order."""
    known = Article.objects.exclude(language="").order_by("language")
    return list(known.values_list("language", flat=True).distinct())


def _fitting(asked: ArticleQuestion) -> QuerySet[Article]:
    articles: QuerySet[Article] = Article.objects.all()
    if asked.words:
        articles = articles_with_words(articles, asked.words)
    if asked.outlet:
        articles = articles.filter(outlet=asked.outlet)
    if asked.language:
        articles = articles.filter(language=asked.language)
    if asked.start:
        articles = articles.filter(published_on__gte=asked.start)
    if asked.end:
        articles = articles.filter(published_on__lt=asked.end)
    return articles


def article_record(key: int) -> tuple[Article, list[Evidence]]:
    """Return an article and what it is quoted for, of all that readers may see.

    Raises:
        Article.DoesNotExist: if there is none.
    """
    article = Article.objects.select_related("outlet").defer("search").get(pk=key)
    quoted = Evidence.objects.filter(PUBLIC_EVENT | STANDING_CLAIM | STANDING_TIE, article=article)
    rows = quoted.select_related("event", "claim", "tie__actor_a", "tie__actor_b", "tie__kind")
    return article, list(rows.order_by("id"))
