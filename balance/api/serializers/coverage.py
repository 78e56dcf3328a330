"""What the numbers rest on, for the schema only: the queries make it."""

from rest_framework import serializers

from balance.api.serializers.balance import (
    LineSerializer,
    PointSerializer,
    ProvenanceSerializer,
    number,
)
from balance.api.serializers.reasons import ToldEventSerializer

WARNINGS = ("few_articles", "one_outlet", "one_event", "no_source")


class PoleEvidenceSerializer(serializers.Serializer):
    """What the numbers of a pole, or of what no pole takes, rest on."""

    events = serializers.FloatField(help_text="Counted beside the stock of the day.")
    articles = serializers.IntegerField(help_text="That support any of them.")
    outlets = serializers.IntegerField()
    unsourced = serializers.FloatField(
        allow_null=True,
        help_text="The part of the events without an article; null where there is no event.",
    )
    outlet = serializers.CharField(
        allow_null=True, help_text="On which alone most of the events rest."
    )
    outlet_alone = number(help_text="The part of the events that rest on it alone.")
    event = ToldEventSerializer(allow_null=True, help_text="That brings most cooperation.")
    event_part = number(help_text="Its part of the cooperation.")
    warnings = serializers.ListField(child=serializers.ChoiceField(choices=WARNINGS))


class EvidenceOfYearPoleSerializer(serializers.Serializer):
    events = serializers.FloatField()
    articles = serializers.IntegerField()


class EvidenceOfYearSerializer(serializers.Serializer):
    start = serializers.DateField()
    end = serializers.DateField()
    poles = serializers.DictField(child=EvidenceOfYearPoleSerializer(), help_text="And other.")


class OutletEvidenceSerializer(serializers.Serializer):
    outlet = serializers.CharField()
    country = serializers.CharField(allow_null=True, help_text="Null: not stated.")
    country_name = serializers.CharField(allow_null=True)
    events = serializers.FloatField(help_text="That it reports.")
    alone = serializers.FloatField(help_text="That rest on it alone.")
    poles = serializers.DictField(child=serializers.FloatField(), help_text="Events; and other.")


class CountryEvidenceSerializer(serializers.Serializer):
    country = serializers.CharField(allow_null=True, help_text="Null: not stated.")
    country_name = serializers.CharField(allow_null=True)
    articles = serializers.IntegerField()
    part = serializers.FloatField()


class CoverageSerializer(ProvenanceSerializer):
    """What the stock of a day rests on: events, articles, outlets and their countries."""

    on = serializers.DateField()
    half_life = serializers.FloatField(help_text="Days.")
    poles = LineSerializer(many=True)
    point = PointSerializer(help_text="The numbers of that day.")
    evidence = serializers.DictField(child=PoleEvidenceSerializer(), help_text="And other.")
    periods = EvidenceOfYearSerializer(many=True)
    outlets = OutletEvidenceSerializer(many=True)
    countries = CountryEvidenceSerializer(many=True)
