"""Who may let readers see what, and what readers see already: two pairs of eyes."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models

from articles.edits import version_model
from balance.models import Dashboard, Event, Evidence, Panel, PanelPole, Participant

PUBLISH = "balance.publish_event"  # The permission that makes a publisher.


def may_publish(user: Any) -> bool:
    """Say whether the user may confirm events and publish dashboards and methodologies.

    Every editor may, unless the setting TWO_PAIRS_OF_EYES leaves it to publishers.
    """
    return user.has_perm("balance.change_event") and (not needs_two() or user.has_perm(PUBLISH))


def may_change(user: Any, row: models.Model) -> bool:
    """Say whether the user may change the row: what readers see already, only publishers may."""
    return not is_public(row) or may_publish(user)


def is_public(row: models.Model) -> bool:
    """Say whether the row is, or belongs to, a confirmed event or a published dashboard."""
    match row:
        case Event():
            return row.status == Event.Status.CONFIRMED
        case Dashboard():
            return row.status == Dashboard.Status.PUBLISHED
        case Participant():
            return is_public(row.event)
        case Evidence():
            return row.event is not None and is_public(row.event)
        case Panel():
            return is_public(row.dashboard)
        case PanelPole():
            return is_public(row.panel.dashboard)
    return False


def needs_two() -> bool:
    """Say whether two pairs of eyes are asked for."""
    return bool(settings.TWO_PAIRS_OF_EYES)


def nobody_else_saw(events: Iterable[int], *, by: Any) -> set[int]:
    """Return those of the events that this user recorded or edited, and no other user.

    Empty where one pair of eyes is enough.
    """
    if not needs_two():
        return set()
    keys = list(events)
    people: dict[int, set[Any]] = {key: set() for key in keys}
    for model, column in ((Event, "pgh_obj"), (Participant, "event"), (Evidence, "event")):
        versions = version_model(model).objects.filter(**{f"{column}__in": keys})
        pairs = versions.values_list(f"{column}_id", "pgh_context__metadata__user")
        for key, person in pairs.distinct():
            people[key].add(person)
    return {key for key, who in people.items() if who - {None} == {by.pk}}
