"""Dashboards, methodologies and data sets."""

from typing import Any

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api import columns
from balance.api.filters.house import DashboardFilter, DatasetFilter, MethodologyFilter
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.house import (
    CodingSerializer,
    DashboardSerializer,
    DatasetSerializer,
    FieldAgreementSerializer,
    MethodologySerializer,
)
from balance.api.tables import csv_response
from balance.api.views.reading import Listing, Reading
from balance.models import Dashboard, Dataset, Methodology, Panel
from balance.queries.codings import coding_quality

PANELS = Panel.objects.filter(is_hidden=False).with_options().order_by("position", "id")


class DashboardViewSet(Listing):
    """The published dashboards, each with its panels in their order."""

    queryset = (
        Dashboard.objects.published()
        .select_related("focus__actor")
        .prefetch_related(Prefetch("panels", PANELS, to_attr="shown_panels"))
    )
    serializer_class = DashboardSerializer
    filterset_class = DashboardFilter
    lookup_field = "slug"
    lookup_url_kwarg = "slug"
    address = "The dashboard's slug."
    default_ordering = "title"
    orderings = {"title": "title", "slug": "slug", "position": "position"}
    spread = {"panels": columns.panels}


class MethodologyViewSet(Listing):
    """The published methodology and those before it, newest first."""

    queryset = Methodology.objects.public()
    serializer_class = MethodologySerializer
    filterset_class = MethodologyFilter
    lookup_field = "version"
    lookup_url_kwarg = "version"
    address = "The methodology's version."
    default_ordering = "-published_at"
    orderings = {"published_at": "published_at", "version": "version"}
    spread = {"dimension_weights": columns.weights}


class DatasetViewSet(Listing):
    """Where events come from: our editors, and machine-coded archives."""

    queryset = Dataset.objects.all()
    serializer_class = DatasetSerializer
    filterset_class = DatasetFilter
    lookup_field = "code"
    lookup_url_kwarg = "code"
    address = "The data set's code."
    default_ordering = "code"
    orderings = {"code": "code", "name": "name"}


class CodingView(Reading):
    """How far coders agree who read the same evidence: Krippendorff's alpha, field by field."""

    renderer_classes = [JsonRenderer, CsvRenderer]

    @extend_schema(operation_id="coding_retrieve", responses=CodingSerializer)
    def get(self, request: Request) -> Any:
        """Answer with the agreement over all events coded twice."""
        answer = CodingSerializer(coding_quality()).data
        if request.accepted_renderer.format == "csv":
            rows = answer["agreement"]
            columns = list(FieldAgreementSerializer().fields)
            return csv_response(rows, columns=columns, name="coding", spread={})
        return Response(answer)
