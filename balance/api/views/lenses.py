"""The lenses beside the events: standing ties, measured dependence, and how they compare."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.questions import DEPENDENCE, LENSES, STANDING, lenses_question, read
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.lenses import (
    DependenceSerializer,
    LensesSerializer,
    StandingSerializer,
)
from balance.api.tables import csv_response
from balance.api.views.reasons import BelowFocus
from balance.operations.standing import dependence_answer, lenses_answer, standing_answer
from balance.queries.questions import BalanceQuestion

OF_THE_TIE = (
    "id",
    "slug",
    "actor_a",
    "actor_b",
    "partner",
    "partner_name",
    "poles",
    "ladder",
    "kind",
    "kind_name",
    "rank",
    "label",
    "about",
    "start",
    "start_precision",
    "end",
    "end_precision",
    "confidence",
    "in_force",
    "outlets",
    "urls",
)


class Lens(BelowFocus):
    """An address below the balance of a focus, as JSON and CSV."""

    renderer_classes = [JsonRenderer, CsvRenderer]


class StandingView(Lens):
    """On which rung of each ladder a focus stands with each pole, on a day and over time.

    As CSV: a row for each tie of the focus.
    """

    fields = STANDING

    @extend_schema(operation_id="standing_retrieve", responses=StandingSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        now = timezone.now()
        asked = read(self.fields, request.query_params, now=now)
        known_on = (asked["as_of"] or now).date()
        answer = standing_answer(
            question=BalanceQuestion(focus=focus, as_of=asked["as_of"]),
            on=asked["on"] or known_on,
            others=asked["others"] == "1",
        )
        if request.accepted_renderer.format == "csv":
            rows = _ties(answer)
            return csv_response(rows, columns=[*OF_THE_TIE], name=f"standing-{focus}", spread={})
        return Response(answer)


def _ties(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for tie in answer["ties"]:
        yield tie | {
            "outlets": [article["outlet"] for article in tie["articles"]],
            "urls": " ".join(article["url"] for article in tie["articles"] if article["url"]),
        }


OF_THE_PERIOD = ("start", "end", "basis")
OF_THE_SHARE = ("share", "low", "high", "reason", "figures")


class DependenceView(Lens):
    """A pole's share of imports, exports, gas, arms and what else is measured, with its sources.

    As CSV: a row for each indicator, period and pole, and for what no pole takes (`other`).
    """

    fields = DEPENDENCE

    @extend_schema(operation_id="dependence_retrieve", responses=DependenceSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        asked = read(self.fields, request.query_params, now=timezone.now())
        answer = dependence_answer(question=BalanceQuestion(focus=focus, as_of=asked["as_of"]))
        if request.accepted_renderer.format == "csv":
            columns = ["indicator", "unit", *OF_THE_PERIOD, "pole", *OF_THE_SHARE]
            name = f"dependence-{focus}"
            return csv_response(_shares(answer), columns=columns, name=name, spread={})
        return Response(answer)


def _shares(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for indicator in answer["indicators"]:
        told = {"indicator": indicator["code"], "unit": indicator["unit"]}
        for period in indicator["periods"]:
            told |= {name: period[name] for name in OF_THE_PERIOD}
            for pole, share in (*period["poles"].items(), ("other", period["other"])):
                yield {**told, "pole": pole, **share}


class LensesView(Lens):
    """Indicators beside the event shares of the same periods, with their rank correlation.

    As CSV: a row for each indicator, period and pole that has either.
    """

    fields = LENSES

    @extend_schema(operation_id="lenses_retrieve", responses=LensesSerializer)
    def get(self, request: Request, focus: str) -> HttpResponseBase:
        """Answer the question."""
        now = timezone.now()
        question = lenses_question(focus, read(self.fields, request.query_params, now=now))
        answer = lenses_answer(question=question, today=now.date())
        if request.accepted_renderer.format == "csv":
            columns = ["indicator", "unit", "start", "end", "pole", "measured", "events"]
            return csv_response(
                _compared(answer), columns=columns, name=f"lenses-{focus}", spread={}
            )
        return Response(answer)


def _compared(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for indicator in answer["indicators"]:
        for period in indicator["periods"]:
            told = {
                "indicator": indicator["code"],
                "unit": indicator["unit"],
                "start": period["start"],
                "end": period["end"],
            }
            for pole, cell in period["poles"].items():
                if cell["measured"] is not None or cell["events"] is not None:
                    yield {**told, "pole": pole, **cell}
