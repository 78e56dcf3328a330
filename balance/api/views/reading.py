"""What every address of the API has in common: it reads, it is strict, it answers in one shape."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http.response import StreamingHttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ReadOnlyModelViewSet

from articles.api.filters import Filtering, ListFilter
from articles.api.parameters import ParameterField, refuse_unknown
from balance.api.ordering import Ordering
from balance.api.pagination import CursorPages, page_size
from balance.api.renderers import CsvRenderer, FormatOrAccept, JsonRenderer
from balance.api.schema import ReadSchema
from balance.api.tables import Spread, csv_response

CHUNK = 500  # Rows whose related rows are read together while a file streams.
LONGEST_KEY = 200


@method_decorator(conditional_page, name="dispatch")
class Reading(APIView):
    """An address that is only read; parameters that it does not know are refused."""

    http_method_names = ["get", "head", "options"]
    renderer_classes = [JsonRenderer]
    content_negotiation_class = FormatOrAccept
    schema = ReadSchema()
    address: ClassVar[str] = ""  # What the variable part of the address is.

    def parameter_fields(self) -> Mapping[str, ParameterField]:
        """Return the parameters of this address, besides `format`."""
        return {}

    def known_parameters(self) -> set[str]:
        """Return the names of all parameters of this address."""
        return {*self.parameter_fields(), "format"}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse what nobody would read, before anything is read."""
        super().initial(request, *args, **kwargs)
        if any("\0" in part or len(part) > LONGEST_KEY for part in kwargs.values()):
            raise NotFound
        if request.method in ("GET", "HEAD"):
            refuse_unknown(request.query_params, self.known_parameters())

    def handle_exception(self, error: Exception) -> Response:
        """Answer an error as JSON, whatever format the rows would have had."""
        renderer = JsonRenderer()
        self.request.accepted_renderer = renderer
        self.request.accepted_media_type = renderer.media_type
        return super().handle_exception(error)

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Let caches keep the answer, but ask each time whether it still holds."""
        response = super().finalize_response(request, response, *args, **kwargs)
        patch_vary_headers(response, ["Accept"])
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, no_cache=True)
        return response


class Listing(Reading, ReadOnlyModelViewSet):
    """A list, as pages or as one CSV file, and a detail page for each of its rows."""

    filter_backends = [Filtering]
    pagination_class = CursorPages
    filterset_class: type[ListFilter]
    lookup_value_regex = "[^/]+"
    orderings: ClassVar[Mapping[str, str]]  # Names for readers, and the column behind each.
    default_ordering: ClassVar[str]
    spread: ClassVar[Mapping[str, Spread]] = {}  # Nested values as columns of the file.

    @property
    def is_list(self) -> bool:
        """Whether the list is asked for, rather than one of its rows."""
        return self.action == "list"

    def get_renderers(self) -> list[Any]:
        """Offer the list as CSV as well."""
        return [JsonRenderer(), CsvRenderer()] if self.is_list else [JsonRenderer()]

    def parameter_fields(self) -> Mapping[str, ParameterField]:
        """Return the list's filters; a row has none."""
        if not self.is_list:
            return {}
        return {name: keep.field for name, keep in self.filterset_class.base_filters.items()}

    def known_parameters(self) -> set[str]:
        """Return the filters, and those of the pages."""
        pages = {"cursor", "page_size", "ordering"} if self.is_list else set()
        return super().known_parameters() | pages

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """Answer with a page, or with all rows as a file."""
        if request.accepted_renderer.format == "csv":
            return self.file(request)
        return super().list(request, *args, **kwargs)

    def file(self, request: Request) -> StreamingHttpResponse:
        """Answer with every row of the filter."""
        page_size(request)  # It changes nothing here, but nonsense stays nonsense.
        if request.query_params.get("cursor"):
            raise ValidationError({"cursor": _("A CSV file has all rows; leave this out.")})
        rows = Ordering.asked(request, self).apply(self.filter_queryset(self.get_queryset()))
        row: Any = self.get_serializer()
        return csv_response(
            (row.to_representation(record) for record in rows.iterator(chunk_size=CHUNK)),
            columns=list(row.fields),
            name=request.path.strip("/").rpartition("/")[2],
            spread=self.spread,
        )

    def get_object(self) -> Model:
        """Return the row of this address.

        Raises:
            NotFound: if there is none.
        """
        return self.find(
            self.get_queryset(), self.kwargs[self.lookup_url_kwarg or self.lookup_field]
        )

    def find(self, rows: QuerySet[Any], key: str) -> Model:
        """Return the row that the address names.

        Raises:
            Http404: if there is none.
        """
        if self.lookup_field == "pk" and not re.fullmatch(r"[0-9]{1,18}", key):
            raise NotFound
        return get_object_or_404(rows, **{self.lookup_field: key})
