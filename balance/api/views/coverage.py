"""What the numbers rest on."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.questions import LAST_DAY
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.coverage import CoverageSerializer
from balance.api.tables import csv_response
from balance.api.views.reasons import Reason
from balance.operations.coverage import coverage_answer

COLUMNS = ["start", "end", "pole", "events", "articles"]


class CoverageView(Reason):
    """What the stock of a day rests on: events, articles, outlets and their countries.

    As CSV: the events and articles of each year and pole, and of what no pole takes (`other`).
    """

    fields = LAST_DAY
    renderer_classes = [JsonRenderer, CsvRenderer]

    @extend_schema(operation_id="coverage_retrieve", responses=CoverageSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        question, today, _ = self.asked(request, focus)
        answer = coverage_answer(question=question, today=today)
        if request.accepted_renderer.format == "csv":
            rows = _rows(answer)
            return csv_response(rows, columns=COLUMNS, name=f"coverage-{focus}", spread={})
        return Response(answer)


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each year and pole, and for OTHER."""
    for period in answer["periods"]:
        for code, part in period["poles"].items():
            yield {"start": period["start"], "end": period["end"], "pole": code, **part}
