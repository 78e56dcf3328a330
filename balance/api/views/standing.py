"""Ties, measured dependence and claims."""

from datetime import date
from functools import cached_property

from django.db.models import F, Prefetch
from django.db.models.functions import Coalesce
from django.utils import timezone

from balance.api import columns
from balance.api.filters.standing import (
    ClaimFilter,
    IndicatorFilter,
    ObservationFilter,
    TieFilter,
)
from balance.api.serializers.evidence import with_evidence
from balance.api.serializers.standing import (
    ClaimSerializer,
    IndicatorSerializer,
    ObservationSerializer,
    TieSerializer,
)
from balance.api.views.reading import Listing
from balance.models import Claim, Indicator, Observation, Pole, Tie
from balance.models.history import STANDING
from balance.operations.claims import ClaimChecks


class TieViewSet(Listing):
    """Dated standing relations; `on` keeps those in force that day."""

    queryset = (
        Tie.objects.standing()
        .annotate(begins=Coalesce(F("valid__startswith"), date.min))
        .select_related("actor_a", "actor_b", "kind")
        .prefetch_related(with_evidence("tie_id"))
    )
    serializer_class = TieSerializer
    filterset_class = TieFilter
    lookup_url_kwarg = "id"
    address = "The tie's id."
    default_ordering = "-start"
    orderings = {"start": "begins", "slug": "slug", "confidence": "confidence", "id": "id"}
    spread = {"evidence": columns.evidence}


class IndicatorViewSet(Listing):
    """What is measured between two actors, and in which unit."""

    queryset = Indicator.objects.all()
    serializer_class = IndicatorSerializer
    filterset_class = IndicatorFilter
    lookup_field = "code"
    lookup_url_kwarg = "code"
    address = "The indicator's code."
    default_ordering = "code"
    orderings = {"code": "code", "name": "name"}


class ObservationViewSet(Listing):
    """Figures of the indicators, each with its source; conflicting ones stand side by side."""

    queryset = (
        Observation.objects.filter(STANDING)
        .annotate(begins=F("valid__startswith"))
        .select_related("indicator", "actor", "partner")
        .prefetch_related(with_evidence("observation_id"))
    )
    serializer_class = ObservationSerializer
    filterset_class = ObservationFilter
    lookup_url_kwarg = "id"
    address = "The observation's id."
    default_ordering = "-start"
    orderings = {"start": "begins", "value": "value", "confidence": "confidence", "id": "id"}
    spread = {"evidence": columns.evidence}


class ClaimViewSet(Listing):
    """What somebody said, newest first: assessments, forecasts, commitments, intentions."""

    queryset = (
        Claim.objects.filter(STANDING)
        .select_related("focus__actor", "speaker")
        .prefetch_related(
            Prefetch("poles", Pole.objects.order_by("position"), to_attr="about_poles"),
            with_evidence("claim_id"),
        )
    )
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilter
    lookup_url_kwarg = "id"
    address = "The claim's id."
    default_ordering = "-start"
    orderings = {"start": "start", "slug": "slug", "id": "id"}
    spread = {"check": columns.check, "evidence": columns.evidence}

    @cached_property
    def checks(self) -> ClaimChecks:
        """What the numbers say: read once for all claims of the answer."""
        return ClaimChecks(today=timezone.localdate())
