"""What readers, editors, publishers and administrators may do at the desk, kept as groups."""

from enum import StrEnum
from typing import NamedTuple

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from balance.models import Event
from balance.queries.publishing import PUBLISH


class DeskRole(StrEnum):
    """Each may do what those before it may; the value is the group's name."""

    READER = "reader"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


class Rights(NamedTuple):
    """From which role on rows are seen, added, changed and deleted; None is nobody."""

    view: DeskRole
    add: DeskRole | None = None
    change: DeskRole | None = None
    delete: DeskRole | None = None


_KEPT = Rights(DeskRole.READER, DeskRole.EDITOR, DeskRole.EDITOR)
_PART = Rights(DeskRole.READER, DeskRole.EDITOR, DeskRole.EDITOR, DeskRole.EDITOR)
_CODED = Rights(DeskRole.READER, DeskRole.EDITOR)
_OF_EDITORS = Rights(DeskRole.EDITOR, DeskRole.EDITOR, DeskRole.EDITOR)
_COMPUTED = Rights(DeskRole.READER)
_ACCOUNTS = Rights(DeskRole.ADMINISTRATOR, DeskRole.ADMINISTRATOR, DeskRole.ADMINISTRATOR)
_GROUPS = Rights(DeskRole.ADMINISTRATOR)
_QUEUE = Rights(DeskRole.READER, None, DeskRole.EDITOR)
_SCHEDULE = Rights(DeskRole.ADMINISTRATOR, None, DeskRole.ADMINISTRATOR)

# Records are withdrawn, never deleted; only their parts are, and an article nothing refers to.
TABLES: dict[str, Rights] = {
    "articles.article": _PART,
    "articles.feed": _KEPT,
    "articles.feedhealth": _COMPUTED,
    "articles.outlet": _KEPT,
    "articles.server": _COMPUTED,
    "articles.visit": _COMPUTED,
    "balance.actor": _KEPT,
    "balance.alias": _PART,
    "balance.annotation": _KEPT,
    "balance.cameocode": _KEPT,
    "balance.claim": _KEPT,
    "balance.claimpole": _PART,
    "balance.codedparticipant": _CODED,
    "balance.coding": _CODED,
    "balance.dailyseries": _COMPUTED,
    "balance.dashboard": _KEPT,
    "balance.dataset": _KEPT,
    "balance.decision": _COMPUTED,
    "balance.dirtyseries": _COMPUTED,
    "balance.event": _KEPT,
    "balance.eventtype": _KEPT,
    "balance.evidence": _PART,
    "balance.focus": _KEPT,
    "balance.heartbeat": _COMPUTED,
    "balance.indicator": _KEPT,
    "balance.job": _OF_EDITORS,
    "balance.merger": _COMPUTED,
    "balance.methodology": _KEPT,
    "balance.note": _OF_EDITORS,
    "balance.observation": _KEPT,
    "balance.panel": _PART,
    "balance.panelpole": _PART,
    "balance.participant": _PART,
    "balance.pole": _KEPT,
    "balance.polemembership": _KEPT,
    "balance.proposal": _QUEUE,
    "balance.proposalparticipant": _COMPUTED,
    "balance.ranking": _COMPUTED,
    "balance.reading": _COMPUTED,
    "balance.record": _COMPUTED,
    "balance.report": _OF_EDITORS,
    "balance.run": _COMPUTED,
    "balance.scheme": _KEPT,
    "balance.seriesversion": _COMPUTED,
    "balance.tie": _KEPT,
    "balance.tiekind": _KEPT,
    "balance.translation": _PART,
    "auth.user": _ACCOUNTS,
    "auth.group": _GROUPS,
    "django_celery_beat.clockedschedule": _SCHEDULE,
    "django_celery_beat.crontabschedule": _SCHEDULE,
    "django_celery_beat.intervalschedule": _SCHEDULE,
    "django_celery_beat.periodictask": _SCHEDULE,
    "django_celery_beat.solarschedule": _SCHEDULE,
}


def permissions_of(role: DeskRole) -> set[str]:
    """Return what the role may do, as Django names it: `balance.change_event`."""
    may = {
        f"{label.split('.')[0]}.{act}_{label.split('.')[1]}"
        for label, rights in TABLES.items()
        for act, least in rights._asdict().items()
        if least is not None and _reaches(role, least)
    }
    return may | ({PUBLISH} if _reaches(role, DeskRole.PUBLISHER) else set())


def _reaches(role: DeskRole, least: DeskRole) -> bool:
    order = list(DeskRole)
    return order.index(role) >= order.index(least)


@transaction.atomic
def store_desk_roles() -> None:
    """Make the groups, and give each exactly what the table says. Safe to repeat."""
    for app in {label.split(".")[0] for label in TABLES}:
        create_permissions(apps.get_app_config(app), verbosity=0)
    Permission.objects.get_or_create(
        codename=PUBLISH.split(".")[1],
        content_type=ContentType.objects.get_for_model(Event),
        defaults={"name": "Can confirm events and publish dashboards and methodologies"},
    )
    stored = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role in DeskRole:
        group, _created = Group.objects.get_or_create(name=role.value)
        # A migration back in time has no rows for tables that are not there yet.
        group.permissions.set([stored[name] for name in permissions_of(role) if name in stored])
