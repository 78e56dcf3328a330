"""The answers about the balance, for the schema only: the queries make them."""

from typing import Any

from rest_framework import serializers

from balance.compute.periods import STEPS
from balance.models import Dimension, Pole, Precision, Scale
from balance.queries.questions import KERNELS


def number(**kwargs: Any) -> serializers.FloatField:
    """Return a number that may be null."""
    return serializers.FloatField(allow_null=True, **kwargs)


STATES = ("computed", "pending", "failed")
INTERVALS = serializers.DictField(
    required=False,
    child=serializers.ListField(
        child=serializers.FloatField(), min_length=2, max_length=2, allow_null=True
    ),
    help_text="Low and high of the 90 % interval of each number that has one.",
)


class UsedMethodologySerializer(serializers.Serializer):
    version = serializers.CharField()
    scale = serializers.ChoiceField(choices=Scale.choices)
    half_life = serializers.FloatField()
    kappa = serializers.FloatField()
    dimension_weights = serializers.DictField(child=serializers.FloatField())


class ProvenanceSerializer(serializers.Serializer):
    """What every number carries."""

    focus = serializers.CharField()
    focus_name = serializers.CharField()
    scheme = serializers.CharField()
    methodology = UsedMethodologySerializer()
    dataset = serializers.CharField()
    data_version = serializers.CharField(help_text="A digest of all that enters the numbers.")
    as_of = serializers.DateTimeField(allow_null=True)
    computed_at = serializers.DateTimeField(help_text="When that version was computed.")


class LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Pole
        fields = ["code", "name", "color", "color_dark", "dash"]


class PolePointSerializer(serializers.Serializer):
    share = number(help_text="Of the cooperation with all poles, 0 to 1.")
    friction = number(help_text="Of the conflict with all poles, 0 to 1.")
    tone = number(help_text="From -1, conflict, to 1, cooperation.")
    cooperation = serializers.FloatField(help_text="Intensity points.")
    conflict = serializers.FloatField(help_text="Intensity points.")
    events = serializers.FloatField()
    reason = serializers.CharField(allow_null=True, help_text="Why the tone is null.")
    low = number(required=False, help_text="Of the share's 90 % interval.")
    high = number(required=False, help_text="Of the share's 90 % interval.")
    lead_probability = number(required=False, help_text="That its share is the largest.")
    intervals = INTERVALS


class OtherPointSerializer(serializers.Serializer):
    cooperation = serializers.FloatField()
    conflict = serializers.FloatField()
    events = serializers.FloatField()


class PointSerializer(serializers.Serializer):
    date = serializers.DateField(help_text="The last day of the period.")
    start = serializers.DateField()
    end = serializers.DateField()
    balance = number(help_text="0: all with one pole; 1: equal shares.")
    effective_poles = number(help_text="As if so many poles had equal shares.")
    hhi = number(help_text="Concentration.")
    coverage = number(help_text="The poles' part of all cooperation.")
    reason = serializers.CharField(allow_null=True, help_text="Why the shares are null.")
    reasons = serializers.DictField(child=serializers.CharField(allow_null=True))
    flags = serializers.ListField(child=serializers.CharField())
    intervals = INTERVALS
    poles = serializers.DictField(child=PolePointSerializer())
    other = OtherPointSerializer()


class BalanceSerializer(ProvenanceSerializer):
    """The balance of a focus over time."""

    step = serializers.ChoiceField(choices=STEPS)
    kernel = serializers.ChoiceField(choices=KERNELS)
    half_life = serializers.FloatField(help_text="Days.")
    dimensions = serializers.ListField(child=serializers.ChoiceField(choices=Dimension.choices))
    start = serializers.DateField()
    end = serializers.DateField()
    stale = serializers.BooleanField(help_text="Whether events changed since.")
    intervals = serializers.ChoiceField(
        required=False,
        choices=STATES,
        help_text="Only with interval=1. Pending: the worker computes them; ask again.",
    )
    poles = LineSerializer(many=True)
    points = PointSerializer(many=True)


class ChangeSerializer(serializers.Serializer):
    difference = serializers.FloatField()
    to = serializers.FloatField()

    def get_fields(self) -> dict[str, serializers.Field]:
        """Return the fields; one has a name that Python keeps for itself."""
        return {"from": serializers.FloatField(), **super().get_fields()}


class PoleStandingSerializer(serializers.Serializer):
    cooperation = serializers.FloatField(help_text="Intensity points.")
    share = number(help_text="Of the cooperation with all poles; null without any.")


class PoleThenAndNowSerializer(serializers.Serializer):
    """A pole at the ends of both days."""

    code = serializers.CharField()
    name = serializers.CharField()
    color = serializers.CharField()
    to = PoleStandingSerializer()

    def get_fields(self) -> dict[str, serializers.Field]:
        """Return the fields; one has a name that Python keeps for itself."""
        return {**super().get_fields(), "from": PoleStandingSerializer()}


class ContributionSerializer(serializers.Serializer):
    event = serializers.IntegerField()
    title = serializers.CharField()
    date = serializers.DateField(help_text="The event's first day.")
    end = serializers.DateField()
    precision = serializers.ChoiceField(choices=Precision.choices)
    cooperation = serializers.FloatField()
    conflict = serializers.FloatField()
    part = serializers.ChoiceField(choices=("arrived", "faded"))


class ExplanationSerializer(ProvenanceSerializer):
    """Each event's exact part in a change; the parts sum to the differences."""

    pole = serializers.CharField()
    to = serializers.DateField()
    half_life = serializers.FloatField()
    cooperation = ChangeSerializer()
    conflict = ChangeSerializer()
    poles = PoleThenAndNowSerializer(many=True)
    contributions = ContributionSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field]:
        """Return the fields; one has a name that Python keeps for itself."""
        return {**super().get_fields(), "from": serializers.DateField()}
