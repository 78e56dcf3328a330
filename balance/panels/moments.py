"""The moments that editors pinned on charts."""

from balance.models import Annotation, Dashboard, Event, Focus, translated
from balance.panels.wording import day
from balance.queries.pages import pins

Pin = dict[str, str]


def pins_of(focus: Focus, dashboard: Dashboard | None) -> list[Pin]:
    """Return the moments pinned on the focus's charts, with those of the dashboard only."""
    return [_pin(moment) for moment in pins(focus, dashboard)]


def _pin(moment: Annotation) -> Pin:
    event = moment.event
    is_public = event is not None and event.status == Event.Status.CONFIRMED
    return {
        "date": moment.on.isoformat(),
        "when": day(moment.on),
        "title": translated(moment.title),
        "url": event.get_absolute_url() if event and is_public else "",
    }
