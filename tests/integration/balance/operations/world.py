"""Azerbaijan between two poles, small enough to reckon in the head."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from balance.models import Actor, Dataset, Event, Focus
from tests.factories.balance import (
    ActorFactory,
    DatasetFactory,
    EventFactory,
    FocusFactory,
    PoleFactory,
    PoleMembershipFactory,
)

TODAY = date(2024, 12, 31)


@dataclass(frozen=True)
class World:
    """The focus, its editorial data set, and one actor in each of two poles."""

    focus: Focus
    dataset: Dataset
    china: Actor
    russia: Actor

    def event(self, partner: Actor, on: date = TODAY, **values: Any) -> Event:
        """Make a confirmed event worth 8 points between Azerbaijan and the partner."""
        return EventFactory(start=on, initiators=[self.focus.actor], recipients=[partner], **values)


def build_world() -> World:
    """Return the world; the poles are called china and russia."""
    focus, actors = FocusFactory(is_default=True), {}
    for position, code in enumerate(("china", "russia")):
        actors[code] = ActorFactory(code=code.upper(), name=code.capitalize())
        pole = PoleFactory(
            scheme=focus.scheme, code=code, name=code.capitalize(), position=position
        )
        PoleMembershipFactory(actor=actors[code], pole=pole)
    return World(focus=focus, dataset=DatasetFactory(code="editorial"), **actors)
