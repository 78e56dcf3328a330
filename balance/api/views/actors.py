"""Foci, poles and actors."""

from typing import Any

from django.db.models import F, Model, Prefetch, QuerySet
from django.http import Http404

from balance.api import columns
from balance.api.filters.actors import ActorFilter, FocusFilter, PoleFilter
from balance.api.serializers.actors import ActorSerializer, FocusSerializer, PoleSerializer
from balance.api.views.reading import Listing
from balance.models import Actor, Alias, Focus, Pole, PoleMembership
from balance.models.history import STANDING

MEMBERSHIPS = PoleMembership.objects.filter(STANDING)


class FocusViewSet(Listing):
    """The countries whose foreign policy is tracked."""

    queryset = (
        Focus.objects.annotate(code=F("actor__code"), name=F("actor__name"))
        .select_related("actor", "scheme")
        .prefetch_related("scheme__poles")
    )
    serializer_class = FocusSerializer
    filterset_class = FocusFilter
    lookup_field = "actor__code"
    lookup_url_kwarg = "code"
    address = "The focus's code, such as AZE."
    default_ordering = "code"
    orderings = {"code": "code", "name": "name"}


class PoleViewSet(Listing):
    """The great powers, or groups that count as one, and who was in each of them when."""

    queryset = Pole.objects.select_related("scheme").prefetch_related(
        Prefetch(
            "memberships",
            MEMBERSHIPS.filter(actor__withdrawn_because="")
            .select_related("actor")
            .order_by("actor__code", "valid"),
            to_attr="members",
        )
    )
    serializer_class = PoleSerializer
    filterset_class = PoleFilter
    lookup_field = "code"
    lookup_url_kwarg = "code"
    address = "The pole's code, such as china."
    default_ordering = "position"
    orderings = {"position": "position", "code": "code", "name": "name"}
    spread = {"members": columns.members}

    def find(self, rows: QuerySet[Any], key: str) -> Model:
        """Return the pole; of two with one code, that of the focus on the front page.

        Raises:
            Http404: if there is none.
        """
        shown_first = F("scheme__foci__is_default").desc(nulls_last=True)
        pole = rows.filter(code=key).order_by(shown_first, "pk").first()
        if pole is None:
            raise Http404
        return pole


class ActorViewSet(Listing):
    """States, organisations, blocs, companies, people and corridors, with their poles."""

    queryset = (
        Actor.objects.standing()
        .select_related("affiliation")
        .prefetch_related(
            Prefetch("aliases", Alias.objects.own().order_by("id"), to_attr="names"),
            Prefetch(
                "pole_memberships",
                MEMBERSHIPS.select_related("pole").order_by("pole__position", "valid"),
                to_attr="places",
            ),
        )
    )
    serializer_class = ActorSerializer
    filterset_class = ActorFilter
    lookup_field = "code"
    lookup_url_kwarg = "code"
    address = "The actor's code, such as TUR."
    default_ordering = "name"
    orderings = {"name": "name", "code": "code"}
    spread = {"poles": columns.poles}
