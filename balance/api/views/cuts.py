"""Other cuts through the series: dimension by pole, two days, two poles, and the bare days."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.questions import DAILY, MATRIX, SHIFT, TILT, over_time
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.cuts import (
    DailySerializer,
    MatrixSerializer,
    ShiftSerializer,
    TiltSerializer,
)
from balance.api.tables import csv_response
from balance.api.views.reasons import Reason
from balance.operations.cuts import daily_answer, matrix_answer, shift_answer, tilt_answer

OF_THE_CELL = ["dimension", "pole", "cooperation", "conflict", "events"]
OF_THE_TILT = ["date", "start", "end", "tilt", "reason", "cooperation_a", "cooperation_b"]


class MatrixView(Reason):
    """The stock of each dimension with each pole at the end of a day.

    As CSV: a row for each dimension and pole, and the totals (`total`).
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    fields = MATRIX

    @extend_schema(operation_id="matrix_retrieve", responses=MatrixSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        question, today, parameters = self.asked(request, focus)
        answer = matrix_answer(question=question, on=parameters["on"] or question.last_day(today))
        if request.accepted_renderer.format == "csv":
            name = f"matrix-{focus}"
            return csv_response(_cells(answer), columns=OF_THE_CELL, name=name, spread={})
        return Response(answer)


class ShiftView(Reason):
    """How much of the engagement changed poles between the ends of two days."""

    fields = SHIFT

    @extend_schema(operation_id="shift_retrieve", responses=ShiftSerializer)
    def get(self, request: Request, focus: str) -> Response:
        """Answer the question."""
        question, _today, asked = self.asked(request, focus)
        return Response(shift_answer(question=question, from_day=asked["from"], to_day=asked["to"]))


class TiltView(Reason):
    """How far cooperation leans from pole b to pole a, over time.

    As CSV: a row for each point.
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    fields = TILT

    @extend_schema(operation_id="tilt_retrieve", responses=TiltSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        _question, today, asked = self.asked(request, focus)
        question = over_time(focus, asked)
        answer = tilt_answer(question=question, a=asked["a"], b=asked["b"], today=today)
        if request.accepted_renderer.format == "csv":
            name = f"tilt-{focus}"
            return csv_response(answer["points"], columns=OF_THE_TILT, name=name, spread={})
        return Response(answer)


class DailyView(Reason):
    """The daily series that all numbers follow from, for those who reckon themselves.

    Unweighted, in runs: `[place, days, number]` says that so many days from that place on,
    counted from `first_day`, have the number; all other days have 0.
    """

    fields = DAILY

    @extend_schema(operation_id="daily_retrieve", responses=DailySerializer)
    def get(self, request: Request, focus: str) -> Response:
        """Answer the question."""
        question, _today, _parameters = self.asked(request, focus)
        return Response(daily_answer(question=question))


def _cells(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each dimension and pole, and for OTHER; the totals last."""
    for row in (*answer["rows"], {"dimension": "total", **answer["total"]}):
        for code, amounts in (*row["poles"].items(), ("other", row["other"])):
            yield {"dimension": row["dimension"], "pole": code, **amounts}
