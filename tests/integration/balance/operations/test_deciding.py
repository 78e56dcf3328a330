"""An editor decides: what is stored, what counts, and that undoing leaves no trace in a number."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction

from balance.models import Claim, Decision, Event, Evidence, Proposal
from balance.operations import deciding
from balance.operations.answers import balance_answer
from balance.queries.questions import BalanceQuestion
from tests.factories.articles import ArticleFactory
from tests.factories.balance import ActorFactory, EventFactory, MethodologyFactory, ProposalFactory
from tests.factories.users import UserFactory
from tests.integration.balance.operations.world import TODAY, build_world

NOW = datetime(2024, 12, 31, 12, tzinfo=UTC)
OPENED = NOW - timedelta(seconds=20)
AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db):
    MethodologyFactory()
    return build_world()


@pytest.fixture
def editor(db):
    return UserFactory(superuser=True)


@pytest.fixture
def proposal(world):
    return ProposalFactory(
        start=date(2024, 12, 30), initiators=[world.focus.actor], recipients=[world.china]
    )


def accept(proposal, by, **settings):
    common = {"at": NOW, "opened_at": OPENED, "changes": None, "publish": True}
    return deciding.accept(proposal=proposal, by=by, **{**common, **settings})


def numbers():
    return balance_answer(question=AZE, today=TODAY)["points"]


def test_accepting_makes_an_event_with_its_sentence_as_evidence(proposal, editor, world):
    event = accept(proposal, editor)

    proposal.refresh_from_db()
    decision = proposal.decision
    assert (event.title, event.status, event.start) == (proposal.title, "confirmed", proposal.start)
    assert set(event.participants.values_list("actor__code", "role")) == {
        ("AZE", "initiator"),
        ("CHINA", "recipient"),
    }
    assert [row.quote for row in event.evidence.all()] == [proposal.sentence]
    assert (proposal.state, proposal.event) == ("accepted", event)
    assert (decision.outcome, decision.by, decision.opened_at) == ("accepted", editor, OPENED)
    assert (decision.decided_at, decision.changes) == (NOW, {})


def test_without_publishing_an_event_stays_proposed(proposal, editor):
    before = numbers()

    assert accept(proposal, editor, publish=False).status == "proposed"
    assert numbers() == before


def test_corrections_are_stored_and_logged(proposal, editor, world):
    changes = {
        "title": "A pact on trade is signed",
        "start": date(2024, 12, 1),
        "end": date(2025, 1, 1),
        "precision": "month",
        "confidence": 1.0,
        "participants": [(world.focus.actor, "initiator"), (world.russia, "recipient")],
        "quote": "They signed a treaty",
    }

    event = accept(proposal, editor, changes=changes)

    decision = Decision.objects.get()
    assert (event.title, event.precision) == ("A pact on trade is signed", "month")
    assert event.evidence.get().quote == "They signed a treaty"
    assert decision.outcome == "edited"
    assert decision.changes["start"] == ["2024-12-30", "2024-12-01"]
    assert decision.changes["participants"][1] == [["AZE", "initiator"], ["RUSSIA", "recipient"]]
    assert "confidence" not in decision.changes


def test_the_same_words_again_are_no_change(proposal, editor, world):
    same = {
        "title": proposal.title,
        "event_type": proposal.event_type,
        "cameo_code": None,
        "participants": [(world.focus.actor, "initiator"), (world.china, "recipient")],
    }

    accept(proposal, editor, changes=same)

    assert Decision.objects.get().outcome == "accepted"


def test_a_double_click_makes_one_event(proposal, editor):
    accept(proposal, editor)

    with pytest.raises(deciding.AlreadyDecided):
        accept(proposal, editor)
    assert Event.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_once_one_decides(meanwhile):
    first, second = UserFactory(), UserFactory()
    proposal = ProposalFactory(initiators=[ActorFactory()])
    with transaction.atomic():
        accept(proposal, first)
        other = meanwhile(lambda: accept(proposal, second))

    assert isinstance(other.exception(timeout=10), deciding.AlreadyDecided)
    assert Event.objects.count() == Evidence.objects.count() == Decision.objects.count() == 1


def test_undoing_gives_back_every_number(proposal, editor, world):
    world.event(world.russia, on=date(2024, 12, 1))
    before = numbers()
    event = accept(proposal, editor)
    assert numbers() != before

    deciding.undo(decision=Decision.objects.get(), by=editor, at=NOW)

    proposal.refresh_from_db()
    event.refresh_from_db()
    assert numbers() == before
    assert (proposal.state, proposal.decision, proposal.event) == ("waiting", None, None)
    assert event.status == "withdrawn"
    assert Decision.objects.filter(outcome="undone", undoes__outcome="accepted").exists()
    assert accept(proposal, editor).status == "confirmed"


def test_a_decision_is_undone_once(proposal, editor):
    accept(proposal, editor)
    decision = Decision.objects.get()
    deciding.undo(decision=decision, by=editor, at=NOW)

    with pytest.raises(deciding.AlreadyDecided):
        deciding.undo(decision=decision, by=editor, at=NOW)


def test_a_second_article_becomes_evidence_of_the_same_event(proposal, editor, world):
    event = accept(proposal, editor)
    again = ProposalFactory(initiators=[world.focus.actor])
    before = numbers()

    decision = deciding.attach(proposal=again, event=event, by=editor, at=NOW, opened_at=OPENED)

    again.refresh_from_db()
    assert (again.state, again.event, decision.outcome) == ("accepted", event, "attached")
    assert event.evidence.count() == 2
    assert numbers() == before
    with pytest.raises(deciding.StillSupported):
        deciding.undo(decision=proposal.decisions.get(), by=editor, at=NOW)

    deciding.undo(decision=decision, by=editor, at=NOW)

    assert event.evidence.count() == 1
    deciding.undo(decision=proposal.decisions.get(), by=editor, at=NOW)


def test_evidence_that_was_there_before_outlives_the_undoing(proposal, editor):
    event = EventFactory()
    Evidence.objects.create(event=event, article=proposal.article, quote=proposal.sentence)

    decision = deciding.attach(proposal=proposal, event=event, by=editor, at=NOW, opened_at=None)
    deciding.undo(decision=decision, by=editor, at=NOW)

    assert event.evidence.count() == 1


@pytest.mark.parametrize("status", ["rejected", "withdrawn"])
def test_an_event_that_is_none_takes_no_evidence(proposal, editor, status):
    with pytest.raises(deciding.NotToAttachTo):
        deciding.attach(
            proposal=proposal,
            event=EventFactory(status=status),
            by=editor,
            at=NOW,
            opened_at=None,
        )
    assert Proposal.objects.waiting().get() == proposal


def test_what_readers_see_is_for_publishers_where_two_pairs_of_eyes_are_asked_for(
    proposal, editor, settings
):
    event = accept(proposal, editor)
    settings.TWO_PAIRS_OF_EYES = True
    again = ProposalFactory(initiators=[ActorFactory()])

    with pytest.raises(deciding.OnlyPublishers):
        deciding.attach(proposal=again, event=event, by=UserFactory(), at=NOW, opened_at=None)
    with pytest.raises(deciding.OnlyPublishers):
        deciding.undo(decision=Decision.objects.get(), by=UserFactory(), at=NOW)


def test_a_rejection_keeps_its_reason_and_can_be_undone(proposal, editor):
    decision = deciding.reject(
        proposal=proposal, by=editor, at=NOW, opened_at=OPENED, because=" no act "
    )

    proposal.refresh_from_db()
    assert (proposal.state, decision.because) == ("rejected", "no act")
    deciding.undo(decision=decision, by=editor, at=NOW)
    assert Proposal.objects.waiting().get() == proposal


def test_a_claim_becomes_a_claim_about_the_poles_it_names(world, editor):
    proposal = ProposalFactory(
        kind="claim", claim_kind="forecast", event_type=None, speaker="Jane Doe",
        title="China will overtake Russia", initiators=[world.china],
    )  # fmt: skip

    claim = accept(proposal, editor)

    assert (claim.text, claim.speaker_name, claim.kind) == (proposal.title, "Jane Doe", "forecast")
    assert [pole.code for pole in claim.poles.all()] == ["china"]
    assert claim.evidence.get().quote == proposal.sentence
    deciding.undo(decision=Decision.objects.get(), by=editor, at=NOW)
    assert not Claim.objects.standing().exists()


@pytest.mark.parametrize("speaker", ["", "CHINA", "China"])
def test_a_speaker_is_an_actor_of_ours_or_missing(world, editor, speaker):
    proposal = ProposalFactory(
        kind="claim", claim_kind="forecast", event_type=None, speaker=speaker
    )

    if speaker:
        assert accept(proposal, editor).speaker == world.china
    else:
        with pytest.raises(deciding.CannotDecide):
            accept(proposal, editor)


def test_an_event_without_anybody_in_it_is_refused_whole(editor):
    with pytest.raises(deciding.CannotDecide):
        accept(ProposalFactory(), editor)
    assert not Event.objects.exists()
    assert not Decision.objects.exists()


def test_a_sentence_that_the_article_lost_is_not_quoted(proposal, editor):
    article = proposal.article
    article.text = "Another text."
    article.save()

    with pytest.raises(deciding.QuotationGone):
        accept(proposal, editor)


def test_a_proposal_that_is_gone_is_said_to_be_gone(editor):
    proposal = ProposalFactory(article=ArticleFactory())
    Proposal.objects.filter(pk=proposal.pk).delete()

    with pytest.raises(deciding.NoLongerProposed):
        accept(proposal, editor)
