"""Events."""

import re
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.cache import patch_cache_control
from rest_framework.exceptions import NotFound
from rest_framework.generics import get_object_or_404

from balance.api import columns
from balance.api.filters.events import PUBLIC, EventFilter
from balance.api.serializers.events import EventSerializer, with_participants
from balance.api.serializers.evidence import with_evidence
from balance.api.views.reading import Listing
from balance.models import Event, Methodology, Scale


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
