"""The order of the queue is learnt from decisions, once there are enough."""

from datetime import UTC, datetime

import pytest

from balance.models import Decision, Proposal, Ranking
from balance.operations.ranking import Ranker, missing_decisions, train
from tests.factories.articles import ArticleFactory
from tests.factories.balance import EventFactory, ProposalFactory
from tests.factories.users import UserFactory

NOW = datetime(2024, 7, 6, 3, tzinfo=UTC)


def decide(count):
    """Let an editor accept what has a date, whatever its score, three times in four."""
    article, event, by = ArticleFactory(), EventFactory(), UserFactory()
    made = ProposalFactory.build_batch(count, article=article, event_type=event.event_type)
    for number, proposal in enumerate(made):
        proposal.score = (number * 7 % 10) / 10
        proposal.features = {"dated": float(number % 2), "names_a_focus": 1.0}
    Proposal.objects.bulk_create(made)
    decisions = [
        Decision(
            proposal=proposal,
            outcome="attached" if number % 2 and number % 8 != 1 else "rejected",
            event=event if number % 2 and number % 8 != 1 else None,
            decided_at=NOW,
            by=by,
        )
        for number, proposal in enumerate(made)
    ]
    Decision.objects.bulk_create(decisions)
    for decision in decisions:
        proposal = decision.proposal
        proposal.decision, proposal.event = decision, decision.event
        proposal.state = "accepted" if decision.event else "rejected"
    Proposal.objects.bulk_update(made, ["decision", "event", "state"])


@pytest.mark.django_db
def test_a_few_decisions_teach_nothing():
    decide(20)

    assert train(at=NOW) is None
    assert missing_decisions() == Ranking.FEWEST_DECISIONS - 20


@pytest.mark.django_db
def test_enough_decisions_reorder_what_waits():
    decide(Ranking.FEWEST_DECISIONS)
    features = {"names_a_focus": 1.0}
    undated = ProposalFactory(score=0.9, features={**features, "dated": 0.0})
    dated = ProposalFactory(score=0.1, features={**features, "dated": 1.0})
    foreign = ProposalFactory(score=0.1, features={"dated": 1.0, "names_a_focus": 0.0})

    ranking = train(at=NOW)

    assert ranking == Ranking.objects.get()
    assert (ranking.decisions, ranking.accepted) == (400, 150)
    assert ranking.auc > 0.8 > ranking.auc_of_score
    assert ranking.precision_at_top > 0.6
    assert list(Proposal.objects.waiting()) == [dated, foreign, undated]
    assert missing_decisions() == 0


def test_nothing_learnt_keeps_the_score_and_hard_numbers_stay_shares():
    assert Ranker().rank(score=0.6, features={}) == 0.6
    steep = {"": [1.0, 0.0, 1.0], "x": [1e9, 0.0, 1.0]}
    assert Ranker(steep).rank(score=0.1, features={"x": -1.0}) == pytest.approx(0)
    assert Ranker(steep).rank(score=0.1, features={"x": 1.0}) == pytest.approx(1)
