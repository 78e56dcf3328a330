"""Methodologies: drafts are edited, published ones are frozen."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editorial import EditorialAdmin
from balance.admin.publishing import PublicAdmin
from balance.models import Dimension, Methodology
from balance.operations import editing
from balance.operations.previews import preview
from balance.panels.previews import preview_view
from balance.queries.methodologies import changes
from balance.queries.pages import default_focus
from balance.queries.questions import BadQuestion

NOT_A_DRAFT = gettext_lazy("Only a draft can be published. Copy it as a new draft.")


class NoteForm(forms.Form):
    """What changed, and why."""

    note = forms.CharField(
        label=gettext_lazy("What changed, and why"),
        max_length=5_000,
        help_text=gettext_lazy("Readers see it beside the version. It cannot be changed later."),
        widget=forms.Textarea(attrs={"class": "vLargeTextField", "rows": 4}),
    )


@admin.register(Methodology)
class MethodologyAdmin(PublicAdmin, EditorialAdmin):
    list_display = ["version", "status", "scale", "half_life", "kappa", "published_at"]
    list_filter = ["status", "scale"]
    search_fields = ["version", "note"]
    readonly_fields = ["status", "published_at"]
    actions = ["publish", "retire", "draft_like"]
    change_form_template = "admin/methodology_form.html"
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

    def get_urls(self) -> list[Any]:
        """Add the pages of a draft: what it would change, and publishing it."""
        name = "balance_methodology"
        own = [
            path(
                "<path:object_id>/preview/",
                self.admin_site.admin_view(self.preview_view),
                name=f"{name}_preview",
            ),
            path(
                "<path:object_id>/publish/",
                self.admin_site.admin_view(self.publish_view),
                name=f"{name}_publish",
            ),
        ]
        return own + super().get_urls()

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show a draft's balance beside the published one; for editors only."""
        draft = self._draft(request, object_id)
        if isinstance(draft, HttpResponse):
            return draft
        context = self._context(request, draft) | {"title": _("Preview")}
        return TemplateResponse(request, "admin/methodology_preview.html", context)

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say what publishing changes, ask for the note, and then publish."""
        draft = self._draft(request, object_id)
        if isinstance(draft, HttpResponse):
            return draft
        if not self.may_publish(request):
            return HttpResponseRedirect(self._address("change", draft))
        form = NoteForm(request.POST or None, initial={"note": draft.note})
        if request.method == "POST" and form.is_valid():
            note = form.cleaned_data["note"]
            try:
                editing.publish_methodology(methodology=draft, at=timezone.now(), note=note)
            except editing.NotADraft:
                self._object(request, str(NOT_A_DRAFT))
            else:
                text = _("%(version)s is published; the one before it is retired.")
                self.message_user(request, text % {"version": draft.version})
            return HttpResponseRedirect(self._address("changelist"))
        context = self._context(request, draft) | {"title": _("Publish"), "form": form}
        return TemplateResponse(request, "admin/methodology_publish.html", context)

    def _draft(self, request: HttpRequest, object_id: str) -> Methodology | HttpResponse:
        """Return the draft, or where to go instead when it is none."""
        methodology = self.get_object(request, unquote(object_id))
        if methodology is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if methodology.status != Methodology.Status.DRAFT:
            if not self.has_view_permission(request, methodology):
                raise PermissionDenied
            self._object(request, str(NOT_A_DRAFT))
            return HttpResponseRedirect(self._address("change", methodology))
        if not self.has_change_permission(request, methodology):
            raise PermissionDenied
        return methodology

    def _context(self, request: HttpRequest, draft: Methodology) -> dict[str, Any]:
        published = Methodology.objects.published().first()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "draft": draft,
            "published": published,
            "changes": changes(published, draft) if published else [],
        }
        focus = default_focus()
        if focus is None:
            return context | {"problem": _("There is no focus to show a balance of.")}
        try:
            found = preview(draft=draft, focus=focus.actor.code, today=timezone.localdate())
        except BadQuestion as error:
            return context | {"problem": error.sentence}
        return context | {"focus": focus, "view": preview_view(found)}

    @admin.action(description=gettext_lazy("Publish the draft"), permissions=["change"])
    def publish(
        self, request: HttpRequest, queryset: QuerySet[Methodology]
    ) -> HttpResponseRedirect | None:
        """Ask what changed and why; then the draft is published, and the former one retires."""
        methodology = self._the_one(request, queryset)
        if methodology is None:
            return None
        return HttpResponseRedirect(self._address("publish", methodology))

    @admin.action(description=gettext_lazy("Retire the published one"), permissions=["change"])
    def retire(self, request: HttpRequest, queryset: QuerySet[Methodology]) -> None:
        """Retire the published methodology without a successor."""
        if self.may_publish(request) and (methodology := self._the_one(request, queryset)):
            try:
                editing.retire_methodology(methodology=methodology)
            except editing.NotPublished:
                self._object(request, _("Only the published methodology can be retired."))
            else:
                text = _("%(version)s is retired. Publish another one: pages need it.")
                self._object(request, text % {"version": methodology.version})

    @admin.action(description=gettext_lazy("Copy as a new draft"), permissions=["add"])
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
