"""Actors as people look for them: by a name, an alias or a code, the likeliest first."""

from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from balance.models import Actor, Alias
from balance.queries.folding import fold, folded, words_of


def actors_called(actors: QuerySet[Actor], words: str) -> QuerySet[Actor]:
    """Keep the actors of which every word stands in a name, an alias or the code."""
    found = actors.alias(folded_name=folded(F("name")), folded_code=folded(F("code")))
    for word in words_of(words):
        part = fold(word)
        alias = _aliases().filter(folded_text__contains=part)
        found = found.filter(
            Q(folded_name__contains=part) | Q(folded_code__contains=part) | Exists(alias)
        )
    return found


def likeliest_first(actors: QuerySet[Actor], words: str) -> QuerySet[Any]:
    """Order what `actors_called` found, and annotate `called`, the alias that was meant.

    First the code itself, then a whole name or alias, then how they begin; states before persons.
    """
    whole = fold(" ".join(words_of(words)))
    aliases = _aliases()
    same, begins = aliases.filter(folded_text=whole), aliases.filter(folded_text__startswith=whole)
    within = aliases.filter(folded_text__contains=whole).order_by("text")
    nearness = Case(
        When(folded_code=whole, then=0),
        When(folded_name=whole, then=1),
        When(Exists(same), then=2),
        When(folded_name__startswith=whole, then=3),
        When(folded_code__startswith=whole, then=3),
        When(Exists(begins), then=4),
        default=5,
    )
    meant = Case(
        When(Q(folded_name__contains=whole) | Q(folded_code__contains=whole), then=None),
        default=Subquery(within.values("text")[:1]),
    )
    is_state = Case(When(kind=Actor.Kind.STATE, then=0), default=1)
    return (
        actors.alias(folded_name=folded(F("name")), folded_code=folded(F("code")))
        .annotate(called=meant)
        .order_by(nearness, is_state, "name", "pk")
    )


def _aliases() -> QuerySet[Any]:  # Of aliases, which have their folded text beside them.
    return Alias.objects.filter(actor=OuterRef("pk")).alias(folded_text=folded(F("text")))
