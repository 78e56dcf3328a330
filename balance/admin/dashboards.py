"""Dashboards, and the moments pinned on their charts."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editorial import EditorialAdmin
from articles.admin.forms import EditorialForm
from balance.admin.panels import PanelInline
from balance.admin.previewing import FRAME, PreviewMixin
from balance.admin.publishing import SAVE_AS_DRAFT, PublicAdmin
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Annotation, Dashboard, Focus
from balance.models.panel_kinds import EXPLAINED, PanelKind
from balance.operations import editing
from balance.queries.publishing import may_publish


class DashboardForm(EditorialForm):
    slug_from = ("title",)

    def clean_status(self) -> str:
        """Leave it to publishers to let readers see a dashboard."""
        status: str = self.cleaned_data["status"]
        is_news = status == Dashboard.Status.PUBLISHED and self.initial.get("status") != status
        if is_news and not may_publish(self.user):
            raise ValidationError(str(SAVE_AS_DRAFT))
        return status


@admin.register(Dashboard)
class DashboardAdmin(PublicAdmin, PreviewMixin, EditorialAdmin):
    form = DashboardForm
    change_form_template = "admin/dashboard_form.html"
    list_display = ["title", "position", "focus", "status", "is_front_page", "panels"]
    readonly_fields = ["published_at", "published_by"]
    list_filter = ["status", "is_front_page"]
    list_select_related = ["focus__actor"]
    search_fields = ["title", "slug"]
    autocomplete_fields = ["focus"]
    inlines = [PanelInline]
    parts = ["panels", "panels__panel_poles"]
    actions = ["copy"]
    fieldsets = [
        (None, {"fields": ["title", "summary", ("focus", "status", "position")]}),
        (
            gettext_lazy("Place and publication"),
            {
                "fields": ["slug", "is_front_page", ("published_at", "published_by")],
                "classes": ["collapse"],
            },
        ),
    ]
    kept_because = gettext_lazy("Make the dashboard a draft, and readers no longer see it.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dashboard]:
        """Count the panels with the list's own query."""
        return super().get_queryset(request).with_panel_count()  # type: ignore[attr-defined]

    @admin.display(ordering="panel_count", description=gettext_lazy("panels"))
    def panels(self, dashboard: Dashboard) -> int:
        """Return how many panels a reader sees."""
        return dashboard.panel_count

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep who published the dashboard, and when."""
        if "status" in form.changed_data or not change:
            editing.sign_dashboard(dashboard=obj, by=request.user, at=timezone.now())
        super().save_model(request, obj, form, change)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Show the preview beside the form, and what each kind of panel is."""
        own = {
            "preview_url": self.preview_url(object_id),
            "preview_frame": FRAME,
            "panel_kinds": [
                {"kind": kind.value, "name": str(kind.label), "says": str(EXPLAINED[kind])}
                for kind in PanelKind
            ],
            "moments": self._moments(request, object_id),
        }
        return super().changeform_view(
            request, object_id, form_url, {**own, **(extra_context or {})}
        )

    def _moments(self, request: HttpRequest, object_id: str | None) -> dict[str, str]:
        """Return where the moments pinned on the dashboard are, and where one is added."""
        dashboard = self.get_object(request, object_id) if object_id else None
        if dashboard is None:
            return {}
        there = reverse("admin:balance_annotation_changelist")
        new = reverse("admin:balance_annotation_add")
        focus = dashboard.focus_id
        return {
            "list": f"{there}?focus__id__exact={focus}",
            "of_all": f"{new}?focus={focus}",
            "of_this": f"{new}?focus={focus}&dashboard={dashboard.pk}",
        }

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


class FocusFilter(admin.RelatedFieldListFilter):
    """One focus, each named without a query of its own."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[Any]:
        """Return the foci by name."""
        return [(focus.pk, str(focus)) for focus in Focus.objects.select_related("actor")]


@admin.register(Annotation)
class AnnotationAdmin(WithdrawableAdmin):
    list_display = ["title", "on", "focus", "dashboard", "event", "withdrawn_because"]
    list_filter = [StandingFilter, ("focus", FocusFilter)]
    list_select_related = ["focus__actor", "dashboard", "event"]
    date_hierarchy = "on"
    search_fields = ["title", "event__title"]
    autocomplete_fields = ["focus", "dashboard", "event"]
    fieldsets = [
        (None, {"fields": ["focus", "dashboard", ("on", "title"), "event"]}),
        (gettext_lazy("Does it count?"), {"fields": ["withdrawn_because"]}),
    ]
