"""The answers of the lenses beside the events, for the schema only: the queries make them."""

from rest_framework import serializers

from balance.api.serializers.balance import ProvenanceSerializer, UsedMethodologySerializer, number
from balance.models import DatePrecision, Dimension, Ladder
from balance.queries.dependence import BASES, KINDS
from balance.queries.lenses import MEASURES
from balance.queries.questions import KERNELS


def precision() -> serializers.ChoiceField:
    """Return how precisely an end is known, null where it is not stated or still to come."""
    return serializers.ChoiceField(choices=DatePrecision.choices, allow_null=True)


class LensSerializer(serializers.Serializer):
    """What every number of these lenses carries; it is computed as it is asked for."""

    focus = serializers.CharField()
    focus_name = serializers.CharField()
    scheme = serializers.CharField()
    methodology = UsedMethodologySerializer()
    as_of = serializers.DateTimeField(allow_null=True)
    data_version = serializers.CharField(help_text="A digest of the rows behind the answer.")


class RungSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    rank = serializers.IntegerField(help_text="1 is the lowest rung.")


class StepSerializer(serializers.Serializer):
    """A span of days through which the same rung was the highest."""

    rung = RungSerializer()
    start = serializers.DateField(allow_null=True, help_text="Null: not stated.")
    start_precision = precision()
    end = serializers.DateField(allow_null=True, help_text="Null: it lasts.")
    end_precision = precision()


class StandingCellSerializer(serializers.Serializer):
    """Where the focus stands on one ladder."""

    rung = RungSerializer(allow_null=True, help_text="The highest in force; null: none.")
    ties = serializers.ListField(
        child=serializers.IntegerField(), help_text="Ids of those in force, highest rung first."
    )
    marks = serializers.ListField(
        child=serializers.IntegerField(), help_text="Ids of those in force that have no rank."
    )
    steps = StepSerializer(many=True)


class StandingLaddersSerializer(serializers.Serializer):
    bilateral = StandingCellSerializer()
    membership = StandingCellSerializer()
    conflict = StandingCellSerializer()


class StandingPoleSerializer(serializers.Serializer):
    """A pole, or an actor that is in none."""

    code = serializers.CharField()
    name = serializers.CharField()
    ladders = StandingLaddersSerializer()


class StandingOtherSerializer(serializers.Serializer):
    """Organisations of several poles or none, and actors of none."""

    ladders = StandingLaddersSerializer()
    actors = StandingPoleSerializer(many=True)


class CitedSerializer(serializers.Serializer):
    article = serializers.IntegerField()
    outlet = serializers.CharField()
    url = serializers.CharField(allow_null=True)


class StandingTieSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    slug = serializers.CharField()
    actor_a = serializers.CharField()
    actor_a_name = serializers.CharField()
    actor_b = serializers.CharField()
    actor_b_name = serializers.CharField()
    ladder = serializers.ChoiceField(choices=Ladder.choices)
    kind = serializers.CharField()
    kind_name = serializers.CharField()
    rank = serializers.IntegerField(allow_null=True, help_text="Null: a mark, or not ranked.")
    label = serializers.CharField()  # type: ignore[assignment]  # Field has a `label` too.
    about = serializers.CharField()
    start = serializers.DateField(allow_null=True, help_text="Null: not stated.")
    start_precision = precision()
    end = serializers.DateField(allow_null=True, help_text="Null: it lasts.")
    end_precision = precision()
    confidence = serializers.FloatField()
    in_force = serializers.BooleanField()
    articles = CitedSerializer(many=True)


class OwnTieSerializer(StandingTieSerializer):
    """A tie of the focus, seen from it."""

    partner = serializers.CharField()
    partner_name = serializers.CharField()
    poles = serializers.ListField(
        child=serializers.CharField(), help_text="In which the partner was while the tie stood."
    )


class TiedActorSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    poles = serializers.ListField(child=serializers.CharField())


class BetweenOthersSerializer(serializers.Serializer):
    """The ties in force that day between actors of which neither is the focus."""

    actors = TiedActorSerializer(
        many=True, help_text="Whoever has such a tie, memberships aside, on whatever day."
    )
    ties = StandingTieSerializer(many=True)


