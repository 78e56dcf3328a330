"""Ties between two actors, and the rungs they stand on."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin
from articles.admin.forms import EditorialForm
from articles.wording import span_shown
from balance.admin.evidence import EvidenceInline
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import DatePrecision, Tie, TieKind


class TieForm(EditorialForm):
    """Knows an end that is given to the day, unless the editor says otherwise."""

    slug_from = ("actor_a", "actor_b", "kind")

    def clean(self) -> dict[str, Any] | None:
        """Give a known end a precision, and an open one none."""
        cleaned = super().clean()
        valid = self.cleaned_data.get("valid")
        if valid is not None:
            for end, name in ((valid.lower, "start_precision"), (valid.upper, "end_precision")):
                given = self.cleaned_data.get(name) or DatePrecision.DAY
                self.cleaned_data[name] = given if end else ""
        return cleaned


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
        (_("When"), {"fields": ["valid", ("start_precision", "end_precision")]}),
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
