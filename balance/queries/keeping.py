"""Results that are kept for a day, because the same data give the same."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

_DAY = 24 * 60 * 60  # seconds
Result = TypeVar("Result")


def kept(what: str, *follows_from: object, make: Callable[[], Result]) -> Result:
    """Return the result of the name, made only where it is not kept.

    `follows_from` is all that the result depends on; each part tells itself apart by its repr.
    """
    key = f"{what}:{hashlib.sha256(repr(follows_from).encode()).hexdigest()}"
    found: Result | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, _DAY)
    return found
