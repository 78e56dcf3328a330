"""Articles as readers see them: what they are quoted for, never the text."""

from dataclasses import dataclass

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


def articles_found(asked: ArticleQuestion) -> QuerySet[Article]:
    """Return the articles that fit, newest first; those without a date come last."""
    articles = Article.objects.select_related("outlet").defer("text", "search")
    if asked.words:
        articles = articles_with_words(articles, asked.words)
    if asked.outlet:
        articles = articles.filter(outlet=asked.outlet)
    counted = Count("evidence", filter=Q(evidence__event__status=Event.Status.CONFIRMED))
    newest = F("published_on").desc(nulls_last=True)
    return articles.annotate(event_count=counted).order_by(newest, "-id")


def article_record(key: int) -> tuple[Article, list[Evidence]]:
    """Return an article and what it is quoted for, of all that readers may see.

    Raises:
        Article.DoesNotExist: if there is none.
    """
    article = Article.objects.select_related("outlet").defer("search").get(pk=key)
    quoted = Evidence.objects.filter(PUBLIC_EVENT | STANDING_CLAIM | STANDING_TIE, article=article)
    rows = quoted.select_related("event", "claim", "tie__actor_a", "tie__actor_b", "tie__kind")
    return article, list(rows.order_by("id"))