class LadderSerializer(serializers.Serializer):
    code = serializers.CharField()
    rungs = RungSerializer(many=True, help_text="The lowest first.")


class StandingSerializer(LensSerializer):
    """The rungs on a day, and the steps of all time."""

    on = serializers.DateField()
    ladders = LadderSerializer(many=True)
    poles = StandingPoleSerializer(many=True)
    other = StandingOtherSerializer()
    ties = OwnTieSerializer(many=True)
    between_others = BetweenOthersSerializer(required=False)


class PoleNameSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()


class MeasuredShareSerializer(serializers.Serializer):
    """A pole's share; null with its bounds where outlets contradict each other."""

    share = number(help_text="Of the total, 0 to 1.")
    low = number(help_text="By the figures that give least.")
    high = number(help_text="By the figures that give most.")
    reason = serializers.CharField(allow_null=True, help_text="Why the share is null.")
    figures = serializers.ListField(child=serializers.IntegerField(), help_text="Their ids.")


class TotalSerializer(serializers.Serializer):
    low = serializers.FloatField()
    high = serializers.FloatField()


class MeasuredPeriodSerializer(serializers.Serializer):
    """One period; who was in which pole is that of its first day."""

    start = serializers.DateField()
    end = serializers.DateField()
    basis = serializers.ChoiceField(
        choices=BASES, help_text="Of the reported total, of the partners listed, or as stated."
    )
    total = TotalSerializer(allow_null=True)
    partners = serializers.ListField(child=serializers.CharField())
    poles = serializers.DictField(child=MeasuredShareSerializer())
    other = MeasuredShareSerializer()


class MeasuredIndicatorSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField()
    kind = serializers.ChoiceField(
        choices=KINDS, help_text="An amount to share out, a share as stated, or neither."
    )
    periods = MeasuredPeriodSerializer(many=True)


class FigureSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    indicator = serializers.CharField()
    partner = serializers.CharField()
    partner_name = serializers.CharField()
    start = serializers.DateField()
    end = serializers.DateField()
    value = serializers.FloatField()
    confidence = serializers.FloatField()
    note = serializers.CharField()
    conflicting = serializers.BooleanField(
        help_text="Another figure of the same partner and period says something else."
    )
    articles = CitedSerializer(many=True)


class DependenceSerializer(LensSerializer):
    """Each pole's share of each indicator, period by period, and every figure behind it."""

    poles = PoleNameSerializer(many=True)
    indicators = MeasuredIndicatorSerializer(many=True)
    figures = FigureSerializer(many=True)


class ComparedSerializer(serializers.Serializer):
    measured = number(help_text="A share, or the mean of the members' index.")
    events = number(help_text="The pole's share of cooperation, by events.")


class ComparedPeriodSerializer(serializers.Serializer):
    start = serializers.DateField()
    end = serializers.DateField()
    poles = serializers.DictField(child=ComparedSerializer())


class CorrelationSerializer(serializers.Serializer):
    rho = number(help_text="Spearman's, -1 to 1.")
    n = serializers.IntegerField(help_text="Periods of poles of which both are known.")
    reason = serializers.CharField(allow_null=True, help_text="Why rho is null.")


class ComparedIndicatorSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField()
    measure = serializers.ChoiceField(choices=MEASURES)
    periods = ComparedPeriodSerializer(many=True)
    overall = CorrelationSerializer()
    poles = serializers.DictField(child=CorrelationSerializer())


class LensesSerializer(ProvenanceSerializer):
    """Indicators beside the event shares of the same periods."""

    stale = serializers.BooleanField()
    kernel = serializers.ChoiceField(choices=KERNELS)
    half_life = serializers.FloatField()
    dimensions = serializers.ListField(child=serializers.ChoiceField(choices=Dimension.choices))
    poles = PoleNameSerializer(many=True)
    figures_version = serializers.CharField(help_text="A digest of the figures' rows.")
    indicators = ComparedIndicatorSerializer(many=True)
