"""What readers report: an editor decides, answers, and names the event that was corrected."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin
from balance.models import Report

SENT = ("about", "number", "message", "email")


@admin.register(Report)
class ReportAdmin(EditorialAdmin):
    list_display = ["__str__", "number", "page", "state", "created_at"]
    list_filter = ["state"]
    search_fields = ["message", "number", "about", "answer"]
    autocomplete_fields = ["event"]
    readonly_fields = ["page", "created_at"]
    date_hierarchy = "created_at"
    fieldsets = [
        (None, {"fields": ["message", "number", "about", "page", "email", "created_at"]}),
        (_("What became of it"), {"fields": ["state", "event", "answer"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Leave a reader's words as they were sent."""
        return [*self.readonly_fields, *(SENT if obj else ())]

    @admin.display(description=_("page"))
    def page(self, report: Report) -> SafeString | str:
        """Link to the page that the report is about."""
        if not report.about.startswith("/"):
            return ""
        return format_html('<a href="{}">{}</a>', report.about, report.about[:60])
