"""Events."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpResponseBase
from django.utils.cache import patch_cache_control
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from articles.api.filters import Filtering
from articles.api.parameters import ParameterField
from balance.api import columns
from balance.api.filters.events import PUBLIC, EventFilter
from balance.api.renderers import CsvRenderer, JsonRenderer
from balance.api.serializers.events import EventSerializer, TallySerializer, with_participants
from balance.api.serializers.evidence import with_evidence
from balance.api.tables import csv_response
from balance.api.views.reading import Listing, Reading
from balance.models import Event, Methodology, Scale
from balance.queries.events import by_year, count_events
from balance.queries.pages import default_focus, pole_names


class EventViewSet(Listing):
    """Real-world acts, newest first, with who took part and the sentences that say so.

    Only confirmed events, unless `status` asks for withdrawn ones.
    """

    queryset = (
        Event.objects.select_related("event_type", "cameo_code")
        .prefetch_related(with_participants(), with_evidence("event_id"))
        .defer("search", "event_type__description")
    )
    serializer_class = EventSerializer
    filterset_class = EventFilter
    lookup_url_kwarg = "id"
    address = "The event's id or slug."
    default_ordering = "-start"
    orderings = {
        "start": "start",
        "end": "end",
        "title": "title",
        "confidence": "confidence",
        "created_at": "created_at",
        "updated_at": "updated_at",
        "id": "id",
    }
    spread = {"participants": columns.participants, "evidence": columns.evidence}

    def find(self, rows: QuerySet[Any], key: str) -> Model:
        """Return the event of the id, else of the slug.

        Raises:
            Http404: if readers see no such event.
        """
        public = rows.filter(status__in=PUBLIC)
        if re.fullmatch(r"[0-9]{1,18}", key):
            found = public.filter(pk=key).first()
            if found:
                return found
        if not re.fullmatch(r"[-\w]+", key, re.ASCII):
            raise NotFound
        return get_object_or_404(public, slug=key)

    def get_serializer_context(self) -> dict[str, Any]:
        """Add the scale in which intensities are shown."""
        published = Methodology.objects.published().values_list("scale", flat=True).first()
        return {**super().get_serializer_context(), "scale": published or Scale.GOLDSTEIN}

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep the editors' queue out of every cache."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if {"proposed", "rejected"} & set(request.GET.get("status", "").split(",")):
            patch_cache_control(response, private=True, no_store=True)
        return response


class TallyView(Reading):
    """How many events the filters of `events/` keep: all, and by pole, dimension and year.

    An event with members of several poles counts for each. The poles are those of the default
    focus. As CSV: a row for each count, the first for all.
    """

    renderer_classes = [JsonRenderer, CsvRenderer]
    filterset_class = EventFilter

    def parameter_fields(self) -> Mapping[str, ParameterField]:
        """Return the filters of the list."""
        return {name: keep.field for name, keep in EventFilter.base_filters.items()}

    @extend_schema(operation_id="events_tally_retrieve", responses=TallySerializer)
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the counts."""
        events: Any = Filtering().filter_queryset(request, Event.objects.all(), self)
        focus = default_focus()
        names = pole_names(focus) if focus else {}
        found = count_events(events, names, focus.scheme_id if focus else None)
        answer = {
            "scheme": focus.scheme.code if focus else None,
            "events": found.events,
            "start": found.first,
            "end": found.end,
            "poles": [
                {"code": code, "name": name, "events": found.poles[code]}
                for code, name in names.items()
            ],
            "dimensions": [
                {"dimension": name, "events": number} for name, number in found.dimensions.items()
            ],
            "years": [{"year": year, "events": n} for year, n in by_year(events).items()],
        }
        if request.accepted_renderer.format == "csv":
            columns = ["of", "what", "events"]
            return csv_response(_counts(answer), columns=columns, name="events-tally", spread={})
        return Response(answer)


def _counts(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each count."""
    yield {"of": "all", "what": "", "events": answer["events"]}
    for of, name in (("pole", "code"), ("dimension", "dimension"), ("year", "year")):
        for row in answer[f"{of}s"]:
            yield {"of": of, "what": row[name], "events": row["events"]}
