"""Words compared without capitals and accents: Erdogan finds Erdoğan, Eliyev finds Əliyev."""

from typing import Any

from django.db.models import CharField, F, Func, Q, QuerySet, Value
from django.db.models.functions import Lower, Replace

MOST_WORDS = 8


def folded(expression: Any) -> Any:
    """Return the text of an expression in small letters without accents."""
    plain = Func(expression, function="unaccent", output_field=CharField())
    return Replace(Lower(plain), Value("ə"), Value("e"))


def fold(words: str) -> Any:
    """Return what somebody typed as the database compares it."""
    return folded(Value(words))


def words_of(text: str) -> list[str]:
    """Return the words of a search, so many as are looked for."""
    return text.replace("\0", "").split()[:MOST_WORDS]


def with_words(rows: QuerySet[Any], words: str, *columns: str) -> QuerySet[Any]:
    """Keep the rows of which every word stands in one of the columns; no word keeps none."""
    parts = words_of(words)
    names = {f"folded_{column}": folded(F(column)) for column in columns}
    found = rows.alias(**names)
    for word in parts:
        anywhere = Q()
        for name in names:
            anywhere |= Q(**{f"{name}__contains": fold(word)})
        found = found.filter(anywhere)
    return found if parts else rows.none()
