"""What a proposal would change is what it changes once it is accepted."""

from datetime import UTC, date, datetime

import pytest

from balance.models import Participant
from balance.operations import deciding
from balance.operations.answers import balance_answer
from balance.operations.effects import effect_of
from balance.queries.proposals import similar_events
from balance.queries.questions import BalanceQuestion
from tests.factories.balance import (
    ActorFactory,
    EventFactory,
    EventTypeFactory,
    MethodologyFactory,
    ProposalFactory,
)
from tests.factories.users import UserFactory
from tests.integration.balance.operations.world import TODAY, build_world

NOW = datetime(2024, 12, 31, 12, tzinfo=UTC)
AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db):
    MethodologyFactory()
    world = build_world()
    world.event(world.russia, on=date(2024, 12, 1))
    world.event(world.china, on=date(2024, 11, 1))
    return world


@pytest.fixture
def proposal(world):
    return ProposalFactory(
        start=date(2024, 12, 30), initiators=[world.focus.actor], recipients=[world.china]
    )


def of_today():
    return balance_answer(question=AZE, today=TODAY)["points"][-1]["poles"]


def test_the_effect_is_what_accepting_changes(proposal):
    before = of_today()
    effect = effect_of(proposal, today=TODAY)[0]

    deciding.accept(
        proposal=proposal, by=UserFactory(), at=NOW, opened_at=None, changes=None, publish=True
    )

    after = of_today()
    assert effect.focus == "AZE"
    assert not effect.is_none
    for pole in effect.poles:
        for name in ("cooperation", "conflict", "share"):
            told = getattr(pole, name)
            assert told == pytest.approx((before[pole.code][name], after[pole.code][name]))
    china, russia = effect.poles
    assert china.points > 0
    assert russia.points == 0
    assert russia.share[1] < russia.share[0]


def test_an_act_to_come_changes_nothing_today(world):
    proposal = ProposalFactory(
        start=date(2025, 6, 1), initiators=[world.focus.actor], recipients=[world.china]
    )

    assert effect_of(proposal, today=TODAY)[0].is_none


def test_acts_without_a_focus_and_claims_have_no_effect(world):
    others = ProposalFactory(initiators=[world.china], recipients=[world.russia])
    claim = ProposalFactory(kind="claim", claim_kind="forecast", initiators=[world.focus.actor])

    assert effect_of(others, today=TODAY) == effect_of(claim, today=TODAY) == []


def test_asking_for_an_effect_costs_few_queries_once_the_world_is_known(
    proposal, django_assert_max_num_queries
):
    effect_of(proposal, today=TODAY)

    with django_assert_max_num_queries(6):
        effect_of(proposal, today=TODAY)


def test_similar_events_share_a_partner_and_lie_near(world, proposal):
    near = {"start": date(2024, 12, 28)}
    same = world.event(world.china, on=near["start"], title="China signs a treaty on trade")
    aide = ActorFactory(affiliation=world.china)
    other_type = EventTypeFactory(code="CONSULT")
    visit = EventFactory(title="A visit", cameo_code=None, event_type=other_type, **near)
    Participant.objects.create(event=visit, actor=aide, role="recipient")
    world.event(world.russia, on=near["start"], title=proposal.title)
    world.event(world.china, on=near["start"], status="withdrawn")
    world.event(world.china, on=date(2024, 7, 1), title=proposal.title)

    assert similar_events(proposal) == [same, visit]


def test_similar_events_are_five_in_four_queries(world, proposal, django_assert_num_queries):
    for _ in range(8):
        world.event(world.china, on=proposal.start)

    with django_assert_num_queries(5):
        found = similar_events(proposal)
        names = [str(party.actor) for event in found for party in event.participants.all()]

    assert len(found) == 5
    assert len(names) == 10
