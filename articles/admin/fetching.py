"""What is known of the places that are looked at, and the pages that wait: to look at only."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.reading import ReadOnlyAdmin
from articles.models import FeedHealth, Server, Visit


@admin.register(FeedHealth)
class FeedHealthAdmin(ReadOnlyAdmin):
    list_display = ["feed", "looked_at", "succeeded_at", "due_at", "failures", "items", "error"]
    list_select_related = ["feed"]
    search_fields = ["feed__url", "feed__outlet__name", "error"]


@admin.register(Server)
class ServerAdmin(ReadOnlyAdmin):
    list_display = ["origin", "robots_read_at", "free_at"]
    search_fields = ["origin"]


@admin.register(Visit)
class VisitAdmin(ReadOnlyAdmin):
    list_display = ["article", "state", "attempts", "due_at", "error"]
    list_filter = ["state"]
    list_select_related = ["article"]
    search_fields = ["article__title", "article__url", "error"]
    search_help_text = _("A word of the title, a part of the address, or of the error.")
