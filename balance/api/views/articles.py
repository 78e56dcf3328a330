"""Outlets and articles."""

from datetime import date

from django.db.models import F
from django.db.models.functions import Coalesce

from articles.api.filters import ArticleFilter, OutletFilter
from articles.api.serializers import ArticleSerializer, OutletSerializer
from articles.models import Article, Outlet
from balance.api.views.reading import Listing


class OutletViewSet(Listing):
    """Who published: newspapers, agencies, ministries."""

    queryset = Outlet.objects.all()
    serializer_class = OutletSerializer
    filterset_class = OutletFilter
    lookup_url_kwarg = "id"
    address = "The outlet's id."
    default_ordering = "name"
    orderings = {"name": "name", "id": "id"}


class ArticleViewSet(Listing):
    """What was published, newest first: addresses, titles and dates, never the text."""

    queryset = (
        Article.objects.annotate(published=Coalesce(F("published_on"), date.min))
        .select_related("outlet")
        .defer("text", "search")
    )
    serializer_class = ArticleSerializer
    filterset_class = ArticleFilter
    lookup_url_kwarg = "id"
    address = "The article's id."
    default_ordering = "-published_on"
    orderings = {"published_on": "published", "title": "title", "id": "id"}
