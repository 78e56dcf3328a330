"""What kinds of acts there are, and what each is worth."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin
from balance.admin.translations import Translated
from balance.models import CameoCode, EventType

_KEPT = _("Types and codes are never deleted: events refer to them.")


@admin.register(EventType)
class EventTypeAdmin(Translated, EditorialAdmin):
    list_display = ["name", "code", "plover_score", "events"]
    search_fields = ["name", "code"]
    fields = [("code", "name"), "plover_score", "description", "in_other_languages"]
    kept_because = _KEPT

    def get_queryset(self, request: HttpRequest) -> QuerySet[EventType]:
        """Count the events of each type with the list's own query."""
        return super().get_queryset(request).annotate(event_count=Count("events"))

    @admin.display(ordering="event_count", description=_("events"))
    def events(self, event_type: Any) -> int:
        """Return how many events are of the type."""
        return event_type.event_count


@admin.register(CameoCode)
class CameoCodeAdmin(EditorialAdmin):
    list_display = ["code", "name", "goldstein", "event_type", "quad_class"]
    list_display_links = ["code", "name"]
    list_filter = ["quad_class", "event_type"]
    list_select_related = ["event_type"]
    search_fields = ["code", "name", "event_type__name"]
    autocomplete_fields = ["event_type"]
    fields = [("code", "name"), ("goldstein", "quad_class"), ("event_type", "mode")]
    kept_because = _KEPT
