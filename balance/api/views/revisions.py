"""How the picture of one month changed as editors learned more."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.questions import REVISIONS, method_question, read
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.reasons import RevisionsSerializer
from balance.api.tables import csv_response
from balance.api.views.balance import OF_THE_POLE
from balance.api.views.reasons import BelowFocus
from balance.operations.revisions import revisions_answer
from balance.queries.revisions import month_a_year_before

OF_THE_REVISION = ("known_on", "as_of", "data_version", "methodology")
NUMBERS = OF_THE_POLE[: OF_THE_POLE.index("low")]


class RevisionsView(BelowFocus):
    """One month at its end, and after every change that editors recorded since.

    As CSV: a row for each revision and pole, and for what no pole takes (`other`).
    """

    fields = REVISIONS
    renderer_classes = [JsonRenderer, CsvRenderer]

    @extend_schema(operation_id="revisions_retrieve", responses=RevisionsSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        now = timezone.now()
        asked = read(self.fields, request.query_params, now=now)
        month = asked["month"] or month_a_year_before((asked["as_of"] or now).date())
        answer = revisions_answer(
            question=method_question(focus, asked), month=month.replace(day=1), now=now
        )
        if request.accepted_renderer.format == "csv":
            columns = [*OF_THE_REVISION, "pole", *NUMBERS]
            rows = _rows(answer)
            return csv_response(rows, columns=columns, name=f"revisions-{focus}", spread={})
        return Response(answer)


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each revision and pole, and for OTHER."""
    for revision in answer["results"]:
        whole = {name: revision[name] for name in OF_THE_REVISION}
        point = revision["point"]
        for code, part in (*point["poles"].items(), ("other", point["other"])):
            yield {**whole, "pole": code, **{name: part.get(name) for name in NUMBERS}}
