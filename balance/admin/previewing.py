"""A dashboard as its form has it: shown as readers would see it, and not stored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from csp.decorators import csp_replace
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from balance.models import Dashboard, Focus, Panel
from balance.panels.page import Page, build_page
from balance.panels.panel_view import PanelView, spoilt
from balance.queries.pages import default_focus
from balance.queries.questions import BadQuestion, BalanceQuestion

FRAME = "dashboard-preview"  # The name of the frame that shows it beside the form.


@dataclass(frozen=True)
class Draft:
    """What the form holds: the dashboard, its panels in order, and what is wrong with each."""

    dashboard: Dashboard
    panels: list[tuple[Panel, list[str]]]
    problems: list[str]


class PreviewMixin:
    """Adds a page that shows the posted form as readers would see it."""

    def get_urls(self) -> list[Any]:
        """Add the preview of a new dashboard, and of one that is stored."""
        show = csp_replace({"frame-ancestors": ["'self'"]})(
            xframe_options_sameorigin(self.admin_site.admin_view(self.preview_view))  # type: ignore[attr-defined]
        )
        own = [
            path("preview/", show, name="balance_dashboard_preview_new"),
            path("<path:object_id>/preview/", show, name="balance_dashboard_preview"),
        ]
        return own + super().get_urls()  # type: ignore[misc]

    def preview_url(self, object_id: str | None) -> str:
        """Return where the form is previewed."""
        if object_id is None:
            return reverse("admin:balance_dashboard_preview_new")
        return reverse("admin:balance_dashboard_preview", args=[object_id])

    def preview_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponseBase:
        """Show what the form would be; whatever that computes on the way is undone."""
        stored = self.get_object(request, object_id) if object_id else None  # type: ignore[attr-defined]
        self._check_permission(request, stored, is_new=object_id is None)
        if request.method != "POST":
            sentence = _("The preview follows the form of a dashboard: open one to see it.")
            return _answer(request, {"problems": [sentence]})
        with transaction.atomic():
            try:
                return _answer(request, _filled(self._read(request, stored)))
            finally:
                transaction.set_rollback(True)

    def _check_permission(
        self, request: HttpRequest, stored: Dashboard | None, *, is_new: bool
    ) -> None:
        may = (
            self.has_add_permission(request)  # type: ignore[attr-defined]
            if is_new
            else self.has_change_permission(request, stored)  # type: ignore[attr-defined]
        )
        if not may:
            raise PermissionDenied

    def _read(self, request: HttpRequest, stored: Dashboard | None) -> Draft:
        """Read the form and its rows without saving anything."""
        form_class = self.get_form(request, stored, change=stored is not None)  # type: ignore[attr-defined]
        form = form_class(request.POST, request.FILES, instance=stored)
        is_sound = form.is_valid()
        dashboard = form.instance
        if not dashboard.focus_id:
            dashboard.focus = default_focus()
        formsets, _inlines = self._create_formsets(  # type: ignore[attr-defined]
            request, dashboard, change=stored is not None
        )
        rows = [row for formset in formsets if formset.model is Panel for row in _rows(formset)]
        dashboard.slug = dashboard.slug or "preview"
        problems = [] if is_sound else list(_problems(form))
        return Draft(dashboard, _in_order(rows, dashboard), problems)


def _rows(formset: Any) -> list[ModelForm]:
    """Return the rows that saving would leave there, sound or not."""
    formset.is_valid()
    return [
        form
        for form in formset.forms
        if not (formset.can_delete and formset._should_delete_form(form))
        and (form.instance.pk or form.has_changed())
    ]


def _in_order(rows: list[ModelForm], dashboard: Dashboard) -> list[tuple[Panel, list[str]]]:
    found = []
    for number, row in enumerate(rows):
        panel = row.instance
        panel.dashboard = dashboard
        wanted = getattr(row, "cleaned_data", {}).get("position")
        place = len(rows) + number if wanted is None else wanted
        found.append((place, number, panel, list(_problems(row))))
    ordered = sorted(found, key=lambda row: row[:2])
    return [(panel, problems) for _place, _number, panel, problems in ordered]


def _problems(form: ModelForm) -> Iterable[str]:
    """Yield what is wrong with the form: each field's name with its complaint."""
    for name, complaints in form.errors.items():
        label = form.fields[name].label if name in form.fields else None
        for complaint in complaints:
            words = {"field": label, "complaint": complaint}
            yield _("%(field)s: %(complaint)s") % words if label else str(complaint)


def _filled(draft: Draft) -> dict[str, Any]:
    """Return what the page shows: sound panels with their numbers, the others with words."""
    focus: Focus | None = draft.dashboard.focus
    if focus is None:
        return {"problems": [*draft.problems, _("There is no focus to show a balance of.")]}
    sound = [panel for panel, problems in draft.panels if not problems and not panel.is_hidden]
    fill = partial(build_page, dashboard=draft.dashboard, today=timezone.localdate())
    try:
        page = fill(panels=sound, asked=BalanceQuestion(focus=focus.actor.code))
    except BadQuestion as error:
        return {"problems": [*draft.problems, error.sentence]}
    return {
        "problems": draft.problems,
        "page": replace(page, panels=list(_merged(draft, page))),
        "focus": focus,
        "answer": page.answer,
    }


def _merged(draft: Draft, page: Page) -> Iterable[PanelView]:
    views = iter(page.panels)
    for number, (panel, problems) in enumerate(draft.panels, 1):
        if problems:
            yield spoilt(panel, f"spoilt-{number}", " ".join(problems))
        elif not panel.is_hidden:
            yield next(views)


def _answer(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    return render(request, "balance/dashboard_preview.html", {"is_preview": True, **context})
