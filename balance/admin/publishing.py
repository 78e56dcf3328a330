"""Two pairs of eyes in the admin: what readers see already is changed by publishers alone."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.models import Event
from balance.queries.publishing import (
    is_public,
    may_change,
    may_publish,
    needs_two,
    nobody_else_saw,
)

ONLY_PUBLISHERS = gettext_lazy(
    "Two pairs of eyes are asked for here: a publisher decides what readers see."
)
SOMEBODY_ELSE = gettext_lazy(
    "Only you have worked on this event: another publisher confirms it. Save it as proposed."
)
SAVE_AS_PROPOSED = gettext_lazy("Only publishers confirm events here: save it as proposed.")
SAVE_AS_DRAFT = gettext_lazy("Only publishers publish dashboards here: save it as a draft.")


class PublicAdmin:
    """Records that readers may see: what they see already, only publishers change."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Leave to publishers what readers see."""
        may = super().has_change_permission(request, obj)  # type: ignore[misc]
        return may and (obj is None or may_change(request.user, obj))

    def may_bring_back(self, request: HttpRequest, then: Any) -> bool:
        """Leave it to publishers to bring back what readers saw."""
        return not is_public(then) or self.may_publish(request)

    def may_publish(self, request: HttpRequest) -> bool:
        """Say whether the editor may let readers see a record, and say so if not."""
        if may_publish(request.user):
            return True
        self.message_user(request, ONLY_PUBLISHERS, messages.ERROR)  # type: ignore[attr-defined]
        return False


class PublicPartAdmin(PublicAdmin):
    """Parts of such records on pages of their own: added here by publishers alone."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Leave it to publishers: nobody knows yet what the part will belong to."""
        return super().has_add_permission(request) and may_publish(request.user)  # type: ignore[misc]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Leave it to publishers: a part may be moved to what readers see."""
        return super().has_change_permission(request, obj) and may_publish(request.user)


def objection(user: Any, event: Event) -> str:
    """Return why the user may not confirm the event, or nothing."""
    if not may_publish(user):
        return str(SAVE_AS_PROPOSED)
    alone = nobody_else_saw([event.pk], by=user) if event.pk else needs_two()
    return str(SOMEBODY_ELSE) if alone else ""


def are_public(rows: QuerySet[Event]) -> bool:
    """Say whether readers see any of the events, or saw it before it was withdrawn."""
    seen = (Event.Status.CONFIRMED, Event.Status.WITHDRAWN)
    return rows.filter(status__in=seen).exists()


def left_over(request: HttpRequest) -> str:
    """Return what to say of events that were not confirmed."""
    words = _("The others were confirmed before, or are withdrawn: restore these first.")
    if needs_two():
        own = _("Those that only you have worked on wait for another publisher.")
        return f"{words} {own}"
    return words
