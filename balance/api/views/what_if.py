"""What if: the balance under a reader's settings, and what it takes to reckon it elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.questions import DAILY, WHAT_IF, over_time, settings_of
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.what_if import ImpactsSerializer, WhatIfSerializer
from balance.api.tables import csv_response
from balance.api.views.reasons import Reason
from balance.operations.what_if import impacts_answer, what_if_answer

OF_THE_POINT = ("date", "start", "end", "balance", "effective_poles", "hhi", "coverage", "reason")
OF_THE_POLE = ("share", "friction", "tone", "cooperation", "conflict", "events")


class WhatIfView(Reason):
    """The balance under a reader's settings, and the default's points beside it.

    As CSV: a row for each point and pole, and for what no pole takes (`other`); the default's
    share beside the share.
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    fields = WHAT_IF

    @extend_schema(operation_id="what_if_retrieve", responses=WhatIfSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        _question, today, asked = self.asked(request, focus)
        question, settings = over_time(focus, asked), settings_of(asked)
        answer = what_if_answer(question=question, settings=settings, today=today)
        if request.accepted_renderer.format == "csv":
            columns = [*OF_THE_POINT, "pole", *OF_THE_POLE, "default_share"]
            return csv_response(_rows(answer), columns=columns, name=f"what-if-{focus}", spread={})
        return Response(answer)


class ImpactsView(Reason):
    """What each event gives to each pole, as columns, for those who reckon themselves.

    Days are places counted from `first_day`. `impacts` are pieces of an event on days alike:
    points a day, cooperation above 0, conflict below. `counts` have each event's parts for
    counting. A pole is a place among `poles`, the next one is what no pole takes.
    """

    fields = DAILY

    @extend_schema(operation_id="impacts_retrieve", responses=ImpactsSerializer)
    def get(self, request: Request, focus: str) -> Response:
        """Answer the question."""
        question, _today, _parameters = self.asked(request, focus)
        return Response(impacts_answer(question=question))


def _rows(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each point and pole, and for OTHER."""
    for point, usual in zip(answer["points"], answer["default"]["points"], strict=True):
        whole = {name: point[name] for name in OF_THE_POINT}
        for code, part in (*point["poles"].items(), ("other", point["other"])):
            own = {name: part.get(name) for name in OF_THE_POLE}
            default = usual["poles"].get(code, {}).get("share")
            yield {**whole, "pole": code, **own, "default_share": default}
