"""Why the balance is what it is: pivots, the largest events, and what one event gave."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.parameters import ParameterField
from balance.api.questions import EFFECT, METHOD, MOVERS, PIVOTS, method_question, read
from balance.api.serializers.reasons import (
    EffectSerializer,
    MoversSerializer,
    PivotsSerializer,
)
from balance.api.views.reading import Reading
from balance.models import Event
from balance.operations.answers import event_effect, top_events
from balance.operations.pivots import pivots_answer, pivots_so_far
from balance.queries.questions import BalanceQuestion
from balance.tasks import wake_run


class BelowFocus(Reading):
    """An address below the balance of a focus, which declares what can be asked."""

    address = "The focus's code, such as AZE."
    fields: ClassVar[Mapping[str, ParameterField]] = METHOD

    def parameter_fields(self) -> Mapping[str, ParameterField]:
        """Return what can be asked."""
        return self.fields


class Reason(BelowFocus):
    """An address below the balance of a focus that asks for a method, and perhaps a last day."""

    def asked(self, request: Request, focus: str) -> tuple[BalanceQuestion, date, dict[str, Any]]:
        """Return the question, today, and all parameters."""
        now = timezone.now()
        parameters = read(self.fields, request.query_params, now=now)
        return method_question(focus, parameters), now.date(), parameters


class PivotsView(Reason):
    """When the composition of relations changed for good; weaker signs are marked as such."""

    fields = PIVOTS

    @extend_schema(operation_id="pivots_retrieve", responses=PivotsSerializer)
    def get(self, request: Request, focus: str) -> Response:
        """Answer the question."""
        question, today, parameters = self.asked(request, focus)
        if parameters["wait"] != "0":
            return Response(pivots_answer(question=question, today=today))
        answer, outcome = pivots_so_far(question=question, today=today)
        if outcome.waiting:
            wake_run(outcome.waiting)
        return Response(answer)


class MoversView(Reason):
    """The events that brought most to the poles in the year up to a day."""

    fields = MOVERS

    @extend_schema(operation_id="movers_retrieve", responses=MoversSerializer)
    def get(self, request: Request, focus: str) -> Response:
        """Answer the question."""
        question, today, parameters = self.asked(request, focus)
        pole = parameters["pole"] or ""
        return Response(top_events(question=question, today=today, pole=pole))


class EffectView(Reason):
    """What one confirmed event gave to each pole: on its last day, and today."""

    fields = EFFECT

    @extend_schema(operation_id="effect_retrieve", responses=EffectSerializer)
    def get(self, request: Request, focus: str) -> Response:
        """Answer the question."""
        question, today, parameters = self.asked(request, focus)
        event = get_object_or_404(Event.objects.confirmed(), pk=int(parameters["event"]))
        return Response(event_effect(event=event, question=question, today=today))
