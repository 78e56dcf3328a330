"""The answers about what-if, for the schema only: the queries make them."""

from rest_framework import serializers

from balance.api.serializers.balance import (
    BalanceSerializer,
    LineSerializer,
    PointSerializer,
    ProvenanceSerializer,
)
from balance.api.serializers.reasons import ToldEventSerializer
from balance.models import Dimension


class NamedOutletSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    name = serializers.CharField()


class SettingsSerializer(serializers.Serializer):
    """Every setting, whoever set it."""

    half_life = serializers.FloatField(help_text="Days.")
    kappa = serializers.FloatField()
    dimension_weights = serializers.DictField(child=serializers.FloatField())
    floor = serializers.FloatField(help_text="The least confidence of an event that counts.")
    without_outlets = NamedOutletSerializer(many=True)
    without_events = ToldEventSerializer(many=True)


class LeftOutSerializer(serializers.Serializer):
    """How many events the settings leave out; one may be left out for several reasons."""

    events = serializers.IntegerField()
    by_floor = serializers.IntegerField()
    by_outlet = serializers.IntegerField(help_text="Those that only the outlets support.")
    of = serializers.IntegerField(help_text="Events that count by default.")


class DefaultSerializer(serializers.Serializer):
    half_life = serializers.FloatField(help_text="Days: the methodology's.")
    points = PointSerializer(many=True)


class WhatIfSerializer(BalanceSerializer):
    """The balance under a reader's settings, and the default's points of the same periods."""

    settings = SettingsSerializer()
    left_out = LeftOutSerializer()
    default = DefaultSerializer()


def column(help_text: str = "") -> serializers.ListField:
    """Return a column of whole numbers."""
    return serializers.ListField(child=serializers.IntegerField(), help_text=help_text)


class EventColumnsSerializer(serializers.Serializer):
    id = column()
    first = column("The place of the first day.")
    days = column()
    dimension = column("The place among the dimensions.")
    confidence = serializers.ListField(child=serializers.FloatField())
    outlets = serializers.ListField(
        child=column(), help_text="The places of the outlets that support it."
    )


class ImpactColumnsSerializer(serializers.Serializer):
    event = column("The place among the events.")
    pole = column("The place among the poles; the next one is what no pole takes.")
    first = column("The place of the first day.")
    days = column()
    points = serializers.ListField(
        child=serializers.FloatField(), help_text="A day; conflict is below 0."
    )


class CountColumnsSerializer(serializers.Serializer):
    event = column("The place among the events.")
    pole = column("The place among the poles; the next one is what no pole takes.")
    share = serializers.ListField(child=serializers.FloatField())


class ImpactsSerializer(ProvenanceSerializer):
    """What each event gives to each pole, in the order in which the sums run."""

    first_day = serializers.DateField(help_text="The day of place 0.")
    days = serializers.IntegerField()
    dimensions = serializers.ListField(child=serializers.ChoiceField(choices=Dimension.choices))
    poles = LineSerializer(many=True)
    outlets = NamedOutletSerializer(many=True)
    events = EventColumnsSerializer()
    impacts = ImpactColumnsSerializer()
    counts = CountColumnsSerializer()
