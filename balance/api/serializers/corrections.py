"""Corrections, for the schema only: the queries make them."""

from rest_framework import serializers


class CorrectedFieldSerializer(serializers.Serializer):
    """A value that became another."""

    field = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)


class CorrectionSerializer(serializers.Serializer):
    """What changed in a confirmed event at once."""

    id = serializers.CharField()
    at = serializers.DateTimeField()
    event = serializers.IntegerField()
    title = serializers.CharField()
    kind = serializers.ChoiceField(choices=["corrected", "withdrawn", "restored"])
    by = serializers.ChoiceField(choices=["editor", "import"], help_text="A role, never a name.")
    reason = serializers.CharField(allow_blank=True)
    changes = CorrectedFieldSerializer(many=True)


class CorrectionsSerializer(serializers.Serializer):
    """The newest thousand changed rows, newest first."""

    results = CorrectionSerializer(many=True)
