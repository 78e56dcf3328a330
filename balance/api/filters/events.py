"""Which events a reader asks for."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError

from articles.api.codes import CodesField
from articles.api.filters import Keep, ListFilter
from articles.api.parameters import ChoicesField, WordsField
from balance.api.editors import is_editor
from balance.api.filters.codes import Rows, by_actor, by_focus, by_pole, since, until
from balance.models import CameoCode, Dimension, Event, EventType
from balance.models.events import EventQuerySet
from balance.queries.search import events_with_words

PUBLIC = (Event.Status.CONFIRMED, Event.Status.WITHDRAWN)


class StatusField(ChoicesField):
    """All states, of which the schema names those that everybody may ask for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=PUBLIC, **kwargs)
        self.choices = tuple(Event.Status.values)


class KeepStatus(Keep):
    """Keeps the confirmed events unless asked; the queue is for editors."""

    def filter(self, rows: Rows, value: tuple[str, ...] | None) -> Rows:
        """Return the rows in the states.

        Raises:
            ValidationError: if a reader asks for the editors' queue.
        """
        states = value or (Event.Status.CONFIRMED,)
        if not set(states) <= set(PUBLIC) and not is_editor(self.parent.request):
            sentence = gettext("Proposed and rejected events are for signed-in editors.")
            raise ValidationError({"status": sentence})
        return rows.filter(status__in=states)


class EventFilter(ListFilter):
    start = since("end__gt")
    end = until("start__lt")
    actor = by_actor(
        EventQuerySet.with_actor, _("An actor that took part, itself or by its people and bodies.")
    )
    pole = by_pole(
        EventQuerySet.with_pole, _("A pole of which a member took part, on the event's first day.")
    )
    focus = by_focus(EventQuerySet.involving, _("A focus that was the initiator or the recipient."))
    dimension = Keep("dimension__in", ChoicesField(choices=Dimension.values))
    event_type = Keep(
        "event_type__code__in",
        CodesField(
            rows=EventType.objects.all(), noun=_("event type"), help_text=_("PLOVER types.")
        ),
    )
    cameo_code = Keep(
        "cameo_code__code__in",
        CodesField(rows=CameoCode.objects.all(), noun=_("CAMEO code"), help_text=_("CAMEO codes.")),
    )
    status = KeepStatus("", StatusField(help_text=_("Confirmed unless asked.")))
    q = Keep(
        events_with_words,
        WordsField(
            help_text=_(
                "Words of the title, the description, a quotation or who took part, as in a web "
                'search: all of them, "a phrase", -without, one or other.'
            )
        ),
    )
