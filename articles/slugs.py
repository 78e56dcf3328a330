"""Short names in addresses, made from titles."""

from collections.abc import Collection
from typing import Any

from django.db import models
from django.utils.text import slugify

LONGEST = 90


def free_slug(model: type[models.Model], words: str) -> str:
    """Return a slug made from the words that no row of the model has."""
    stem = slugify(words)[:LONGEST].strip("-") or str(model._meta.model_name)
    rows: Any = model._default_manager
    return first_free(stem, rows.filter(slug__startswith=stem).values_list("slug", flat=True))


def first_free(stem: str, taken: Collection[str]) -> str:
    """Return the stem, or the stem with the first number that makes it new."""
    taken = set(taken)
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
