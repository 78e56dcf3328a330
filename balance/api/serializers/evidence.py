"""Evidence as JSON, the same wherever it stands: a quotation, and where it was published."""

from django.db.models import Prefetch
from rest_framework import serializers

from articles.api.serializers import TextOrNull
from balance.models import Evidence


class EvidenceSerializer(serializers.Serializer):
    """A quotation for or against a record; an empty one was not recorded."""

    article = serializers.IntegerField(source="article_id", help_text="The article's id.")
    quote = serializers.CharField(help_text="Word for word; empty when none was recorded.")
    stance = serializers.ChoiceField(choices=Evidence.Stance.choices)
    outlet = serializers.CharField(source="article.outlet.name")
    title = serializers.CharField(source="article.title")
    url = TextOrNull(source="article.url")
    published_on = serializers.DateField(source="article.published_on", allow_null=True)


def with_evidence(owner: str) -> Prefetch:
    """Return what reads the evidence of a list's rows at once, and no text of any article."""
    return Prefetch(
        "evidence",
        Evidence.objects.select_related("article__outlet")
        .only(
            owner,
            "quote",
            "stance",
            "article__url",
            "article__title",
            "article__published_on",
            "article__outlet__name",
        )
        .order_by("id"),
    )
