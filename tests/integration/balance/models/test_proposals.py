"""What must be true of proposals, decisions, readings and rankings, each broken once."""

from datetime import UTC, date, datetime

import pytest

from balance.models import Proposal, Reading
from tests.factories.balance import (
    ActorFactory,
    ClaimFactory,
    DecisionFactory,
    EventFactory,
    FocusFactory,
    PoleMembershipFactory,
    ProposalFactory,
    ProposalParticipantFactory,
    RankingFactory,
    ReadingFactory,
)
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param(
            "proposal_interval_fits_its_precision", {"end": date(2024, 7, 5)}, id="two days a day"
        ),
        pytest.param(
            "proposal_dates_are_of_our_time",
            {"start": date(1899, 1, 1), "end": date(1899, 1, 2)},
            id="long ago",
        ),
        pytest.param("proposal_has_title_and_sentence", {"title": ""}, id="no title"),
        pytest.param(
            "proposal_has_title_and_sentence",
            {"sentence": "", "sentence_start": 0, "sentence_end": 0},
            id="no sentence",
        ),
        pytest.param(
            "proposal_sentence_is_as_long_as_its_place",
            {"sentence_end": 10_000},
            id="a wrong place",
        ),
        pytest.param("proposal_of_an_event_has_a_type", {"event_type": None}, id="no type"),
        pytest.param("proposal_of_an_event_has_a_type", {"kind": "claim"}, id="no kind of claim"),
        pytest.param("proposal_dimension_is_known", {"dimension": "moral"}, id="a new dimension"),
        pytest.param("proposal_score_and_rank_are_probabilities", {"score": 1.1}, id="a score"),
        pytest.param("proposal_score_and_rank_are_probabilities", {"rank": -0.1}, id="a rank"),
        pytest.param(
            "proposal_waits_without_a_decision", {"state": "rejected"}, id="decided by nobody"
        ),
        pytest.param("proposal_state_is_known", {"state": "lost"}, id="another state"),
    ],
)
def test_a_proposal_is_refused(truth, changes):
    proposal = ProposalFactory()
    if truth == "proposal_state_is_known":
        changes = {**changes, "decision": DecisionFactory(proposal=proposal)}

    assert_refused(proposal, truth, **changes)


def test_a_proposal_waits_without_a_decision():
    proposal = ProposalFactory()
    decision = DecisionFactory(proposal=proposal)

    assert_refused(proposal, "proposal_waits_without_a_decision", decision=decision)
    assert_accepted(proposal, state="rejected")


def test_what_is_accepted_has_one_event_or_claim():
    proposal = ProposalFactory()
    decision = DecisionFactory(proposal=proposal)
    event, claim = EventFactory(), ClaimFactory()
    truth = "proposal_accepted_has_one_record"

    assert_refused(proposal, truth, state="accepted", decision=decision)
    assert_refused(proposal, truth, event=event, claim=claim)
    assert_refused(proposal, truth, state="rejected", claim=None)
    assert_accepted(proposal, state="accepted")


def test_a_sentence_suggests_a_thing_once():
    first = ProposalFactory()

    assert_refused(ProposalFactory(article=first.article), "proposal_made_once", key=first.key)


def test_a_proposal_names_an_actor_once_in_a_role():
    first = ProposalParticipantFactory()

    second = ProposalParticipantFactory(proposal=first.proposal)
    assert_refused(second, "proposal_names_an_actor_once_in_a_role", actor=first.actor)
    assert_refused(second, "proposal_names_an_actor_in_a_known_role", role="guest")


def test_waiting_proposals_with_a_pole_on_their_day():
    member = PoleMembershipFactory()
    minister = ActorFactory(affiliation=member.actor)
    found = ProposalFactory(initiators=[FocusFactory().actor], recipients=[minister])
    ProposalFactory(recipients=[ActorFactory()], hosts=[member.actor])

    assert list(Proposal.objects.waiting().with_pole(member.pole.code)) == [found]


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("decision_outcome_is_known", {"outcome": "perhaps"}, id="another outcome"),
        pytest.param(
            "decision_comes_after_the_opening",
            {"decided_at": datetime(2024, 7, 5, 8, tzinfo=UTC)},
            id="decided before it was seen",
        ),
        pytest.param("decision_undone_takes_one_back", {"outcome": "undone"}, id="undoes nothing"),
        pytest.param(
            "decision_that_accepts_has_one_record", {"outcome": "accepted"}, id="accepts nothing"
        ),
    ],
)
def test_a_decision_is_refused(truth, changes):
    assert_refused(DecisionFactory(), truth, **changes)


def test_an_edit_says_what_was_changed():
    decision = DecisionFactory(outcome="accepted", event=EventFactory())

    assert_refused(decision, "decision_edited_says_what_changed", outcome="edited")
    assert_accepted(decision, changes={"title": ["Before", "After"]})


def test_a_decision_is_taken_back_by_one_that_says_so():
    first = DecisionFactory()

    assert_accepted(DecisionFactory(proposal=first.proposal), outcome="undone", undoes=first)
    assert_refused(
        DecisionFactory(), "decision_undone_takes_one_back", outcome="rejected", undoes=first
    )


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("reading_state_is_known", {"state": "lost"}, id="another state"),
        pytest.param(
            "reading_quarantined_says_why", {"state": "quarantined", "attempts": 5}, id="no error"
        ),
        pytest.param("reading_done_has_its_time", {"state": "read"}, id="no time"),
    ],
)
def test_a_reading_is_refused(truth, changes):
    assert_refused(ReadingFactory(), truth, **changes)


def test_what_could_not_be_read_is_quarantined():
    ReadingFactory()
    poison = ReadingFactory(state="quarantined", attempts=5, error="ValueError: too long")

    assert list(Reading.objects.quarantined()) == [poison]


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("ranking_has_learnt_from_both_outcomes", {"accepted": 400}, id="no rejection"),
        pytest.param("ranking_figures_are_shares", {"auc": 1.2}, id="beyond 1"),
    ],
)
def test_a_ranking_is_refused(truth, changes):
    assert_refused(RankingFactory(), truth, **changes)
