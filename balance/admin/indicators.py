"""Indicators and their figures."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.dates import PeriodField
from articles.admin.editorial import EditorialAdmin
from articles.admin.forms import EditorialForm
from articles.wording import span_shown
from balance.admin.evidence import EvidenceInline
from balance.admin.translations import Translated
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Indicator, Observation


@admin.register(Indicator)
class IndicatorAdmin(Translated, EditorialAdmin):
    list_display = ["name", "code", "unit", "figures"]
    search_fields = ["name", "code"]
    fields = ["name", ("code", "unit"), "in_other_languages"]
    kept_because = _("Indicators are never deleted: figures refer to them.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Indicator]:
        """Count the figures with the list's own query."""
        return super().get_queryset(request).annotate(figure_count=Count("observations"))

    @admin.display(ordering="figure_count", description=_("figures"))
    def figures(self, indicator: Any) -> int:
        """Return how many figures are recorded."""
        return indicator.figure_count


class ObservationForm(EditorialForm):
    valid = PeriodField(label=_("Period"))


@admin.register(Observation)
class ObservationAdmin(WithdrawableAdmin):
    form = ObservationForm
    list_display = ["indicator", "partner", "period", "value", "note", "withdrawn_because"]
    list_display_links = ["indicator", "partner"]
    list_filter = [StandingFilter, "indicator"]
    search_fields = ["indicator__name", "partner__name", "partner__code", "note"]
    autocomplete_fields = ["indicator", "actor", "partner"]
    inlines = [EvidenceInline]
    parts = ["evidence"]
    fieldsets = [
        (None, {"fields": ["indicator", ("actor", "partner")]}),
        (None, {"fields": ["valid", ("value", "confidence"), "note"]}),
        (_("Does it count?"), {"fields": ["withdrawn_because"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Observation]:
        """Read along what the name of a figure mentions."""
        return super().get_queryset(request).select_related("indicator", "partner")

    @admin.display(ordering="valid", description=_("period"))
    def period(self, observation: Observation) -> str:
        """Return the period in words."""
        return span_shown(observation.valid.lower, observation.valid.upper)
