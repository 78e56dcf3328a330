"""What followers of a focus are told: changes in words, new events, corrections."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from balance.models import Event
from balance.models.spans import period_end
from balance.operations.changes import large_changes
from balance.panels.addresses import with_choices
from balance.panels.corrections import summary
from balance.panels.wording import listing, month, opening, percent, points, span
from balance.queries.changes import ShareChange
from balance.queries.corrections import Correction, corrections
from balance.queries.news import new_events
from balance.queries.questions import BadQuestion, UnknownFocus

MOST = 60


@dataclass(frozen=True)
class Entry:
    """A thing told once: `key` stays the same whatever its words become."""

    key: str
    title: str
    words: str
    path: str
    at: datetime


def entries(*, focus: str, today: date) -> list[Entry]:
    """Return everything about a focus that is new, newest first."""
    found = [
        *changes_of(focus=focus, today=today),
        *(_of_event(event) for event in new_events(focus)),
        *corrected(),
    ]
    return sorted(found, key=lambda entry: (entry.at, entry.key), reverse=True)[:MOST]


def changes_of(*, focus: str, today: date) -> list[Entry]:
    """Return the large changes of the shares; none while nothing is published."""
    try:
        changes, names = large_changes(focus=focus, today=today)
    except (BadQuestion, UnknownFocus):
        return []
    return [_of_change(change, focus, names[change.pole]) for change in changes]


def corrected() -> list[Entry]:
    """Return the newest corrections of what was published."""
    return [_of_correction(correction) for correction in corrections()[:MOST]]


def _of_change(change: ShareChange, focus: str, pole: str) -> Entry:
    end = period_end(change.month, "month")
    whole = round(100 * change.after) - round(100 * change.before)
    said = {
        "pole": opening(pole),
        "points": points(whole),
        "month": month(change.month),
        "share": percent(change.after),
    }
    sentence = (
        _("%(pole)s: the share rose by %(points)s in %(month)s, to %(share)s")
        if change.after > change.before
        else _("%(pole)s: the share fell by %(points)s in %(month)s, to %(share)s")
    )
    asked = {
        "pole": change.pole,
        "from": (change.month - timedelta(days=1)).isoformat(),
        "to": (end - timedelta(days=1)).isoformat(),
    }
    return Entry(
        key=f"focus/{focus}/{change.month:%Y-%m}/{change.pole}",
        title=sentence % said,
        words=_because(change),
        path=with_choices(reverse("why", args=[focus]), asked),
        at=datetime.combine(end, time.min, tzinfo=UTC),
    )


def _because(change: ShareChange) -> str:
    events = [f"“{event['title']}”" for event in change.events]
    if not events:
        return _("No event arrived that explains it: what was counted before has faded.")
    if change.after > change.before:
        return _("Because of %(events)s.") % {"events": listing(events)}
    return _("Because others gained: %(events)s.") % {"events": listing(events)}


def _of_event(event: Event) -> Entry:
    when = span(event.start, event.end, event.precision)
    return Entry(
        key=f"events/{event.pk}",
        title=_("New: %(title)s") % {"title": event.title},
        words=f"{opening(when)}. {event.description}".strip(),
        path=event.get_absolute_url(),
        at=event.created_at,
    )


def _of_correction(correction: Correction) -> Entry:
    return Entry(
        key=f"corrections/{correction.id}",
        title=summary(correction),
        words=correction.reason,
        path=f"{reverse('corrections')}#{correction.id}",
        at=correction.at,
    )
