"""The balance of a focus, and why it changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.parameters import ParameterField
from balance.api.questions import BALANCE, EXPLAIN, balance_question, explain_question
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.balance import BalanceSerializer, ExplanationSerializer
from balance.api.tables import csv_response
from balance.api.views.reading import Reading
from balance.operations.answers import balance_answer, explain_answer
from balance.operations.intervals import add_intervals
from balance.tasks import wake_run

OF_THE_POINT = (
    "date",
    "start",
    "end",
    "balance",
    "effective_poles",
    "hhi",
    "coverage",
    "reason",
    "flags",
)
OF_THE_CONTRIBUTION = (
    "event",
    "title",
    "date",
    "end",
    "precision",
    "part",
    "cooperation",
    "conflict",
)
OF_THE_POLE = (
    "share",
    "friction",
    "tone",
    "cooperation",
    "conflict",
    "events",
    "low",
    "high",
    "lead_probability",
)
ENDS_OF_THE_POINT = ("balance", "effective_poles")
ENDS_OF_THE_POLE = ("friction", "tone")
ENDS = [f"{n}_{end}" for n in ENDS_OF_THE_POINT + ENDS_OF_THE_POLE for end in ("low", "high")]


class BalanceView(Reading):
    """Where the focus stands between the poles, point by point.

    As CSV: a row for each point and pole, and for what no pole takes (`other`).
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    address = "The focus's code, such as AZE."

    def parameter_fields(self) -> Mapping[str, ParameterField]:
        """Return what can be asked."""
        return BALANCE

    @extend_schema(operation_id="balance_retrieve", responses=BalanceSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        now = timezone.now()
        question = balance_question(focus, request.query_params, now=now)
        answer = balance_answer(question=question, today=now.date())
        if question.interval and (waiting := add_intervals(answer)):
            wake_run(waiting)
        if request.accepted_renderer.format == "csv":
            columns = [*OF_THE_POINT, "pole", *OF_THE_POLE, *ENDS]
            return csv_response(_rows(answer), columns=columns, name=f"balance-{focus}", spread={})
        return Response(answer)


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each point and pole, and for OTHER."""
    for point in answer["points"]:
        whole = {name: point[name] for name in OF_THE_POINT} | _ends(point, ENDS_OF_THE_POINT)
        for code, part in (*point["poles"].items(), ("other", point["other"])):
            own = {name: part.get(name) for name in OF_THE_POLE} | _ends(part, ENDS_OF_THE_POLE)
            yield {**whole, "pole": code, **own}


def _ends(part: dict[str, Any], names: tuple[str, ...]) -> dict[str, float | None]:
    """Return low and high of each number as columns."""
    found = {name: part.get("intervals", {}).get(name) or (None, None) for name in names}
    return {
        f"{name}_{end}": value
        for name, pair in found.items()
        for end, value in zip(("low", "high"), pair, strict=True)
    }


class ExplainView(Reading):
    """Which events made a pole's stock rise or fall between the ends of two days.

    As CSV: a row for each contribution.
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    address = "The focus's code, such as AZE."

    def parameter_fields(self) -> Mapping[str, ParameterField]:
        """Return what can be asked."""
        return EXPLAIN

    @extend_schema(operation_id="explain_retrieve", responses=ExplanationSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        question, pole, from_day, to_day = explain_question(
            focus, request.query_params, now=timezone.now()
        )
        answer = explain_answer(question=question, pole=pole, from_day=from_day, to_day=to_day)
        if request.accepted_renderer.format == "csv":
            rows = answer["contributions"]
            name = f"explain-{focus}-{pole}"
            return csv_response(rows, columns=list(OF_THE_CONTRIBUTION), name=name, spread={})
        return Response(answer)
