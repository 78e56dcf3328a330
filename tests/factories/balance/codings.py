"""Second codings."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import factory

from balance.models import Actor, CodedParticipant, Coding
from balance.models.spans import period_end
from balance.queries.codings import coded
from tests.factories.balance.actors import ActorFactory
from tests.factories.balance.events import EventFactory, EventTypeFactory
from tests.factories.users import UserFactory


def _found_as(role: str) -> Callable[..., None]:
    def find(coding: Coding, create: bool, actors: Iterable[Actor] | None, **_: Any) -> None:
        for actor in actors or ():
            CodedParticipantFactory(coding=coding, actor=actor, role=role)

    return find


class CodingFactory(factory.django.DjangoModelFactory[Coding]):
    """A coding that agrees with how its event is recorded, but for what is said."""

    class Meta:
        model = Coding
        skip_postgeneration_save = True

    event = factory.SubFactory(EventFactory)
    coder = factory.SubFactory(UserFactory)
    start = date(2024, 7, 3)
    precision = "day"
    end = factory.LazyAttribute(lambda coding: period_end(coding.start, coding.precision))
    event_type = factory.SubFactory(EventTypeFactory)
    cameo_code = factory.SelfAttribute("event.cameo_code")
    dimension = "economic"
    recorded = factory.LazyAttribute(lambda coding: coded(coding.event))

    initiators = factory.PostGeneration(_found_as("initiator"))
    recipients = factory.PostGeneration(_found_as("recipient"))


class CodedParticipantFactory(factory.django.DjangoModelFactory[CodedParticipant]):
    class Meta:
        model = CodedParticipant

    coding = factory.SubFactory(CodingFactory)
    actor = factory.SubFactory(ActorFactory)
    role = "initiator"
