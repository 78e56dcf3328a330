"""What the numbers rest on."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.parameters import ParameterField
from balance.api.questions import LAST_DAY, method_question, read
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.coverage import CoverageSerializer
from balance.api.tables import csv_response
from balance.api.views.reading import Reading
from balance.operations.coverage import coverage_answer

COLUMNS = ["start", "end", "pole", "events", "articles"]


class CoverageView(Reading):
    """What the stock of a day rests on: events, articles, outlets and their countries.

    As CSV: the events and articles of each year and pole, and of what no pole takes (`other`).
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    address = "The focus's code, such as AZE."
    fields: ClassVar[Mapping[str, ParameterField]] = LAST_DAY

    def parameter_fields(self) -> Mapping[str, ParameterField]:
        """Return what can be asked."""
        return self.fields

    @extend_schema(operation_id="coverage_retrieve", responses=CoverageSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        now = timezone.now()
        question = method_question(focus, read(self.fields, request.query_params, now=now))
        answer = coverage_answer(question=question, today=now.date())
        if request.accepted_renderer.format == "csv":
            rows = _rows(answer)
            return csv_response(rows, columns=COLUMNS, name=f"coverage-{focus}", spread={})
        return Response(answer)


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each year and pole, and for OTHER."""
    for period in answer["periods"]:
        for code, part in period["poles"].items():
            yield {"start": period["start"], "end": period["end"], "pole": code, **part}
