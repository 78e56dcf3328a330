"""Foci, poles and actors as JSON."""

from typing import Any

from rest_framework import serializers

from articles.api.serializers import TextOrNull
from balance.models import Actor, Focus, Pole


class FocusSerializer(serializers.ModelSerializer):
    """A country whose foreign policy is tracked, and the poles against which it is read."""

    code = serializers.CharField(source="actor.code", read_only=True)
    name = serializers.CharField(source="actor.name", read_only=True)
    scheme = serializers.CharField(source="scheme.code", read_only=True)
    poles: Any = serializers.SlugRelatedField(
        source="scheme.poles", slug_field="code", many=True, read_only=True
    )

    class Meta:
        model = Focus
        fields = ["code", "name", "scheme", "poles", "is_default", "summary"]


class MembershipSerializer(serializers.Serializer):
    """A span of days, open where a day is null."""

    weight = serializers.FloatField(min_value=0, max_value=1)
    start = serializers.DateField(source="valid.lower", allow_null=True)
    end = serializers.DateField(source="valid.upper", allow_null=True)


class MemberSerializer(MembershipSerializer):
    """An actor's time in the pole."""

    actor = serializers.CharField(source="actor.code")


class PolePlaceSerializer(MembershipSerializer):
    """The actor's time in a pole."""

    pole = serializers.CharField(source="pole.code")


class PoleSerializer(serializers.ModelSerializer):
    """A great power, or a group of actors that counts as one, and who is in it."""

    scheme = serializers.CharField(source="scheme.code", read_only=True)
    members = MemberSerializer(many=True, read_only=True)

    class Meta:
        model = Pole
        fields = ["code", "name", "scheme", "position", "color", "color_dark", "dash", "members"]


class ActorSerializer(serializers.ModelSerializer):
    """A state, organisation, bloc, company, person or corridor."""

    affiliation = serializers.CharField(
        source="affiliation.code", default=None, allow_null=True, read_only=True
    )
    aliases = serializers.SerializerMethodField()
    poles = PolePlaceSerializer(source="places", many=True, read_only=True)
    wikidata = TextOrNull()

    class Meta:
        model = Actor
        fields = [
            "code",
            "name",
            "kind",
            "affiliation",
            "aliases",
            "poles_from_members",
            "wikidata",
            "poles",
        ]

    def get_aliases(self, actor: Any) -> list[str]:
        """Return the other names."""
        return list(dict.fromkeys(alias.text for alias in actor.names))
