"""The answers of other cuts through the series, for the schema only: the queries make them."""

from rest_framework import serializers

from balance.api.serializers.balance import (
    LineSerializer,
    OtherPointSerializer,
    PoleThenAndNowSerializer,
    ProvenanceSerializer,
    number,
)
from balance.compute.periods import STEPS
from balance.models import Dimension
from balance.queries.questions import KERNELS

RUNS = serializers.ListField(
    child=serializers.ListField(child=serializers.FloatField(), min_length=3, max_length=3),
    help_text="Runs of days with the same number: the place of the first, how many, which.",
)


class SeriesAnswerSerializer(ProvenanceSerializer):
    stale = serializers.BooleanField(help_text="Whether events changed since.")


class AmountsSerializer(serializers.Serializer):
    poles = serializers.DictField(child=OtherPointSerializer())
    other = OtherPointSerializer()


class MatrixRowSerializer(AmountsSerializer):
    dimension = serializers.ChoiceField(choices=Dimension.choices)


class MatrixSerializer(SeriesAnswerSerializer):
    """The stock of each dimension with each pole; the totals are those of the balance."""

    on = serializers.DateField()
    half_life = serializers.FloatField()
    dimensions = serializers.ListField(child=serializers.ChoiceField(choices=Dimension.choices))
    poles = LineSerializer(many=True)
    rows = MatrixRowSerializer(many=True)
    total = AmountsSerializer()


class ShiftSerializer(SeriesAnswerSerializer):
    """How much of the engagement changed poles between two days."""

    to = serializers.DateField()
    half_life = serializers.FloatField()
    shift = number(help_text="Half the sum of the absolute changes of the shares, 0 to 1.")
    reasons = serializers.DictField(
        child=serializers.CharField(allow_null=True), help_text="Why a day has no shares."
    )
    poles = PoleThenAndNowSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field]:
        """Return the fields; one has a name that Python keeps for itself."""
        return {**super().get_fields(), "from": serializers.DateField()}


class TiltPointSerializer(serializers.Serializer):
    date = serializers.DateField(help_text="The last day of the period.")
    start = serializers.DateField()
    end = serializers.DateField()
    tilt = number(help_text="From -1, all with b, to 1, all with a.")
    reason = serializers.CharField(allow_null=True, help_text="Why the tilt is null.")
    cooperation_a = serializers.FloatField()
    cooperation_b = serializers.FloatField()


class TiltSerializer(SeriesAnswerSerializer):
    """How far cooperation leans from one pole to another over time."""

    a = serializers.CharField()
    b = serializers.CharField()
    step = serializers.ChoiceField(choices=STEPS)
    kernel = serializers.ChoiceField(choices=KERNELS)
    half_life = serializers.FloatField()
    start = serializers.DateField()
    end = serializers.DateField()
    points = TiltPointSerializer(many=True)


class LaneSerializer(serializers.Serializer):
    dimension = serializers.ChoiceField(choices=Dimension.choices)
    pole = serializers.CharField(help_text="The code of a pole, or other.")
    cooperation = RUNS
    conflict = RUNS
    begun = RUNS
    ended = RUNS


class DailySerializer(SeriesAnswerSerializer):
    """The daily series that all numbers follow from, unweighted."""

    first_day = serializers.DateField(help_text="The day of place 0.")
    days = serializers.IntegerField()
    dimensions = serializers.ListField(child=serializers.ChoiceField(choices=Dimension.choices))
    poles = LineSerializer(many=True)
    lanes = LaneSerializer(many=True, help_text="Those with anything in them.")
