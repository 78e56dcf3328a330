"""Dashboards, their panels, and the moments pinned on their charts."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import Media, Script
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editorial import EditorialAdmin, EditorialStackedInline
from articles.admin.forms import EditorialForm, EditorialFormSet, RewordedForm
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Annotation, Dashboard, Focus, Panel
from balance.operations import editing


class DashboardForm(EditorialForm):
    slug_from = ("title",)


class PanelForm(RewordedForm):
    """A panel without a position goes last."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["note"].widget.attrs["rows"] = 3
            if not self.instance.pk:
                self.initial["position"] = None


class PanelFormSet(EditorialFormSet):
    """Panels in the order of their positions."""

    def clean(self) -> None:
        """Put panels without a position at the end, one after the other."""
        super().clean()
        rows = self.rows()
        last = max((row["position"] for row in rows if row.get("position") is not None), default=0)
        for form in self.forms:
            content = getattr(form, "cleaned_data", None)
            if content and content.get("position") is None:
                last += 1
                content["position"] = form.instance.position = last


class PanelInline(EditorialStackedInline):
    model = Panel
    form = PanelForm
    formset = PanelFormSet
    ordering = ["position", "id"]
    fieldsets = [
        (None, {"fields": [("kind", "title"), ("position", "width", "is_hidden"), "note"]}),
        (
            gettext_lazy("Only a part of the data"),
            {"fields": [("pole", "dimension", "years")], "classes": ["collapse"]},
        ),
    ]

    @property
    def media(self) -> Media:
        """Add the buttons that move a panel; without scripts one types positions."""
        moving: Any = Script("js/admin-panels.js", type="module")
        return super().media + Media(js=[moving])


@admin.register(Dashboard)
class DashboardAdmin(EditorialAdmin):
    form = DashboardForm
    list_display = ["title", "focus", "status", "is_front_page", "panels"]
    list_filter = ["status", "is_front_page"]
    list_select_related = ["focus__actor"]
    search_fields = ["title", "slug"]
    autocomplete_fields = ["focus"]
    inlines = [PanelInline]
    parts = ["panels"]
    actions = ["copy"]
    fieldsets = [
        (None, {"fields": ["title", "summary", ("focus", "status"), "is_front_page"]}),
        (gettext_lazy("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]
    kept_because = gettext_lazy("Make the dashboard a draft, and readers no longer see it.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dashboard]:
        """Count the panels with the list's own query."""
        return super().get_queryset(request).with_panel_count()  # type: ignore[attr-defined]

    @admin.display(ordering="panel_count", description=gettext_lazy("panels"))
    def panels(self, dashboard: Dashboard) -> int:
        """Return how many panels a reader sees."""
        return dashboard.panel_count

    def view_on_site(self, dashboard: Dashboard) -> str | None:
        """Return the page, which readers see once it is published."""
        is_public = dashboard.status == Dashboard.Status.PUBLISHED
        return dashboard.get_absolute_url() if is_public else None

    @admin.action(description=gettext_lazy("Copy as a draft"), permissions=["add"])
    def copy(
        self, request: HttpRequest, queryset: QuerySet[Dashboard]
    ) -> HttpResponseRedirect | None:
        """Copy the chosen dashboard with its panels, and open the copy."""
        chosen = list(queryset[:2])
        if len(chosen) != 1:
            self.message_user(request, _("Choose one dashboard."), messages.WARNING)
            return None
        title = _("%(title)s (copy)") % {"title": chosen[0].title}
        copy = editing.copy_dashboard(dashboard=chosen[0], title=title)
        return HttpResponseRedirect(self._address("change", copy))


@admin.register(Panel)
class PanelAdmin(EditorialAdmin):
    """For a search across dashboards; a dashboard's own page is where panels are edited."""

    list_display = ["__str__", "dashboard", "kind", "position", "is_hidden"]
    list_filter = ["kind", "is_hidden"]
    list_select_related = ["dashboard"]
    search_fields = ["title", "note", "dashboard__title"]
    autocomplete_fields = ["dashboard"]
    fieldsets = [(None, {"fields": ["dashboard"]}), *PanelInline.fieldsets]
    kept_because = gettext_lazy("Remove a panel on the page of its dashboard, or hide it.")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Stay off the desk: panels belong to their dashboard."""
        return False


class FocusFilter(admin.RelatedFieldListFilter):
    """One focus, each named without a query of its own."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[Any]:
        """Return the foci by name."""
        return [(focus.pk, str(focus)) for focus in Focus.objects.select_related("actor")]


@admin.register(Annotation)
class AnnotationAdmin(WithdrawableAdmin):
    list_display = ["title", "on", "focus", "event", "withdrawn_because"]
    list_filter = [StandingFilter, ("focus", FocusFilter)]
    list_select_related = ["focus__actor", "event"]
    date_hierarchy = "on"
    search_fields = ["title", "event__title"]
    autocomplete_fields = ["focus", "event"]
    fieldsets = [
        (None, {"fields": ["focus", ("on", "title"), "event"]}),
        (gettext_lazy("Does it count?"), {"fields": ["withdrawn_because"]}),
    ]
