"""The answers about reasons, for the schema only: the queries make them."""

from rest_framework import serializers

from balance.api.serializers.balance import (
    STATES,
    LineSerializer,
    PointSerializer,
    ProvenanceSerializer,
    number,
)
from balance.models import Precision
from balance.queries.questions import KERNELS


class ToldEventSerializer(serializers.Serializer):
    """An event as a reason."""

    event = serializers.IntegerField()
    title = serializers.CharField()
    date = serializers.DateField(help_text="The event's first day.")
    end = serializers.DateField()
    precision = serializers.ChoiceField(choices=Precision.choices)


class CellSerializer(serializers.Serializer):
    """The cooperation or the conflict of one pole, as a share of all impact."""

    pole = serializers.CharField()
    kind = serializers.ChoiceField(choices=("cooperation", "conflict"))
    before = serializers.FloatField(help_text="In the 365 days before.")
    after = serializers.FloatField(help_text="In the 365 days after.")


class PivotSerializer(serializers.Serializer):
    """A month at which the composition of relations changed, or may have."""

    date = serializers.DateField()
    p = serializers.FloatField(help_text="Family-wise: as rare in shuffled events, any month.")
    shift = serializers.FloatField(help_text="Part of the impact that changed its place.")
    strength = serializers.ChoiceField(choices=("pivot", "weak"))
    before = serializers.IntegerField(help_text="Events in the 365 days before.")
    after = serializers.IntegerField(help_text="Events in the 365 days after.")
    grew = CellSerializer(many=True)
    shrank = CellSerializer(many=True)
    events = ToldEventSerializer(many=True, help_text="Those that moved it most.")


class PivotsSerializer(ProvenanceSerializer):
    """Pivots at p of at most 0.05, and weak signs at p of at most 0.2."""

    state = serializers.ChoiceField(
        choices=STATES,
        help_text="Pending, only with wait=0: the worker computes them; ask again.",
    )
    results = PivotSerializer(many=True, allow_null=True, help_text="Null unless computed.")


class MovedPoleSerializer(serializers.Serializer):
    pole = serializers.CharField()
    cooperation = serializers.FloatField(help_text="What is left of it on the last day.")
    conflict = serializers.FloatField(help_text="What is left of it on the last day.")


class SourceSerializer(serializers.Serializer):
    article = serializers.IntegerField()
    outlet = serializers.CharField()
    url = serializers.CharField(allow_null=True)
    published_on = serializers.DateField(allow_null=True)


class MoverSerializer(ToldEventSerializer):
    poles = MovedPoleSerializer(many=True)
    sources = SourceSerializer(many=True)


class MoversSerializer(ProvenanceSerializer):
    """The events that brought most in the 365 days up to a day, largest first."""

    to = serializers.DateField()
    events = MoverSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field]:
        """Return the fields; one has a name that Python keeps for itself."""
        return {**super().get_fields(), "from": serializers.DateField()}


class LevelsSerializer(serializers.Serializer):
    cooperation_then = serializers.FloatField()
    conflict_then = serializers.FloatField()
    cooperation_now = serializers.FloatField()
    conflict_now = serializers.FloatField()


class AffectedPoleSerializer(LevelsSerializer):
    code = serializers.CharField()
    name = serializers.CharField()
    color = serializers.CharField()
    share_with = number(help_text="The pole's share on the event's last day.")
    share_without = number(help_text="What it would have been without the event.")


class EffectSerializer(ProvenanceSerializer):
    """What one event gave to each pole: at the end of its last day, and today."""

    event = serializers.IntegerField()
    then = serializers.DateField()
    now = serializers.DateField()
    involved = serializers.BooleanField(help_text="Whether the event involves the focus.")
    poles = AffectedPoleSerializer(many=True)
    other = LevelsSerializer()


class RevisedEventSerializer(ToldEventSerializer):
    what = serializers.ChoiceField(
        choices=("recorded", "changed", "left_out"), help_text="What became of it since."
    )


class RevisionSerializer(serializers.Serializer):
    """The month as it was known on a day."""

    known_on = serializers.DateField()
    as_of = serializers.DateTimeField(allow_null=True, help_text="Null: now.")
    data_version = serializers.CharField()
    methodology = serializers.CharField(help_text="The version published then.")
    point = PointSerializer()
    changes = RevisedEventSerializer(many=True, help_text="Since the revision before.")


class RevisionsSerializer(ProvenanceSerializer):
    """One month at its end, and after every change that editors recorded since."""

    month = serializers.DateField(help_text="Its first day.")
    kernel = serializers.ChoiceField(choices=KERNELS)
    half_life = serializers.FloatField(help_text="Days.")
    poles = LineSerializer(many=True)
    results = RevisionSerializer(many=True)
