"""Two writers at once, each of whom alone would be right: one of them is refused.

The first has written and not yet committed when the second writes.
"""

from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article
from balance.models import Actor, Evidence, Methodology, Participant, PoleMembership
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    EventFactory,
    EvidenceFactory,
    MethodologyFactory,
    PoleFactory,
    PoleMembershipFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


def assert_refused(writer, truth):
    refusal = writer.exception(timeout=10)
    assert isinstance(refusal, IntegrityError)
    assert refusal.__cause__.diag.constraint_name == truth


@pytest.fixture
def join():
    """Let an actor stand in a pole of its own with more than half its weight."""
    actor, poles = ActorFactory(), iter(PoleFactory.create_batch(2))
    return lambda: PoleMembershipFactory(actor=actor, pole=next(poles), weight=0.6)


def test_of_two_pole_memberships_without_room_for_both_one_stands(meanwhile, join):
    with transaction.atomic():
        join()
        second = meanwhile(join)

    assert_refused(second, "pole_weights_of_an_actor_at_most_1")
    assert PoleMembership.objects.count() == 1


def test_a_pole_membership_finds_the_room_that_another_writer_gave_back(meanwhile, join):
    with transaction.atomic():
        join()
        second = meanwhile(join)
        transaction.set_rollback(True)

    assert second.result(timeout=10).weight == 0.6
    assert PoleMembership.objects.count() == 1


def test_two_withdrawn_pole_memberships_are_not_both_restored(meanwhile):
    actor = ActorFactory()
    first, second = (
        PoleMembershipFactory(actor=actor, weight=0.6, withdrawn_because="A mistake.")
        for _ in range(2)
    )

    def restore(membership):
        PoleMembership.objects.filter(pk=membership.pk).update(withdrawn_because="")

    with transaction.atomic():
        restore(first)
        other = meanwhile(lambda: restore(second))

    assert_refused(other, "pole_weights_of_an_actor_at_most_1")


def test_a_text_does_not_change_under_a_quotation_being_written(meanwhile):
    article, event = ArticleFactory(), EventFactory()

    with transaction.atomic():
        EvidenceFactory(article=article, event=event, quote="They signed a treaty")
        second = meanwhile(
            lambda: Article.objects.filter(pk=article.pk).update(text="They signed a pact.")
        )

    assert_refused(second, "evidence_quotation_occurs_in_the_text")
    assert "They signed a treaty" in Article.objects.get().text


def test_a_quotation_is_not_written_out_of_a_text_being_changed(meanwhile):
    article, event = ArticleFactory(), EventFactory()

    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(text="They signed a pact.")
        second = meanwhile(
            lambda: EvidenceFactory(article=article, event=event, quote="They signed a treaty")
        )

    assert_refused(second, "evidence_quotation_occurs_in_the_text")
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("between", [0, 1, 3])
def test_two_affiliations_do_not_close_a_circle_from_both_ends(meanwhile, between):
    first, *others = ActorFactory.create_batch(2 + between)
    for lower, upper in pairwise(others):
        Actor.objects.filter(pk=lower.pk).update(affiliation=upper)

    def affiliate(actor, upper):
        Actor.objects.filter(pk=actor.pk).update(affiliation=upper)

    with transaction.atomic():
        affiliate(first, others[0])
        second = meanwhile(lambda: affiliate(others[-1], first))

    assert_refused(second, "actor_affiliations_form_no_circle")
    assert Actor.objects.get(pk=others[-1].pk).affiliation is None


def test_a_partner_without_a_weight_does_not_join_while_weights_are_given(meanwhile):
    event = EventFactory(status="proposed", recipients=ActorFactory.create_batch(2))
    newcomer = ActorFactory()

    with transaction.atomic(), connection.cursor() as cursor:
        event.participants.update(weight=1)
        cursor.execute("SET CONSTRAINTS participant_weights_for_all_or_none IMMEDIATE")
        second = meanwhile(
            lambda: Participant.objects.create(event=event, actor=newcomer, role="recipient")
        )

    assert_refused(second, "participant_weights_for_all_or_none")
    assert event.participants.count() == 2


def test_a_draft_does_not_change_while_it_is_published(meanwhile):
    Methodology.objects.published().update(status="retired")
    draft = MethodologyFactory(half_life=365)

    with transaction.atomic():
        draft.status, draft.published_at = "published", "2024-07-03T00:00Z"
        draft.save()
        second = meanwhile(lambda: Methodology.objects.filter(pk=draft.pk).update(half_life=180))

    assert_refused(second, "methodology_published_is_frozen")
    assert Methodology.objects.get(pk=draft.pk).half_life == 365
