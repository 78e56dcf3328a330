"""Foci, schemes, poles, and who stands in which pole."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from articles.admin.forms import EditorialForm
from articles.wording import span_shown
from balance.admin.translations import Translated
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Focus, Pole, PoleMembership, Scheme


class PoleMembershipInline(EditorialTabularInline):
    """Memberships are withdrawn, never removed: an earlier balance was computed from them."""

    model = PoleMembership
    fields = ["actor", "pole", "weight", "valid", "withdrawn_because"]
    autocomplete_fields = ["actor"]
    named_by = ["actor", "pole"]
    can_delete = False


class PoleInline(EditorialTabularInline):
    model = Pole
    fields = ["position", "code", "name"]
    readonly_fields = ["position", "code", "name"]
    can_delete = False
    max_num = 0
    show_change_link = True


class PoleForm(EditorialForm):
    color = forms.CharField(
        label=_("Colour"),
        help_text=_("On a light ground: dark enough to be told from it and from other poles."),
        widget=forms.TextInput(attrs={"type": "color"}),
    )
    color_dark = forms.CharField(
        label=_("Colour on dark ground"),
        help_text=_("On a dark ground: bright enough to be told from it."),
        widget=forms.TextInput(attrs={"type": "color"}),
    )


@admin.register(Scheme)
class SchemeAdmin(EditorialAdmin):
    list_display = ["name", "code", "poles"]
    search_fields = ["name", "code"]
    fields = ["name", "code", "description"]
    inlines = [PoleInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Scheme]:
        """Count the poles with the list's own query."""
        return super().get_queryset(request).annotate(pole_count=Count("poles"))

    @admin.display(ordering="pole_count", description=_("poles"))
    def poles(self, scheme: Any) -> int:
        """Return how many poles the scheme has."""
        return scheme.pole_count


@admin.register(Pole)
class PoleAdmin(Translated, EditorialAdmin):
    form = PoleForm
    list_display = ["name", "code", "scheme", "position", "members", "swatch"]
    list_filter = ["scheme"]
    list_select_related = ["scheme"]
    search_fields = ["name", "code"]
    inlines = [PoleMembershipInline]
    parts = ["memberships"]
    restored_with = ()
    fields = [
        "scheme",
        ("code", "name"),
        "position",
        ("color", "color_dark", "dash"),
        "in_other_languages",
    ]
    kept_because = _("Poles are never deleted: withdraw the memberships of its actors instead.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pole]:
        """Count the members with the list's own query."""
        standing = Count("memberships__actor", Q(memberships__withdrawn_because=""), distinct=True)
        return super().get_queryset(request).annotate(member_count=standing)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Keep a pole in its scheme."""
        return [*super().get_readonly_fields(request, obj), *(["scheme"] if obj else [])]

    @admin.display(ordering="member_count", description=_("members"))
    def members(self, pole: Any) -> int:
        """Return how many actors stand, or stood, in the pole."""
        return pole.member_count

    @admin.display(description=_("colour"))
    def swatch(self, pole: Pole) -> str:
        """Return both colours as pictures; a style attribute would be refused by the browser."""
        return format_html(
            '<svg class="swatch" viewBox="0 0 2 1" role="img" aria-label="{} {}">'
            '<rect width="1" height="1" fill="{}"/><rect x="1" width="1" height="1" fill="{}"/>'
            "</svg>",
            *(pole.color, pole.color_dark) * 2,
        )


@admin.register(PoleMembership)
class PoleMembershipAdmin(WithdrawableAdmin):
    list_display = ["actor", "pole", "weight", "days", "withdrawn_because"]
    list_filter = [StandingFilter, "pole"]
    list_select_related = ["actor", "pole"]
    search_fields = ["actor__name", "actor__code", "pole__name"]
    autocomplete_fields = ["actor", "pole"]
    fieldsets = [
        (None, {"fields": [("actor", "pole"), "weight", "valid"]}),
        (_("Does it count?"), {"fields": ["withdrawn_because"]}),
    ]

    @admin.display(ordering="valid", description=_("valid"))
    def days(self, membership: PoleMembership) -> str:
        """Return the span of the membership in words."""
        return span_shown(membership.valid.lower, membership.valid.upper)


@admin.register(Focus)
class FocusAdmin(EditorialAdmin):
    list_display = ["actor", "scheme", "is_default"]
    search_fields = ["actor__name", "actor__code"]
    autocomplete_fields = ["actor"]
    fields = ["actor", "scheme", "is_default", "summary"]
    kept_because = _("A focus is never deleted: its claims and dashboards refer to it.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Focus]:
        """Read the actors along, whose names are the names of foci."""
        return super().get_queryset(request).select_related("actor", "scheme")
