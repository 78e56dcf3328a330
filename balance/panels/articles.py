"""Lists of articles in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.queries.articles import ArticleTally


def articles_headline(found: ArticleTally) -> str:
    """Say how many articles there are, of how many outlets, and whose are most."""
    if not found.articles:
        return _("No article fits")
    words = {
        "number": found.articles,
        "outlets": found.outlets,
        "first": found.first_outlet,
        "most": found.of_first,
    }
    if found.outlets == 1:
        return (
            ngettext(
                "%(number)s article, of %(first)s",
                "%(number)s articles, all of %(first)s",
                found.articles,
            )
            % words
        )
    return _("%(number)s articles of %(outlets)s outlets, most of %(first)s: %(most)s") % words
