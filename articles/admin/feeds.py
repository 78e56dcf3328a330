"""Feeds: how each is, looking now, and lists of feeds from and for other programs."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import looking
from articles.admin.editorial import EditorialAdmin
from articles.admin.outlines import OutlineViews
from articles.models import Feed
from articles.tasks import wake

NOTHING = "–"
CONDITIONS = {
    "well": gettext_lazy("Well"),
    "failing": gettext_lazy("Failing"),
    "due": gettext_lazy("Due now"),
    "never": gettext_lazy("Never looked at"),
    "inactive": gettext_lazy("Inactive"),
}


class ConditionFilter(admin.SimpleListFilter):
    title = gettext_lazy("health")
    parameter_name = "health"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer what a feed can be like."""
        return list(CONDITIONS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Feed]) -> QuerySet[Feed]:
        """Keep the feeds that are like this."""
        if self.value() not in CONDITIONS:
            return queryset
        return looking.feeds_in(queryset, str(self.value()), now=timezone.now())


@admin.register(Feed)
class FeedAdmin(OutlineViews, EditorialAdmin):
    change_list_template = "admin/feeds.html"
    list_display = ["url", "condition", "outlet", "looked_at", "due_at", "items"]
    list_filter = [ConditionFilter, "is_active"]
    list_select_related = ["outlet", "health"]
    search_fields = ["url", "outlet__name", "health__error"]
    search_help_text = gettext_lazy("A part of the address, an outlet, or a word of the error.")
    autocomplete_fields = ["outlet"]
    actions = ["look_now"]
    state = ["condition", "looked_at", "succeeded_at", "due_at", "items"]
    readonly_fields = state
    kept_because = gettext_lazy(
        "Feeds are never deleted: make the feed inactive, and nobody looks at it."
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Tell how a feed is that is there."""
        self_made: list[Any] = [(None, {"fields": ["outlet", "url", ("is_active", "check_every")]})]
        if obj:
            self_made.append((gettext_lazy("How it is"), {"fields": self.state}))
        return self_made + super().get_fieldsets(request, obj)[1:]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Look at a feed anew when it has moved."""
        super().save_model(request, obj, form, change)
        if change and "url" in form.changed_data:
            looking.look_afresh(feeds=[obj.pk], now=timezone.now())

    @admin.display(description=gettext_lazy("health"), ordering="health__failures")
    def condition(self, feed: Feed) -> str:
        """Return how the feed is, with the reason when it fails."""
        health = getattr(feed, "health", None)
        if not feed.is_active:
            return _("Inactive: nobody looks at it.")
        if health is None or health.looked_at is None:
            return _("Nobody has looked at it yet.")
        if not health.failures:
            return _("Well")
        text = ngettext(
            "Failed: %(reason)s",
            "Failed %(count)d times in a row: %(reason)s",
            health.failures,
        )
        return text % {"count": health.failures, "reason": health.error}

    @admin.display(description=gettext_lazy("last look"), ordering="health__looked_at")
    def looked_at(self, feed: Feed) -> str:
        """Return when the feed was last looked at."""
        return _moment(feed, "looked_at")

    @admin.display(description=gettext_lazy("last success"))
    def succeeded_at(self, feed: Feed) -> str:
        """Return when that last succeeded."""
        return _moment(feed, "succeeded_at")

    @admin.display(description=gettext_lazy("next look"), ordering="health__due_at")
    def due_at(self, feed: Feed) -> str:
        """Return when the feed is looked at next."""
        return _moment(feed, "due_at") if feed.is_active else NOTHING

    @admin.display(description=gettext_lazy("items last time"), ordering="health__items")
    def items(self, feed: Feed) -> str:
        """Return how many items it listed, and how many were new."""
        if _of(feed, "items") is None:
            return NOTHING
        text = _("%(items)d, of which %(new)d new")
        return text % {"items": _of(feed, "items"), "new": _of(feed, "new_items") or 0}

    @admin.action(description=gettext_lazy("Look now"), permissions=["change"])
    def look_now(self, request: HttpRequest, queryset: QuerySet[Feed]) -> None:
        """Make the feeds due, and wake the worker."""
        keys = list(queryset.values_list("pk", flat=True))
        count = looking.look_now(feeds=keys, now=timezone.now())
        transaction.on_commit(wake)
        done = ngettext(
            "%(count)d feed is looked at within a minute.",
            "%(count)d feeds are looked at within a minute.",
            count,
        )
        self.message_user(request, done % {"count": count}, messages.SUCCESS)
        if count < len(keys):
            others = _("The others are inactive: make them active first.")
            self.message_user(request, others, messages.WARNING)


def _of(feed: Feed, name: str) -> Any:
    return getattr(getattr(feed, "health", None), name, None)


def _moment(feed: Feed, name: str) -> str:
    at = _of(feed, name)
    return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else NOTHING
