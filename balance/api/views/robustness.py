"""How far the leader and the ranking of the poles hang on single choices."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.questions import LAST_DAY
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.robustness import RobustnessSerializer
from balance.api.tables import csv_response
from balance.api.views.reasons import Reason
from balance.operations.robustness import robustness_answer

COLUMNS = ["key", "kind", "label", "leader", "same_leader", "same_ranking"]


class RobustnessView(Reason):
    """The shares with another scale or half-life, and without each outlet and each event.

    As CSV: a row for each variant, the shares in columns.
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    fields = LAST_DAY

    @extend_schema(operation_id="robustness_retrieve", responses=RobustnessSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        question, today, _parameters = self.asked(request, focus)
        answer = robustness_answer(question=question, today=today)
        if request.accepted_renderer.format == "csv":
            codes = [pole["code"] for pole in answer["poles"]]
            columns = [*COLUMNS, *(f"share_{code}" for code in codes)]
            name = f"robustness-{focus}"
            return csv_response(_rows(answer), columns=columns, name=name, spread={})
        return Response(answer)


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    usual = {"key": "default", "same_leader": True, "same_ranking": True}
    for variant in ({"kind": "", "label": "", **usual, **answer["default"]}, *answer["variants"]):
        shares = {f"share_{code}": share for code, share in variant["shares"].items()}
        yield {**{name: variant[name] for name in COLUMNS}, **shares}
