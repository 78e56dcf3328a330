"""Addresses of the pages of a list."""

from django.http import QueryDict


def without_page(given: QueryDict) -> str:
    """Return the reader's question as an address to which a page number is added."""
    kept = given.copy()
    kept.pop("page", None)
    for name in [name for name, value in kept.items() if not value]:
        del kept[name]
    return kept.urlencode()
