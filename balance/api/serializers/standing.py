"""Ties, measured dependence and claims as JSON."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.serializers import TextOrNull
from balance.api.serializers.evidence import QUOTATIONS, EvidenceSerializer
from balance.compute.verdicts import VERDICTS
from balance.models import Claim, DatePrecision, Indicator, Ladder, Observation, Tie
from balance.panels.claims import sentence


class PrecisionOrNull(serializers.ChoiceField):
    """How precisely an end is known, or null where it is not stated."""

    def __init__(self, **kwargs: Any) -> None:
        given = {"choices": DatePrecision.choices, "allow_null": True, "read_only": True}
        super().__init__(**{**given, **kwargs})

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]
        return value or None


class TieSerializer(serializers.ModelSerializer):
    """A standing relation; of a membership, `actor_b` is the organisation."""

    actor_a = serializers.CharField(source="actor_a.code", read_only=True)
    actor_b = serializers.CharField(source="actor_b.code", read_only=True)
    ladder = serializers.ChoiceField(source="kind.ladder", choices=Ladder.choices, read_only=True)
    kind = serializers.CharField(source="kind.code", read_only=True)
    kind_name = serializers.CharField(source="kind.name", read_only=True)
    rank = serializers.IntegerField(
        source="kind.rank", allow_null=True, read_only=True, help_text="1 is the lowest rung."
    )
    start = serializers.DateField(
        source="valid.lower", allow_null=True, read_only=True, help_text="Null: not stated."
    )
    start_precision = PrecisionOrNull()
    end = serializers.DateField(
        source="valid.upper", allow_null=True, read_only=True, help_text="Null: still in force."
    )
    end_precision = PrecisionOrNull()
    evidence = EvidenceSerializer(source=QUOTATIONS, many=True, read_only=True)

    class Meta:
        model = Tie
        fields = [
            "id",
            "slug",
            "actor_a",
            "actor_b",
            "ladder",
            "kind",
            "kind_name",
            "rank",
            "label",
            "about",
            "start",
            "start_precision",
            "end",
            "end_precision",
            "confidence",
            "evidence",
        ]


class IndicatorSerializer(serializers.ModelSerializer):
    """Something measured between two actors."""

    class Meta:
        model = Indicator
        fields = ["code", "name", "unit"]


class ObservationSerializer(serializers.ModelSerializer):
    """One figure of an indicator; figures that contradict each other stand side by side."""

    indicator = serializers.CharField(source="indicator.code", read_only=True)
    unit = serializers.CharField(source="indicator.unit", read_only=True)
    actor = serializers.CharField(source="actor.code", read_only=True)
    partner = serializers.CharField(source="partner.code", read_only=True)
    start = serializers.DateField(source="valid.lower", read_only=True)
    end = serializers.DateField(source="valid.upper", read_only=True)
    evidence = EvidenceSerializer(source=QUOTATIONS, many=True, read_only=True)

    class Meta:
        model = Observation
        fields = [
            "id",
            "indicator",
            "actor",
            "partner",
            "start",
            "end",
            "value",
            "unit",
            "confidence",
            "note",
            "evidence",
        ]


class CheckedNumberSerializer(serializers.Serializer):
    """One number that a check looked at; null is no number."""

    measure = serializers.CharField()
    date = serializers.DateField(help_text="The number stood at the end of this day.")
    value = serializers.FloatField(allow_null=True)


class CheckSerializer(serializers.Serializer):
    """What the numbers say about a measurable statement; the status is an editor's word."""

    verdict = serializers.ChoiceField(choices=VERDICTS)
    sentence = serializers.CharField()
    checked_on = serializers.DateField()
    methodology = serializers.CharField(
        allow_null=True, help_text="The version; null where nothing could be computed."
    )
    data_version = serializers.CharField(allow_null=True)
    numbers = CheckedNumberSerializer(many=True)


class ClaimSerializer(serializers.ModelSerializer):
    """What somebody said, which is never scored into the balance."""

    focus = serializers.CharField(source="focus.actor.code", read_only=True)
    poles = serializers.SerializerMethodField()
    speaker = serializers.CharField(
        source="speaker.code",
        default=None,
        allow_null=True,
        read_only=True,
        help_text="The code of a speaker who is an actor.",
    )
    speaker_name = serializers.SerializerMethodField()
    certainty = TextOrNull()
    condition = TextOrNull()
    resolution = TextOrNull(help_text="Why an editor set the status.")
    statement = TextOrNull(help_text="What the numbers can check; null where nothing can be.")
    check = serializers.SerializerMethodField()
    evidence = EvidenceSerializer(source=QUOTATIONS, many=True, read_only=True)

    class Meta:
        model = Claim
        fields = [
            "id",
            "slug",
            "focus",
            "poles",
            "speaker",
            "speaker_name",
            "speaker_position",
            "start",
            "end",
            "precision",
            "text",
            "kind",
            "certainty",
            "condition",
            "horizon",
            "status",
            "resolution",
            "statement",
            "check",
            "evidence",
        ]

    @extend_schema_field(CheckSerializer(allow_null=True))
    def get_check(self, claim: Claim) -> dict[str, Any] | None:
        """Return what the numbers say as of today; null without a statement."""
        check = self.context["view"].checks.of(claim)
        return check and {
            "verdict": check.verdict,
            "sentence": sentence(check),
            "checked_on": check.checked_on.isoformat(),
            "methodology": check.methodology,
            "data_version": check.data_version,
            "numbers": [
                {
                    "measure": str(reading.measure),
                    "date": reading.on.isoformat(),
                    "value": reading.value,
                }
                for reading in check.readings
            ],
        }

    def get_speaker_name(self, claim: Claim) -> str:
        """Return the name, whether the speaker is an actor or not."""
        return claim.speaker.name if claim.speaker else claim.speaker_name

    def get_poles(self, claim: Any) -> list[str]:
        """Return the codes of the poles that the claim is about."""
        return [pole.code for pole in claim.about_poles]
