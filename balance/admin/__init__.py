"""The admin: where editors correct, confirm, withdraw and publish."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from balance.admin import (
    accounts,
    actors,
    claims,
    codings,
    dashboards,
    derived,
    event_types,
    events,
    evidence,
    exporting,
    help_of_pages,
    help_of_records,
    importing,
    indicators,
    jobs,
    merging,
    methodologies,
    notes,
    participants,
    poles,
    proposals,
    queue,
    refusals,
    refusals_of_proposals,
    reports,
    ties,
    translations,
)

__all__ = [
    "accounts",
    "actors",
    "claims",
    "codings",
    "dashboards",
    "derived",
    "event_types",
    "events",
    "evidence",
    "exporting",
    "help_of_pages",
    "help_of_records",
    "importing",
    "indicators",
    "jobs",
    "merging",
    "methodologies",
    "notes",
    "participants",
    "poles",
    "proposals",
    "queue",
    "refusals",
    "refusals_of_proposals",
    "reports",
    "ties",
    "translations",
]

admin.site.site_header = _("Balance")
admin.site.site_title = _("Balance")
admin.site.index_title = _("Desk")

exporting.offer_export()
