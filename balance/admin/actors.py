"""Actors, their aliases, and the poles they stand in."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from articles.wording import span_shown
from balance.admin.merging import Mergeable
from balance.admin.poles import PoleMembershipInline
from balance.admin.translations import Translated
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Actor, Alias
from balance.queries.choosing import actors_called, likeliest_first


class AliasInline(EditorialTabularInline):
    model = Alias
    fields = ["text", "kind", "valid", "is_case_sensitive"]


@admin.register(Actor)
class ActorAdmin(Translated, Mergeable, WithdrawableAdmin):
    list_display = ["name", "code", "kind", "affiliation", "events"]
    list_filter = [StandingFilter, "kind", "poles_from_members"]
    list_select_related = ["affiliation"]
    search_fields = ["name", "code", "aliases__text"]
    search_help_text = _("A name, an alias or a code.")
    autocomplete_fields = ["affiliation"]
    actions = ["withdraw", "restore", "merge"]
    inlines = [AliasInline, PoleMembershipInline]
    parts = ["aliases", "pole_memberships"]
    restored_with = ["aliases"]
    fieldsets = [
        (None, {"fields": ["name", ("code", "kind"), "affiliation"]}),
        (_("More"), {"fields": ["poles_from_members", "wikidata", "in_other_languages"]}),
        (_("Does it count?"), {"fields": ["withdrawn_because"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        """Count the events of each actor with the list's own query."""
        actors = super().get_queryset(request)
        return actors.annotate(event_count=Count("participations__event", distinct=True))

    @admin.display(ordering="event_count", description=_("events"))
    def events(self, actor: Any) -> int:
        """Return in how many events the actor takes part."""
        return actor.event_count

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Keep the code once it is given: addresses and files use it."""
        return [*super().get_readonly_fields(request, obj), *(["code"] if obj else [])]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find actors by name, alias or code; offer standing ones only, the likeliest first."""
        found = actors_called(queryset, search_term)
        if "field_name" not in request.GET:  # The list of actors, not a box on a form.
            return found, False
        standing = found.filter(withdrawn_because="").select_related("affiliation")
        return likeliest_first(standing, search_term), False

    def choice_text(self, actor: Any) -> str:
        """Return what tells an actor from others of a like name: code, affiliation, alias."""
        text = f"{actor} ({actor.code})"
        if actor.affiliation:
            text = f"{text}, {actor.affiliation}"
        return f"{text} · “{actor.called}”" if getattr(actor, "called", None) else text


@admin.register(Alias)
class AliasAdmin(EditorialAdmin):
    list_display = ["text", "actor", "kind", "days", "is_case_sensitive"]
    list_filter = ["kind", "is_case_sensitive"]
    list_select_related = ["actor"]
    search_fields = ["text", "actor__name", "actor__code"]
    autocomplete_fields = ["actor"]
    fields = ["actor", ("text", "is_case_sensitive"), ("kind", "valid")]
    kept_because = _("Remove an alias on the page of its actor.")

    @admin.display(ordering="valid", description=_("valid"))
    def days(self, alias: Alias) -> str:
        """Return when the alias stands for its actor; empty: always."""
        is_dated = alias.valid.lower or alias.valid.upper
        return span_shown(alias.valid.lower, alias.valid.upper) if is_dated else ""
