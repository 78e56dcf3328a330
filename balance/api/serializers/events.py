"""Events as JSON."""

from datetime import UTC
from typing import Any

from django.db.models import F, Prefetch
from rest_framework import serializers

from balance.api.serializers.evidence import QUOTATIONS, EvidenceSerializer
from balance.compute.intensity import intensity
from balance.models import Dimension, Event, Participant, Precision, Role


class ParticipantSerializer(serializers.Serializer):
    """An actor's part in an event."""

    actor = serializers.CharField(help_text="The actor's code.")
    role = serializers.ChoiceField(choices=Role.choices)
    weight = serializers.FloatField(allow_null=True, help_text="Null: each partner counts alike.")

    def to_representation(self, row: Any) -> dict[str, Any]:
        """Return a row of `with_participants`; field by field it would cost a third of the list."""
        return {"actor": row.code, "role": row.role, "weight": row.weight}


def with_participants() -> Prefetch:
    """Return what reads the participants of a list's events at once, in the order given."""
    rows = Participant.objects.annotate(code=F("actor__code")).only("event_id", "role", "weight")
    return Prefetch("participants", rows.order_by("id"), to_attr="parts")


class EventSerializer(serializers.Serializer):
    """One real-world act, on the days from `start` up to, but not including, `end`."""

    id = serializers.IntegerField()
    slug = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    start = serializers.DateField(help_text="The first day.")
    end = serializers.DateField(help_text="The first day that is out again.")
    precision = serializers.ChoiceField(choices=Precision.choices)
    event_type = serializers.CharField(source="event_type.code", help_text="A PLOVER type.")
    cameo_code = serializers.CharField(
        source="cameo_code.code", default=None, allow_null=True, help_text="With its leading zero."
    )
    dimension = serializers.ChoiceField(choices=Dimension.choices)
    intensity = serializers.SerializerMethodField(
        help_text="From -10 (conflict) to 10 (cooperation), as the published methodology has it."
    )
    confidence = serializers.FloatField(
        min_value=0, max_value=1, help_text="Probability that it happened as described."
    )
    status = serializers.ChoiceField(choices=Event.Status.choices)
    participants = ParticipantSerializer(source="parts", many=True)
    evidence = EvidenceSerializer(source=QUOTATIONS, many=True)
    created_at = serializers.DateTimeField(default_timezone=UTC)
    updated_at = serializers.DateTimeField(default_timezone=UTC)

    def get_intensity(self, event: Event) -> float:
        """Return the event's intensity; an editor's override wins over the type's score."""
        return intensity(
            self.context["scale"],
            event.cameo_code.goldstein if event.cameo_code else None,
            event.event_type.plover_score,
            event.intensity_override,
        )


class PoleCountSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    events = serializers.IntegerField(help_text="Those in which a member takes part.")


class DimensionCountSerializer(serializers.Serializer):
    dimension = serializers.ChoiceField(choices=Dimension.choices)
    events = serializers.IntegerField()


class YearCountSerializer(serializers.Serializer):
    year = serializers.IntegerField()
    events = serializers.IntegerField(help_text="Those that began in it.")


class TallySerializer(serializers.Serializer):
    """How many events a filter keeps, and of what they are."""

    scheme = serializers.CharField(allow_null=True, help_text="The one whose poles are counted.")
    events = serializers.IntegerField()
    start = serializers.DateField(allow_null=True, help_text="The first day of the first event.")
    end = serializers.DateField(allow_null=True, help_text="The first day after the last event.")
    poles = PoleCountSerializer(many=True)
    dimensions = DimensionCountSerializer(many=True)
    years = YearCountSerializer(many=True)
