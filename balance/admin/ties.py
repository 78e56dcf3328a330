"""Ties between two actors, and the rungs they stand on."""

from typing import Any

from django.contrib import admin
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.dates import LastingField
from articles.admin.editorial import EditorialAdmin
from articles.admin.forms import EditorialForm
from articles.wording import span_shown
from articles.written_dates import Edge, Lasting
from balance.admin.evidence import EvidenceInline
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Tie, TieKind


class TieForm(EditorialForm):
    """Asks in one box when the tie began and ended, each as precisely as it is known."""

    slug_from = ("actor_a", "actor_b", "kind")
    valid = LastingField(label=_("In force"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["valid"] = _lasting(self.instance)

    def clean(self) -> dict[str, Any] | None:
        """Give the tie its range of days, and the precisions of both ends."""
        cleaned = super().clean()
        lasting = self.cleaned_data.get("valid")
        if lasting is not None:
            start, end = lasting
            self.cleaned_data["valid"] = DateRange(start and start.first, end and end.first)
            self.instance.start_precision = start.precision if start else ""
            self.instance.end_precision = end.precision if end else ""
        return cleaned


def _lasting(tie: Tie) -> Lasting:
    """Return both ends of a tie, each with its precision."""
    return Lasting(
        Edge(tie.valid.lower, tie.start_precision) if tie.valid.lower else None,
        Edge(tie.valid.upper, tie.end_precision) if tie.valid.upper else None,
    )


@admin.register(Tie)
class TieAdmin(WithdrawableAdmin):
    form = TieForm
    list_display = ["actor_a", "actor_b", "kind", "label", "days", "withdrawn_because"]
    list_display_links = ["actor_a", "actor_b"]
    list_filter = [StandingFilter, "kind__ladder", "kind"]
    search_fields = [
        "actor_a__name",
        "actor_a__code",
        "actor_b__name",
        "actor_b__code",
        "label",
        "about",
        "slug",
    ]
    search_help_text = _("An actor's name or code, or what the tie is called.")
    autocomplete_fields = ["actor_a", "actor_b", "kind"]
    inlines = [EvidenceInline]
    parts = ["evidence"]
    fieldsets = [
        (_("Between whom"), {"fields": [("actor_a", "actor_b")]}),
        (_("What"), {"fields": ["kind", "label", "about"]}),
        (_("When"), {"fields": ["valid"]}),
        (_("Does it count?"), {"fields": ["confidence", "withdrawn_because"]}),
        (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tie]:
        """Read along what the name of a tie mentions."""
        return super().get_queryset(request).select_related("actor_a", "actor_b", "kind")

    @admin.display(ordering="valid", description=_("in force"))
    def days(self, tie: Tie) -> str:
        """Return the span of the tie in words."""
        return span_shown(tie.valid.lower, tie.valid.upper)


@admin.register(TieKind)
class TieKindAdmin(EditorialAdmin):
    list_display = ["name", "ladder", "rank", "code"]
    list_filter = ["ladder"]
    search_fields = ["name", "code", "ladder"]
    fields = ["ladder", ("code", "name"), "rank"]
    kept_because = _("Kinds are never deleted: ties refer to them.")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """Offer kinds ladder by ladder, from the lowest rung."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        return found.order_by("ladder", "rank", "code"), may_repeat
