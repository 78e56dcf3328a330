"""Azerbaijan between three poles, with numbers that can be done in the head."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
import time_machine

from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import (
    ActorFactory,
    EventFactory,
    EvidenceFactory,
    FocusFactory,
    PoleFactory,
    PoleMembershipFactory,
)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Let it be noon on 10 July 2024."""
    with time_machine.travel("2024-07-10T12:00:00Z", tick=False):
        yield


@pytest.fixture
def world(db: None) -> SimpleNamespace:
    """Return a focus with 8 points of cooperation with Russia a year ago, and 8 with China today.

    So on 10 July 2024 China has two thirds and Russia one; a year before, Russia had all.
    """
    focus = FocusFactory(is_default=True)
    poles = {
        code: PoleFactory(code=code, name=name, position=number, color=color)
        for number, (code, name, color) in enumerate(
            [
                ("russia", "Russia", "#d55e00"),
                ("west", "the West", "#0072b2"),
                ("china", "China", "#b27d00"),
            ]
        )
    }
    states = {
        code: ActorFactory(code=state, name=poles[code].name)
        for code, state in (("russia", "RUS"), ("west", "USA"), ("china", "CHN"))
    }
    for code, state in states.items():
        PoleMembershipFactory(actor=state, pole=poles[code])
    pact = EventFactory(
        title="A pact with Russia",
        start=date(2023, 7, 11),
        initiators=[focus.actor],
        recipients=[states["russia"]],
    )
    treaty = EventFactory(
        title="A treaty with China",
        start=date(2024, 7, 10),
        initiators=[focus.actor],
        recipients=[states["china"]],
    )
    article = ArticleFactory(outlet=OutletFactory(name="Report"), title="")
    EvidenceFactory(event=treaty, article=article, quote="They signed a treaty on trade.")
    return SimpleNamespace(
        focus=focus, poles=poles, states=states, pact=pact, treaty=treaty, article=article
    )
