"""What is known of the places that are looked at, and the pages that wait: to look at only."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import visiting
from articles.admin.reading import ReadOnlyAdmin
from articles.models import FeedHealth, Server, Visit
from articles.tasks import wake


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
    actions: Any = ["try_again"]

    def has_try_again_permission(self, request: HttpRequest) -> bool:
        """Let those try again who may correct articles."""
        return request.user.has_perm("articles.change_article")

    @admin.action(description=_("Try again"), permissions=["try_again"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Visit]) -> None:
        """Let the pages be visited anew, and wake the worker."""
        keys = list(queryset.values_list("pk", flat=True))
        count = visiting.try_again(visits=keys, now=timezone.now())
        transaction.on_commit(wake)
        done = ngettext(
            "%(count)d page is fetched within a minute.",
            "%(count)d pages are fetched within a minute.",
            count,
        )
        self.message_user(request, done % {"count": count}, messages.SUCCESS)
