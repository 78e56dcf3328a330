"""event_articles.csv: further articles about events that are there already."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _say
from django.utils.translation import gettext_lazy as _

from balance.importers import cells
from balance.importers.cells import BadCell
from balance.importers.citations import article_columns, check_citation, cite
from balance.importers.columns import Column
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.shared_columns import ARTICLE_DATE, ARTICLE_URL, EVENT, OUTLET
from balance.models import Event, Evidence


class EventArticles(Kind):
    """One row an article about an event; the first one stands in events.csv."""

    name = "event_articles"
    key = ("event", "article_url")
    columns = (
        Column("event", _("The event's id."), cells.slug, refers=EVENT, is_required=True),
        OUTLET,
        Column("article_url", ARTICLE_URL.help, cells.address, is_required=True),
        ARTICLE_DATE,
    )

    def tidy(self, values: Values) -> None:
        check_citation(values)
        if self.leaves_public:
            raise BadCell(_say("readers see the event's articles; a publisher adds them"), "event")

    def objects(self) -> QuerySet[Evidence]:
        cited = self._cited()
        first = cited.filter(event=OuterRef("event")).order_by("id").values("id")[:1]
        return cited.annotate(first=Subquery(first)).exclude(id=F("first")).order_by("id")

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[Evidence]:
        return self._cited().filter(
            event__slug__in={row["event"] for row in rows},
            article__url__in={row["article_url"] for row in rows},
        )

    def _cited(self) -> QuerySet[Evidence]:
        cited = Evidence.objects.exclude(event=None).exclude(article__url="")
        return cited.select_related("event", "article__outlet").defer(
            "event__search", "article__search", "article__text"
        )

    def describe(self, stored: Any) -> Values:
        return {"event": stored.event.slug, **article_columns(stored.article)}

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        cite(rows, [Event(pk=found[EVENT, row["event"]]) for row in rows], "event")
