"""Cursor pages: they cost the same at any depth, and skip no row that arrives meanwhile."""

import re
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from articles.api.parameters import shown
from balance.api.ordering import Cursor, Ordering, Rows

PAGE_SIZE, LARGEST_PAGE = 100, 500


class CursorPages(BasePagination):
    """Pages `{"next", "previous", "results"}` of 100 rows, or as many as `page_size` says."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """Return the rows of the page that the reader asks for."""
        self.request = request
        self.ordering = Ordering.asked(request, view)
        size = page_size(request)
        cursor = self._cursor(queryset)
        backwards = cursor is not None and cursor.backwards
        rows = self.ordering.apply(queryset, backwards=backwards)
        if cursor:
            rows = self.ordering.beyond(rows, cursor)
        page = list(rows[: size + 1])
        more, page = len(page) > size, page[:size]
        if backwards:
            page.reverse()
        self.has_next = backwards or more
        self.has_previous = more if backwards else cursor is not None
        self.page = page
        return page

    def _cursor(self, rows: Rows) -> Cursor | None:
        text = self.request.query_params.get("cursor")
        return Cursor.decode(text, ordering=self.ordering, rows=rows) if text else None

    def get_paginated_response(self, data: Any) -> Response:
        """Return the page with the addresses of its neighbours."""
        return Response(
            {"next": self.next_link(), "previous": self.previous_link(), "results": data}
        )

    def next_link(self) -> str | None:
        """Return the address of the next page."""
        return self._link(self.page[-1], backwards=False) if self.has_next and self.page else None

    def previous_link(self) -> str | None:
        """Return the address of the page before."""
        shows = self.has_previous and self.page
        return self._link(self.page[0], backwards=True) if shows else None

    def _link(self, row: Model, *, backwards: bool) -> str:
        value = getattr(row, self.ordering.column)
        cursor = Cursor(self.ordering.name, backwards, value, row.pk)
        address = self.request.build_absolute_uri()
        return replace_query_param(address, "cursor", cursor.encode())

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return the schema of a page."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Return the parameters of every list."""
        size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE}
        order = {
            "type": "string",
            "enum": [sign + name for name in view.orderings for sign in ("", "-")],
            "default": view.default_ordering,
        }
        return [
            _parameter("cursor", {"type": "string"}, _("From `next` or `previous` of a page.")),
            _parameter("page_size", size, _("Rows of a page.")),
            _parameter("ordering", order, _("A minus turns the order round.")),
        ]


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, "description": description}


def page_size(request: Request) -> int:
    """Return how many rows a page has.

    Raises:
        ValidationError: if the reader asks for none, or for too many.
    """
    given = request.query_params.get("page_size") or str(PAGE_SIZE)
    if not re.fullmatch(r"[0-9]{1,4}", given) or not 1 <= int(given) <= LARGEST_PAGE:
        sentence = _("%(value)s is no number from 1 to %(most)s.")
        raise ValidationError(
            {"page_size": sentence % {"value": shown(given), "most": LARGEST_PAGE}}
        )
    return int(given)
