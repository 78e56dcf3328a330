"""What editors do to records beyond correcting them: confirm, withdraw, restore, publish."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pghistory
from django.db import connection, transaction
from django.db.models import Q, QuerySet

from articles.slugs import first_free, free_slug
from balance.models import Dashboard, Event, Methodology
from balance.queries.publishing import may_publish, nobody_else_saw


class NoReason(ValueError):
    """A record is withdrawn, and a methodology published, only with a reason."""


class MayNotPublish(ValueError):
    """What readers see is decided by publishers where two pairs of eyes are asked for."""


class NotADraft(ValueError):
    """Only a draft of a methodology can be published."""


class NotPublished(ValueError):
    """Only the published methodology can be retired."""


@transaction.atomic
def confirm_events(*, events: QuerySet[Event], by: Any) -> int:
    """Let proposed and rejected events count; return how many now do that did not.

    Where two pairs of eyes are asked for, those that only this user worked on wait for another.

    Raises:
        MayNotPublish: if this user may confirm nothing.
    """
    if not may_publish(by):
        raise MayNotPublish("only publishers confirm events")
    own = nobody_else_saw(events.values_list("pk", flat=True), by=by)
    waiting = (Event.Status.PROPOSED, Event.Status.REJECTED)
    return _set_status(events.exclude(pk__in=own), waiting, Event.Status.CONFIRMED)


@transaction.atomic
def propose_events(*, events: QuerySet[Event]) -> int:
    """Send confirmed and rejected events back to the proposals; return how many went."""
    decided = (Event.Status.CONFIRMED, Event.Status.REJECTED)
    return _set_status(events, decided, Event.Status.PROPOSED)


@transaction.atomic
def reject_events(*, events: QuerySet[Event]) -> int:
    """Decide that proposals are no events of ours; return how many were proposals."""
    return _set_status(events, (Event.Status.PROPOSED,), Event.Status.REJECTED)


@transaction.atomic
def withdraw(*, rows: QuerySet[Any], because: str) -> int:
    """Take back events or other records; they count no longer. Return how many still counted.

    Raises:
        NoReason: if `because` is empty.
    """
    if not because.strip():
        raise NoReason("say why the records are withdrawn")
    pghistory.context(why=because.strip())
    changes: dict[str, Any] = {"withdrawn_because": because.strip()}
    if rows.model is Event:
        changes["status"] = Event.Status.WITHDRAWN
    return _save_each(_locked(rows, Q(withdrawn_because="")), **changes)


@transaction.atomic
def restore(*, rows: QuerySet[Any]) -> int:
    """Give withdrawn records again, as they were; return how many were withdrawn."""
    withdrawn = _locked(rows, ~Q(withdrawn_because=""))
    if rows.model is not Event:
        return _save_each(withdrawn, withdrawn_because="")
    former = _status_before_withdrawal(withdrawn)
    for event in withdrawn:
        status = former.get(event.pk, Event.Status.PROPOSED)
        _save_each([event], status=status, withdrawn_because="")
    return len(withdrawn)


@transaction.atomic
def publish_methodology(*, methodology: Methodology, at: datetime, note: str) -> None:
    """Make a draft the published methodology; the one published before retires with it.

    `note` tells readers what changed, and why.

    Raises:
        NoReason: if the note is empty.
        NotADraft: if it was published before.
    """
    if not note.strip():
        raise NoReason("say what changed, and why")
    _everyone_waits()
    methodology.refresh_from_db()
    if methodology.status != Methodology.Status.DRAFT:
        raise NotADraft(f"{methodology.version} is {methodology.status}")
    Methodology.objects.published().update(status=Methodology.Status.RETIRED)
    methodology.status = Methodology.Status.PUBLISHED
    methodology.published_at = at
    methodology.note = note.strip()
    methodology.save(update_fields=["status", "published_at", "note"])


@transaction.atomic
def retire_methodology(*, methodology: Methodology) -> None:
    """Retire the published methodology; without another one no balance is shown.

    Raises:
        NotPublished: if it is a draft, or retired already.
    """
    _everyone_waits()
    methodology.refresh_from_db()
    if methodology.status != Methodology.Status.PUBLISHED:
        raise NotPublished(f"{methodology.version} is {methodology.status}")
    methodology.status = Methodology.Status.RETIRED
    methodology.save(update_fields=["status"])


@transaction.atomic
def draft_methodology(*, like: Methodology) -> Methodology:
    """Begin a new version from an existing one: the same numbers, to be changed."""
    taken = set(Methodology.objects.values_list("version", flat=True))
    version = first_free(f"{like.version}-draft"[:30], taken)
    draft = Methodology.objects.get(pk=like.pk)
    draft.pk, draft._state.adding = None, True
    draft.version, draft.status, draft.published_at = version, Methodology.Status.DRAFT, None
    draft.save()
    return draft


def sign_dashboard(*, dashboard: Dashboard, by: Any, at: datetime) -> None:
    """Note on the dashboard who publishes it and when, or that nobody does; not saved yet."""
    is_public = dashboard.status == Dashboard.Status.PUBLISHED
    dashboard.published_at, dashboard.published_by = (at, by) if is_public else (None, None)


@transaction.atomic
def copy_dashboard(*, dashboard: Dashboard, title: str) -> Dashboard:
    """Make a draft with the same panels, under a title and an address of its own."""
    copy = Dashboard.objects.create(
        slug=free_slug(Dashboard, title),
        title=title[:200],
        summary=dashboard.summary,
        focus_id=dashboard.focus_id,
    )
    for panel in dashboard.panels.prefetch_related("poles"):
        poles = panel.shown_poles
        panel.pk, panel._state.adding, panel.dashboard = None, True, copy
        panel.save()
        panel.poles.set(poles)
    return copy


def _set_status(events: QuerySet[Event], former: Sequence[str], status: Event.Status) -> int:
    return _save_each(_locked(events, Q(status__in=former)), status=status)


def _locked(rows: QuerySet[Any], condition: Q) -> list[Any]:
    """Return those rows that meet the condition, locked in the order that every writer uses."""
    model = rows.model
    chosen = model._default_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))
    return list(chosen.filter(condition).select_for_update().order_by("pk"))


def _save_each(rows: list[Any], **changes: Any) -> int:
    """Save the changes row by row, so that each notes when it changed; return how many rows."""
    for row in rows:
        for name, value in changes.items():
            setattr(row, name, value)
        stamps = [f.name for f in row._meta.fields if getattr(f, "auto_now", False)]
        row.save(update_fields=[*changes, *stamps])
    return len(rows)


def _status_before_withdrawal(events: list[Event]) -> dict[int, str]:
    versions: Any = Event._meta.get_field("versions").related_model
    before = versions.objects.filter(pgh_obj__in=events).exclude(status=Event.Status.WITHDRAWN)
    newest = before.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    return dict(newest.values_list("pgh_obj_id", "status"))


def _everyone_waits() -> None:
    """Let one editor at a time decide which methodology is the published one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('balance.methodology'))")
