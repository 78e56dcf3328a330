"""One editor confirms an event while another adds a participant: the year is marked."""

import pytest
from django.db import transaction

from balance.models import Event
from tests.factories.balance import ActorFactory, ParticipantFactory
from tests.marks import clear_marks, count_by_year, unmarked_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def proposal():
    event, actor = unmarked_event(), ActorFactory()
    Event.objects.filter(pk=event.pk).update(status="proposed")
    clear_marks()
    return event, actor


def test_a_participant_added_during_a_confirmation_marks_the_year(proposal, meanwhile):
    event, actor = proposal

    with transaction.atomic():
        Event.objects.filter(pk=event.pk).update(status="confirmed")
        second = meanwhile(lambda: ParticipantFactory(event=event, actor=actor))
    second.result(timeout=10)

    assert count_by_year() == {event.start.year: 2}


def test_a_confirmation_waits_for_the_participant_being_added(proposal, meanwhile):
    event, actor = proposal

    with transaction.atomic():
        ParticipantFactory(event=event, actor=actor)
        second = meanwhile(lambda: Event.objects.filter(pk=event.pk).update(status="confirmed"))
    second.result(timeout=10)

    assert count_by_year() == {event.start.year: 1}
