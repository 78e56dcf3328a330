"""Methodologies: drafts are edited, published ones are frozen."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editorial import EditorialAdmin
from balance.models import Dimension, Methodology
from balance.operations import editing


@admin.register(Methodology)
class MethodologyAdmin(EditorialAdmin):
    list_display = ["version", "status", "scale", "half_life", "kappa", "published_at"]
    list_filter = ["status", "scale"]
    search_fields = ["version", "note"]
    readonly_fields = ["status", "published_at"]
    actions = ["publish", "retire", "draft_like"]
    fieldsets = [
        (None, {"fields": ["version", ("status", "published_at"), "note"]}),
        (gettext_lazy("Parameters"), {"fields": ["scale", ("half_life", "kappa")]}),
        (
            gettext_lazy("Weights of the dimensions"),
            {"fields": [tuple(f"weight_{name}" for name in Dimension.values)]},
        ),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let only drafts change."""
        is_frozen = obj is not None and obj.status != Methodology.Status.DRAFT
        return not is_frozen and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody delete a methodology, not even a draft: its versions are the history."""
        return False

    @admin.action(description=gettext_lazy("Publish the draft"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Methodology]) -> None:
        """Make the chosen draft the published methodology; the former one retires."""
        if methodology := self._the_one(request, queryset):
            try:
                editing.publish_methodology(methodology=methodology, at=timezone.now())
            except editing.NotADraft:
                self._object(request, _("Only a draft can be published. Make a draft like it."))
            else:
                text = _("%(version)s is published; the one before it is retired.")
                self.message_user(request, text % {"version": methodology.version})

    @admin.action(description=gettext_lazy("Retire the published one"), permissions=["change"])
    def retire(self, request: HttpRequest, queryset: QuerySet[Methodology]) -> None:
        """Retire the published methodology without a successor."""
        if methodology := self._the_one(request, queryset):
            try:
                editing.retire_methodology(methodology=methodology)
            except editing.NotPublished:
                self._object(request, _("Only the published methodology can be retired."))
            else:
                text = _("%(version)s is retired. Publish another one: pages need it.")
                self._object(request, text % {"version": methodology.version})

    @admin.action(description=gettext_lazy("Make a draft like it"), permissions=["add"])
    def draft_like(
        self, request: HttpRequest, queryset: QuerySet[Methodology]
    ) -> HttpResponseRedirect | None:
        """Begin a new version from the chosen one, and open it."""
        methodology = self._the_one(request, queryset)
        if methodology is None:
            return None
        draft = editing.draft_methodology(like=methodology)
        return HttpResponseRedirect(self._address("change", draft))

    def _the_one(self, request: HttpRequest, queryset: QuerySet[Methodology]) -> Methodology | None:
        """Return the single row that was chosen, or object."""
        chosen = list(queryset[:2])
        if len(chosen) == 1:
            return chosen[0]
        self._object(request, _("Choose one methodology."))
        return None

    def _object(self, request: HttpRequest, sentence: str) -> None:
        self.message_user(request, sentence, messages.WARNING)
