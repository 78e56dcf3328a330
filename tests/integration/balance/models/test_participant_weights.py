"""Weights are for all partners or none: judged when the transaction ends."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction

from balance.models import Participant
from tests.factories.balance import ActorFactory, EventFactory, FocusFactory, ParticipantFactory

pytestmark = pytest.mark.django_db

WEIGHTS = "participant_weights_for_all_or_none"


@pytest.fixture
def event():
    """A treaty of the focus with two partners, without weights."""
    return EventFactory(initiators=[FocusFactory().actor], recipients=ActorFactory.create_batch(2))


def end_transaction():
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {WEIGHTS} IMMEDIATE")
        cursor.execute(f"SET CONSTRAINTS {WEIGHTS} DEFERRED")


@contextmanager
def whole_transaction():
    with transaction.atomic():
        yield
        end_transaction()


def test_a_weight_for_one_partner_is_refused(event):
    with pytest.raises(IntegrityError, match=WEIGHTS), whole_transaction():
        event.participants.filter(pk=event.participants.last().pk).update(weight=0.5)


def test_weights_are_given_one_after_the_other(event):
    for partner in event.participants.filter(role="recipient"):
        partner.weight = 0.5
        partner.save()

    end_transaction()


def test_the_focus_needs_no_weight_but_may_have_one(event):
    event.participants.update(weight=1)

    end_transaction()


def test_hosts_need_no_weight(event):
    event.participants.filter(role="recipient").update(weight=1)
    ParticipantFactory(event=event, role="host")

    end_transaction()


def test_a_partner_that_comes_later_needs_a_weight_too(event):
    event.participants.filter(role="recipient").update(weight=1)
    end_transaction()

    with pytest.raises(IntegrityError, match=WEIGHTS), whole_transaction():
        ParticipantFactory(event=event)


def test_a_host_that_becomes_a_partner_needs_a_weight(event):
    event.participants.filter(role="recipient").update(weight=1)
    host = ParticipantFactory(event=event, role="host")
    end_transaction()

    with pytest.raises(IntegrityError, match=WEIGHTS), whole_transaction():
        Participant.objects.filter(pk=host.pk).update(role="recipient")


def test_the_last_partner_without_a_weight_may_leave(event):
    weighted, without = event.participants.filter(role="recipient")
    weighted.weight = 2
    weighted.save()
    without.delete()

    end_transaction()


@pytest.mark.django_db(transaction=True)
def test_half_given_weights_are_refused_at_commit():
    event = EventFactory(recipients=ActorFactory.create_batch(2))

    with pytest.raises(IntegrityError, match=WEIGHTS), transaction.atomic():
        event.participants.filter(pk=event.participants.last().pk).update(weight=0.5)

    assert not event.participants.exclude(weight=None).exists()
