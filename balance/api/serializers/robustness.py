"""The answer about robustness, for the schema only: the queries make it."""

from rest_framework import serializers

from balance.api.serializers.balance import ProvenanceSerializer
from balance.api.serializers.reasons import ToldEventSerializer


class NamedPoleSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    color = serializers.CharField()


class SharesSerializer(serializers.Serializer):
    shares = serializers.DictField(
        child=serializers.FloatField(allow_null=True), help_text="By pole; null without any."
    )
    leader = serializers.CharField(
        allow_null=True, help_text="The pole with the largest share; null if several, or none."
    )


class VariantSerializer(SharesSerializer):
    """One choice changed."""

    key = serializers.CharField(help_text="Names the variant, as in ?variant= of the page.")
    kind = serializers.ChoiceField(choices=("scale", "half_life", "outlet", "event"))
    label = serializers.CharField()  # type: ignore[assignment]
    events = ToldEventSerializer(many=True, help_text="Those left out.")
    same_leader = serializers.BooleanField()
    same_ranking = serializers.BooleanField()


class CountsSerializer(serializers.Serializer):
    variants = serializers.IntegerField()
    same_leader = serializers.IntegerField()
    same_ranking = serializers.IntegerField()


class RobustnessSerializer(ProvenanceSerializer):
    """The shares on a day, with one choice changed at a time."""

    on = serializers.DateField()
    half_life = serializers.FloatField()
    poles = NamedPoleSerializer(many=True)
    default = SharesSerializer()
    counts = CountsSerializer()
    variants = VariantSerializer(many=True)
