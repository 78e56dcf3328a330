"""Events, who took part in them, and what they are worth."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import factory

from balance.models import Actor, CameoCode, Event, EventType, Participant, Role
from balance.models.spans import period_end
from tests.factories.balance.actors import ActorFactory


class EventTypeFactory(factory.django.DjangoModelFactory[EventType]):
    class Meta:
        model = EventType
        django_get_or_create = ("code",)

    code = "SUPPORT"
    name = factory.LazyAttribute(lambda event_type: event_type.code.capitalize())
    plover_score = 5


class CameoCodeFactory(factory.django.DjangoModelFactory[CameoCode]):
    class Meta:
        model = CameoCode
        django_get_or_create = ("code",)

    code = "057"
    name = "Sign formal agreement"
    quad_class = 1
    goldstein = 8
    event_type = factory.SubFactory(EventTypeFactory)


def _take_part_as(role: Role) -> Callable[..., None]:
    def take_part(event: Event, create: bool, actors: Iterable[Actor] | None, **_: Any) -> None:
        for actor in actors or ():
            ParticipantFactory(event=event, actor=actor, role=role)

    return take_part


class EventFactory(factory.django.DjangoModelFactory[Event]):
    """A confirmed act of one day; `initiators`, `recipients` and `hosts` take lists of actors."""

    class Meta:
        model = Event
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"event-{n}")
    title = "A treaty on trade is signed"
    start = date(2024, 7, 3)
    precision = "day"
    end = factory.LazyAttribute(lambda event: period_end(event.start, event.precision))
    cameo_code = factory.SubFactory(CameoCodeFactory)
    event_type = factory.LazyAttribute(
        lambda event: event.cameo_code.event_type if event.cameo_code else EventTypeFactory()
    )
    dimension = "economic"
    status = Event.Status.CONFIRMED
    withdrawn_because = factory.LazyAttribute(
        lambda event: "Recorded twice." if event.status == "withdrawn" else ""
    )
    intensity_override = None
    intensity_reason = factory.LazyAttribute(
        lambda event: "" if event.intensity_override is None else "The type says too much."
    )

    initiators = factory.PostGeneration(_take_part_as(Role.INITIATOR))
    recipients = factory.PostGeneration(_take_part_as(Role.RECIPIENT))
    hosts = factory.PostGeneration(_take_part_as(Role.HOST))


class ParticipantFactory(factory.django.DjangoModelFactory[Participant]):
    class Meta:
        model = Participant

    event = factory.SubFactory(EventFactory)
    actor = factory.SubFactory(ActorFactory)
    role = Role.RECIPIENT
