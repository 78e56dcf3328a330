"""The admin of what was published, and what every admin of editorial tables is made of."""

from articles.admin import articles, feeds, fetching

__all__ = ["articles", "feeds", "fetching"]
