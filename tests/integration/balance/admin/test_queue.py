"""The queue as a list: what narrows it, what is done to many at once, and how it fares."""

from datetime import timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from balance.models import Decision, Event, Proposal
from tests.factories import balance as factories
from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import told

QUEUE = "/admin/balance/proposal/"


def propose(**wanted) -> Proposal:
    actors = factories.ActorFactory.create_batch(2)
    return factories.ProposalFactory(
        **{"initiators": actors[:1], "recipients": actors[1:], **wanted}
    )


def shown(editor, query: str) -> set[str]:
    page = editor.get(f"{QUEUE}?{query}")
    return {row.title for row in page.context["cl"].result_list}


def act(editor, action: str, proposals, **sent):
    chosen = [str(proposal.pk) for proposal in proposals]
    return editor.post(QUEUE, {"action": action, ACTION_CHECKBOX_NAME: chosen, **sent}, follow=True)


def test_the_queue_is_narrowed_by_what_editors_ask_for(editor):
    anna = editor.get("/admin/").wsgi_request.user
    china = factories.ActorFactory()
    factories.PoleMembershipFactory(
        actor=china, pole=factories.PoleFactory(code="china"), valid=DateRange(None, None)
    )
    outlet = OutletFactory(name="Report")
    propose(title="likely", score=0.9, assigned_to=anna)
    propose(title="Chinese", score=0.6, recipients=[china])
    propose(title="unlikely", score=0.2, tier="trend", assigned_to=UserFactory())
    propose(title="of Report", score=0.6, article=ArticleFactory(outlet=outlet, language="ru"))
    propose(title="said", score=0.6, kind="claim", claim_kind="forecast")

    everything = {"likely", "Chinese", "unlikely", "of Report", "said"}
    assert shown(editor, "") == shown(editor, "state=all") == everything
    assert shown(editor, "chance=high") == {"likely"}
    assert shown(editor, "chance=low") == shown(editor, "tier__exact=trend") == {"unlikely"}
    assert shown(editor, "chance=middle") == {"Chinese", "of Report", "said"}
    assert shown(editor, "pole=china") == {"Chinese"}
    assert shown(editor, f"article__outlet__id__exact={outlet.pk}") == {"of Report"}
    assert shown(editor, "language=ru") == {"of Report"}
    assert shown(editor, "kind__exact=claim") == {"said"}
    assert shown(editor, "taken=me") == {"likely"}
    assert shown(editor, "taken=others") == {"unlikely"}
    assert shown(editor, "taken=nobody") == {"Chinese", "of Report", "said"}


def test_rows_lead_to_their_review_with_the_filters_kept(editor):
    proposal = propose(score=0.9)

    page = editor.get(f"{QUEUE}?chance=high").content.decode()

    assert f'href="{QUEUE}review/{proposal.pk}/?chance=high"' in page
    assert f'href="{QUEUE}review/?chance=high" data-key="enter"' in page


def test_those_with_a_high_chance_are_accepted_after_a_question(editor):
    likely, unlikely = propose(title="likely", score=0.9), propose(title="unlikely", score=0.6)

    question = act(editor, "accept", [likely, unlikely]).content.decode()
    assert "2 proposals are chosen" in question
    assert not Event.objects.exists()
    page = act(editor, "accept", [likely, unlikely], least="80")

    assert "1 proposal accepted." in told(page)
    assert Event.objects.get().title == "likely"
    assert Decision.objects.get().opened_at is None


def test_one_that_cannot_be_accepted_keeps_no_other_from_it(editor):
    actorless = propose(score=0.9, initiators=[], recipients=[])
    sound = propose(title="sound", score=0.85)

    page = act(editor, "accept", [actorless, sound], least="80")

    assert "1 proposal accepted. 1 could not be" in told(page)
    assert [event.title for event in Event.objects.all()] == ["sound"]


@pytest.mark.parametrize("least", ["", "x", "-1", "0", "101", "9" * 40])
def test_a_chance_that_is_none_is_asked_for_again(editor, least):
    page = act(editor, "accept", [propose()], least=least)

    assert page.status_code == 200
    assert not Event.objects.exists()


def test_many_are_rejected_with_a_reason(editor):
    page = act(editor, "reject", [propose(), propose()], because="only background")

    assert "2 proposals rejected." in told(page)
    assert set(Decision.objects.values_list("because", flat=True)) == {"only background"}


def test_many_are_assigned_and_given_back(editor):
    ramin = UserFactory(username="ramin", is_staff=True)
    proposals = [propose(), propose()]

    assert "2 proposals assigned." in told(act(editor, "assign", proposals, to=str(ramin.pk)))
    assert set(Proposal.objects.values_list("assigned_to__username", flat=True)) == {"ramin"}
    act(editor, "take", proposals[:1])
    assert Proposal.objects.get(pk=proposals[0].pk).assigned_to.username == "anna"
    act(editor, "assign", proposals, to="")
    assert not Proposal.objects.exclude(assigned_to=None).exists()


def test_the_queue_says_how_it_fares(editor):
    now = timezone.now()
    for seconds, outcome in ((10, "rejected"), (30, "rejected"), (50, "rejected")):
        opened = now - timedelta(hours=1)
        factories.DecisionFactory(
            outcome=outcome, opened_at=opened, decided_at=opened + timedelta(seconds=seconds)
        )

    page = editor.get(QUEUE).content.decode()
    assert "3 decisions in the last 30 days; 0\N{NO-BREAK SPACE}% accepted." in page
    assert "The usual decision takes 30 seconds." in page
    assert "with 397 more decisions the order is learnt from yours" in page

    factories.RankingFactory()
    page = editor.get(QUEUE).content.decode()
    assert "learnt from 400 decisions, on 5 July 2024" in page


def test_the_desk_counts_what_waits_and_what_is_mine(editor):
    anna = editor.get("/admin/").wsgi_request.user
    propose(assigned_to=anna)
    propose()

    page = editor.get("/admin/").content.decode()

    assert "2 proposals wait" in page
    assert "1 of them is yours" in page
