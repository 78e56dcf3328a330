"""The public log of corrections."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.corrections import CorrectionsSerializer
from balance.api.tables import csv_response
from balance.api.views.reading import Reading
from balance.queries.corrections import Correction, corrections

COLUMNS = ["id", "at", "event", "title", "kind", "by", "reason", "field", "before", "after"]


class CorrectionsView(Reading):
    """What changed in events after they were confirmed, newest first. As CSV: a row a change."""

    renderer_classes = [JsonRenderer, CsvRenderer]

    @extend_schema(operation_id="corrections_list", responses=CorrectionsSerializer)
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the newest."""
        found = [_row(correction) for correction in corrections()]
        if request.accepted_renderer.format == "csv":
            return csv_response(_lines(found), columns=COLUMNS, name="corrections", spread={})
        return Response({"results": found})


def _row(correction: Correction) -> dict[str, Any]:
    return {
        "id": correction.id,
        "at": correction.at.isoformat(),
        "event": correction.event,
        "title": correction.title,
        "kind": correction.kind,
        "by": correction.by,
        "reason": correction.reason,
        "changes": [
            {"field": change.field, "before": change.before, "after": change.after}
            for change in correction.changes
        ],
    }


def _lines(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a line for each change; one without any, for a correction of the status alone."""
    for row in rows:
        for change in row["changes"] or [{"field": "", "before": "", "after": ""}]:
            yield {**row, **change}
