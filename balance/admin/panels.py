"""Panels on the page of their dashboard: what each shows, and which options it takes."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import Media, Script
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.dates import OpenPeriodField
from articles.admin.editorial import EditorialAdmin, EditorialStackedInline
from articles.admin.forms import EditorialForm, EditorialFormSet, RewordedForm
from balance.admin.publishing import PublicPartAdmin
from balance.models import Dimension, Focus, Panel, PanelPole, Pole
from balance.models.panel_kinds import OPTIONS, PanelKind
from balance.panels.options import number_of_poles


class PanelOptions(forms.ModelForm):
    """A panel without a position goes last; its poles are those of its focus."""

    chosen_poles = forms.ModelMultipleChoiceField(
        Pole.objects.all(),
        label=gettext_lazy("Poles"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None: all."),
    )
    dimensions = forms.MultipleChoiceField(
        choices=Dimension.choices,
        label=gettext_lazy("Dimensions"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None: as the reader chooses."),
    )
    period = OpenPeriodField(
        label=gettext_lazy("Fixed period"),
        help_text=gettext_lazy(
            "2014–2018; or 2020 –, which goes on to this day. A figure of one day takes the last."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "position" not in self.fields:  # Who may only look has no boxes.
            return
        self.fields["position"].required = False
        self.fields["note"].widget.attrs["rows"] = 3
        self.initial["chosen_poles"] = [pole.pk for pole in self.instance.shown_poles]
        if not self.instance.pk:
            self.initial["position"] = None

    def clean(self) -> dict[str, Any] | None:
        """Object to poles that the kind cannot show, or that are not of the focus."""
        cleaned = super().clean()
        poles = list(self.cleaned_data.get("chosen_poles") or [])
        self.instance.shown_poles = poles
        kind = self.cleaned_data.get("kind")
        if kind and (objection := self._of_the_poles(PanelKind(kind), poles)):
            self.add_error("chosen_poles", objection)
        return cleaned

    def _of_the_poles(self, kind: PanelKind, poles: list[Pole]) -> str:
        if poles and "poles" not in OPTIONS[kind]:
            return _("This kind of panel is about all poles: clear them, or choose another kind.")
        if objection := number_of_poles(kind, len(poles)):
            return objection
        focus = self.cleaned_data.get("focus") or self._focus_of_the_dashboard()
        others = [pole.name for pole in poles if focus and pole.scheme_id != focus.scheme_id]
        if others:
            return _("%(focus)s is not read against %(pole)s: choose other poles.") % {
                "focus": focus,
                "pole": others[0],
            }
        return ""

    def _focus_of_the_dashboard(self) -> Focus | None:
        dashboard = self.instance.dashboard if self.instance.dashboard_id else None
        dashboard = getattr(self, "dashboard", None) or dashboard
        return dashboard.focus if dashboard and dashboard.focus_id else None

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        if "chosen_poles" in self.cleaned_data:
            self.instance.poles.set(self.cleaned_data["chosen_poles"])


class PanelForm(PanelOptions, RewordedForm):
    """A panel among those of its dashboard."""


class OnePanelForm(PanelOptions, EditorialForm):
    """A panel on a page of its own."""


class PanelFormSet(EditorialFormSet):
    """Panels in the order of their positions."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        form.dashboard = self.instance
        return form

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
    autocomplete_fields = ["focus", "methodology"]
    fieldsets = [
        (None, {"fields": [("kind", "title"), ("position", "width", "is_hidden"), "note"]}),
        (
            gettext_lazy("Only a part of the data"),
            {"fields": ["chosen_poles", "dimensions", "focus"], "classes": ["collapse"]},
        ),
        (
            gettext_lazy("Fixed, whatever the reader chooses"),
            {
                "fields": [
                    ("years", "period"),
                    ("step", "kernel", "half_life"),
                    ("methodology", "dataset"),
                ],
                "classes": ["collapse"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Panel]:
        """Read the poles of all panels at once."""
        panels: Any = super().get_queryset(request)
        return panels.with_options()

    @property
    def media(self) -> Media:
        """Add what moves and previews panels; without scripts one types positions."""
        names = ("js/admin-panels.js", "js/admin-preview.js")
        scripts: list[Any] = [Script(name, type="module") for name in names]
        return super().media + Media(js=scripts)


@admin.register(Panel)
class PanelAdmin(PublicPartAdmin, EditorialAdmin):
    """For a search across dashboards; a dashboard's own page is where panels are edited."""

    form = OnePanelForm
    list_display = ["__str__", "dashboard", "kind", "position", "is_hidden"]
    list_filter = ["kind", "is_hidden"]
    list_select_related = ["dashboard"]
    search_fields = ["title", "note", "dashboard__title"]
    autocomplete_fields = ["dashboard", "focus", "methodology"]
    parts = ["panel_poles"]
    fieldsets = [(None, {"fields": ["dashboard"]}), *PanelInline.fieldsets]
    kept_because = gettext_lazy("Remove a panel on the page of its dashboard, or hide it.")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Stay off the desk: panels belong to their dashboard."""
        return False


@admin.register(PanelPole)
class PanelPoleAdmin(PublicPartAdmin, EditorialAdmin):
    """For a search across panels; a dashboard's own page is where their poles are chosen."""

    list_display = ["panel", "pole"]
    list_filter = ["pole"]
    list_select_related = ["panel", "pole"]
    search_fields = ["panel__title", "panel__dashboard__title", "pole__name"]
    autocomplete_fields = ["panel", "pole"]
    fields = [("panel", "pole")]
    kept_because = gettext_lazy("Clear the pole on the page of the panel's dashboard.")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Stay off the desk: poles of panels belong to their dashboard."""
        return False
