"""Outlets and articles as JSON. The text of an article is not among it, and never will be."""

from typing import Any

from rest_framework import serializers

from articles.models import Article, Outlet


class TextOrNull(serializers.CharField):
    """A text, or null where the column is empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"read_only": True, "allow_null": True, **kwargs})

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]
        return value or None


class OutletSerializer(serializers.ModelSerializer):
    homepage = TextOrNull()
    country = TextOrNull()

    class Meta:
        model = Outlet
        fields = ["id", "name", "homepage", "country"]


class ArticleSerializer(serializers.ModelSerializer):
    outlet = serializers.CharField(source="outlet.name", read_only=True)
    outlet_id = serializers.IntegerField(read_only=True)
    url = TextOrNull()
    precision = serializers.ChoiceField(
        source="published_precision", choices=Article.Precision.choices, read_only=True
    )
    language = TextOrNull()
    archive_url = TextOrNull()
    duplicate_of = serializers.IntegerField(
        source="duplicate_of_id", read_only=True, allow_null=True
    )

    class Meta:
        model = Article
        fields = [
            "id",
            "outlet",
            "outlet_id",
            "url",
            "title",
            "published_on",
            "precision",
            "language",
            "archive_url",
            "dead_since",
            "duplicate_of",
        ]
