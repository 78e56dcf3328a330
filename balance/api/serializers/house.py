"""Dashboards, methodologies and data sets as JSON."""

from typing import Any

from rest_framework import serializers

from articles.api.serializers import TextOrNull
from balance.compute.agreement import NO_VARIATION, TOO_FEW
from balance.models import Dashboard, Dataset, Dimension, Methodology, Panel
from balance.queries.codings import FIELDS


class ChoiceOrNull(serializers.ChoiceField):
    """A choice, or null where there is none."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        super().__init__(choices, **{"read_only": True, "allow_null": True, **kwargs})

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]
        """Return the choice."""
        return value or None


class PanelOptionsSerializer(serializers.Serializer):
    """What a panel shows; null, or an empty list, is as the reader chooses."""

    note = serializers.CharField(help_text="Markdown.")
    width = serializers.ChoiceField(choices=Panel.Width.choices)
    focus = serializers.CharField(
        source="focus.actor.code", default=None, allow_null=True, help_text="Null: the dashboard's."
    )
    poles = serializers.SerializerMethodField(help_text="Empty: all.")
    dimensions = serializers.ListField(child=serializers.ChoiceField(choices=Dimension.choices))
    years = serializers.IntegerField(allow_null=True, help_text="The last so many.")
    start = serializers.DateField(source="period.lower", default=None, allow_null=True)
    end = serializers.DateField(
        source="period.upper", default=None, allow_null=True, help_text="The first day out."
    )
    step = ChoiceOrNull(choices=Panel.Step.values)
    kernel = ChoiceOrNull(choices=Panel.Kernel.values)
    half_life = serializers.FloatField(allow_null=True, help_text="Days.")
    dataset = serializers.CharField(source="dataset.code", default=None, allow_null=True)
    methodology = serializers.CharField(source="methodology.version", default=None, allow_null=True)

    def get_poles(self, panel: Panel) -> list[str]:
        """Return the codes of the poles that it is about."""
        return [pole.code for pole in panel.shown_poles]


class PanelSerializer(serializers.ModelSerializer):
    """One part of a dashboard."""

    options = PanelOptionsSerializer(source="*", read_only=True)

    class Meta:
        model = Panel
        fields = ["kind", "title", "options"]


class DashboardSerializer(serializers.ModelSerializer):
    """A page that editors assembled from panels."""

    focus = serializers.CharField(source="focus.actor.code", read_only=True)
    panels = PanelSerializer(source="shown_panels", many=True, read_only=True)
    url = serializers.SerializerMethodField()

    class Meta:
        model = Dashboard
        fields = ["slug", "title", "summary", "focus", "position", "panels", "url"]

    def get_url(self, dashboard: Dashboard) -> str:
        """Return the address of the page."""
        return self.context["request"].build_absolute_uri(dashboard.get_absolute_url())


class WeightsSerializer(serializers.Serializer):
    """What each dimension weighs in totals."""

    def get_fields(self) -> dict[str, serializers.Field]:
        """Return a number for each dimension."""
        return {name: serializers.FloatField(min_value=0) for name in Dimension.values}


class MethodologySerializer(serializers.ModelSerializer):
    """One version of the method: the parameters of every number."""

    dimension_weights = WeightsSerializer(read_only=True)

    class Meta:
        model = Methodology
        fields = [
            "version",
            "status",
            "scale",
            "half_life",
            "kappa",
            "dimension_weights",
            "note",
            "published_at",
        ]


class FieldAgreementSerializer(serializers.Serializer):
    """Krippendorff's alpha of one field of events."""

    field = serializers.ChoiceField(choices=list(FIELDS))
    level = serializers.ChoiceField(choices=["nominal", "interval"])
    alpha = serializers.FloatField(allow_null=True, max_value=1, source="found.alpha")
    reason = serializers.ChoiceField(
        choices=[TOO_FEW, NO_VARIATION],
        allow_null=True,
        source="found.reason",
        help_text="Why alpha is null.",
    )


class CodingSerializer(serializers.Serializer):
    """How far the record of events agrees with second coders who did not know it."""

    events = serializers.IntegerField(min_value=0, help_text="Events coded twice.")
    coders = serializers.IntegerField(min_value=0, help_text="Second coders.")
    agreement = FieldAgreementSerializer(many=True, source="fields")


class DatasetSerializer(serializers.ModelSerializer):
    """Where events come from: our editors, or a machine-coded archive."""

    licence = TextOrNull()
    homepage = TextOrNull()

    class Meta:
        model = Dataset
        fields = ["code", "name", "kind", "licence", "homepage"]
