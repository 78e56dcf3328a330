"""A search for words, as a web search reads them: all words, "a phrase", -without, one or other."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any, TypeVar

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Func, IntegerField, Q, QuerySet
from django.db.models.lookups import Exact

from articles.models import Article, Outlet

Rows = TypeVar("Rows", bound=QuerySet[Any])
# How words of a language are stemmed, as in articles/sql/article_words_v1.sql; others are not.
STEMMED = {
    "": "english",
    "en": "english",
    "ru": "russian",
    "tr": "turkish",
    "hy": "armenian",
    "de": "german",
    "fr": "french",
    "ar": "arabic",
}
MOST_PARTS = 12  # Of a search; what comes after them is not looked for.
_TOKEN = re.compile(r'-?"[^"]*"?|\S+')
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Wanted:
    """A word, or a phrase whose words stand next to each other."""

    text: str
    is_phrase: bool = False

    def query(self, config: str = "english") -> SearchQuery:
        """Return what PostgreSQL looks for; no text makes it fail."""
        return SearchQuery(
            self.text, config=config, search_type="phrase" if self.is_phrase else "plain"
        )

    def says_nothing(self, config: str = "english") -> Q:
        """Return the condition that the language has it in every text: the, of, and."""
        nodes = Func(self.query(config), function="numnode", output_field=IntegerField())
        return Q(Exact(nodes, 0))


@dataclass(frozen=True)
class Part:
    """What a row has one of, or has none of."""

    alternatives: tuple[Wanted, ...]
    is_excluded: bool = False


def parts_of(words: str) -> list[Part]:
    """Return the parts of a search; none where it has no letter and no digit."""
    found: list[Part] = []
    joins = False
    for token in _TOKEN.findall(words):
        if token.lower() == "or":
            joins = True
            continue
        bare = token.lstrip("-").strip('"')
        if not _WORD.search(bare):
            continue
        wanted = Wanted(bare, is_phrase=token.lstrip("-").startswith('"'))
        excluded = token.startswith("-")
        if joins and found and not excluded and not found[-1].is_excluded:
            found[-1] = Part((*found[-1].alternatives, wanted))
        else:
            found.append(Part((wanted,), is_excluded=excluded))
        joins = False
    return found[:MOST_PARTS]


def any_of(words: str) -> SearchQuery | None:
    """Return the search for anything that is wanted: to rank what was found, and to mark it."""
    wanted = [one for part in parts_of(words) if not part.is_excluded for one in part.alternatives]
    return reduce(or_, [one.query() for one in wanted]) if wanted else None


def having(
    rows: Rows,
    words: str,
    keys: Callable[[Wanted], QuerySet[Any, Any]],
    says_nothing: Callable[[Wanted], Q] = Wanted.says_nothing,
) -> Rows:
    """Keep the rows that have every part of the search, and none where it has no part.

    `keys` returns the keys of the rows that have a word or phrase; `says_nothing` the condition
    that the word tells nothing of a row.
    """
    parts = parts_of(words)
    for part in parts:
        found = Q()
        for wanted in part.alternatives:
            found |= Q(pk__in=keys(wanted))
            if not part.is_excluded:
                found |= says_nothing(wanted)
        rows = rows.exclude(found) if part.is_excluded else rows.filter(found)
    return rows if parts else rows.none()


def articles_with_words(articles: QuerySet[Article], words: str) -> QuerySet[Article]:
    """Keep the articles with the words in the title, the text or the outlet's name.

    Each is searched in its own language: a Russian one for any form of a Russian word.
    """
    return having(articles, words, _article_keys, _says_nothing)


def _in_own_language(condition: Callable[[str], Q]) -> Q:
    """Return the condition on articles, made for the words of each one's own language."""
    stemmed = Q(language__in=STEMMED)
    found = ~stemmed & condition("simple")
    for config, languages in groupby(sorted(STEMMED, key=STEMMED.__getitem__), STEMMED.get):
        found |= Q(language__in=list(languages)) & condition(str(config))
    return found


def _says_nothing(wanted: Wanted) -> Q:
    return _in_own_language(wanted.says_nothing)


def _article_keys(wanted: Wanted) -> QuerySet[Any, Any]:
    outlets = Outlet.objects.alias(words=SearchVector("name", config="simple"))
    named = outlets.filter(words=wanted.query("simple")).order_by()
    by_outlet = Article.objects.filter(outlet__in=named.values("pk"))
    by_text = Article.objects.filter(_in_own_language(lambda c: Q(search=wanted.query(c))))
    return by_text.order_by().values("pk").union(by_outlet.order_by().values("pk"))
