"""How other sites and search engines find the pages: cards, the map of the site, robots."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from balance.panels.card_words import NotOurWords, read_words
from balance.panels.picture_files import page_svg, png
from balance.queries import finding

A_DAY = 86_400  # seconds
LISTS = ("front", "events", "claims", "ties", "articles", "methodology", "compare", "corrections")
OF_A_FOCUS = ("focus", "why", "lenses", "pivots", "robustness", "coverage", "revisions")
ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /report/\n\nSitemap: {sitemap}\n"


@require_safe
def card(request: HttpRequest) -> HttpResponse:
    """Answer with the card of a page that has no chart."""
    try:
        title, description = read_words(request.GET.get("words", ""))
    except NotOurWords:
        raise Http404 from None
    svg = page_svg(title=title, subtitle=description, address=f"Balance · {request.get_host()}")
    response = HttpResponse(png(svg), content_type="image/png")
    patch_cache_control(response, public=True, max_age=A_DAY)
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what not to read, and where the map is."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain")


class Pages(Sitemap):
    """The lists, and every page of every focus."""

    def items(self) -> list[str]:
        """Return their paths."""
        found = [reverse(name) for name in LISTS]
        for code, poles in finding.foci().items():
            found += [reverse(name, args=[code]) for name in OF_A_FOCUS]
            found += [reverse("pole", args=[code, pole]) for pole in poles]
        return found

    def location(self, item: str) -> str:
        """Return the path itself."""
        return item


class Records(Sitemap):
    """The pages of the rows of a query."""

    limit = 5_000

    def __init__(self, rows: Any, name: str, field: str) -> None:
        self.rows = rows
        self.name = name
        self.field = field

    def items(self) -> QuerySet[Model]:
        """Return the rows, in an order that stays."""
        found: QuerySet[Model] = self.rows()
        return found

    def location(self, item: Model) -> str:
        """Return where the row's page is."""
        return reverse(self.name, args=[getattr(item, self.field)])

    def lastmod(self, item: Model) -> datetime | None:
        """Return when the row changed, where that is kept."""
        return getattr(item, "updated_at", None)


SITEMAPS = {
    "pages": Pages(),
    "dashboards": Records(finding.dashboards, "dashboard", "slug"),
    "events": Records(finding.events, "event", "pk"),
    "claims": Records(finding.claims, "claim", "pk"),
    "articles": Records(finding.articles, "article", "pk"),
}
