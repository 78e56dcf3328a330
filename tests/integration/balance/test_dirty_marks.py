"""Which years a change marks: those whose numbers it may move, and no others."""

from datetime import date
from itertools import pairwise

import pytest
from django.db import transaction

from balance.models import DirtySeries, Event, Participant
from tests.factories.balance import (
    ActorFactory,
    DatasetFactory,
    EventFactory,
    EventTypeFactory,
    FocusFactory,
    ParticipantFactory,
)
from tests.marks import assert_marked, clear_marks, count_by_year, unmarked_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return unmarked_event()


def test_a_new_event_marks_its_year(event):
    EventFactory(start=date(2016, 3, 1))

    assert_marked([2016])


@pytest.mark.parametrize(
    ("precision", "start", "end", "years"),
    [
        pytest.param("year", (2016, 1, 1), (2017, 1, 1), [2016, 2017], id="a year, and its end"),
        pytest.param("day", (2016, 12, 31), (2017, 1, 1), [2016, 2017], id="the last day"),
        pytest.param("day", (2016, 12, 30), (2016, 12, 31), [2016], id="the day before"),
        pytest.param("span", (2009, 5, 1), (2012, 2, 1), [2009, 2010, 2011, 2012], id="a span"),
    ],
)
def test_a_long_event_marks_every_year_to_its_first_day_out(event, precision, start, end, years):
    EventFactory(precision=precision, start=date(*start), end=date(*end))

    assert_marked(years)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"status": "rejected"}, id="rejected"),
        pytest.param({"status": "withdrawn", "withdrawn_because": "A hoax."}, id="withdrawn"),
        pytest.param({"confidence": 0.5}, id="less certain"),
        pytest.param({"dimension": "security"}, id="another dimension"),
        pytest.param({"cameo_code": None}, id="another code"),
        pytest.param({"intensity_override": 3, "intensity_reason": "Small."}, id="overridden"),
        pytest.param({"start": date(2015, 4, 1), "end": date(2015, 4, 2)}, id="another day"),
    ],
)
def test_a_change_of_what_counts_marks_the_year(event, changes):
    Event.objects.filter(pk=event.pk).update(**changes)

    assert_marked([2015])


def test_another_type_marks_the_year(event):
    event.event_type = EventTypeFactory(code="CONSULT")
    event.save()

    assert_marked([2015])


def test_an_event_that_moves_marks_the_year_it_leaves_and_the_year_it_enters(event):
    Event.objects.filter(pk=event.pk).update(start=date(2010, 3, 1), end=date(2010, 3, 2))

    assert_marked([2010, 2015])


def test_confirming_and_deleting_mark_the_year(event):
    event.delete()
    assert_marked([2015])

    proposal = EventFactory(status="proposed", start=date(2016, 3, 1))
    assert_marked()
    Event.objects.filter(pk=proposal.pk).update(status="confirmed")

    assert_marked([2016])


@pytest.mark.parametrize("status", ["proposed", "rejected", "withdrawn"])
def test_an_event_that_does_not_count_marks_nothing(event, status):
    other = EventFactory(status=status, start=date(2016, 3, 1), recipients=[ActorFactory()])
    Event.objects.filter(pk=other.pk).update(confidence=0.5)
    other.delete()

    assert_marked()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"title": "A treaty on trade"}, id="title"),
        pytest.param({"description": "At last."}, id="description"),
        pytest.param({"slug": "treaty"}, id="slug"),
        pytest.param({"intensity_reason": "None needed."}, id="a reason without an override"),
        pytest.param({}, id="nothing"),
    ],
)
def test_a_change_of_words_marks_nothing(event, changes):
    for name, value in changes.items():
        setattr(event, name, value)
    event.save()

    assert_marked()


def test_who_takes_part_marks_the_year(event):
    part = ParticipantFactory(event=event)
    assert_marked([2015])

    for changes in ({"role": "witness"}, {"actor": ActorFactory()}):
        Participant.objects.filter(pk=part.pk).update(**changes)
        assert_marked([2015])

    part.delete()
    assert_marked([2015])


def test_a_weight_marks_the_year(event):
    part = ParticipantFactory(event=event)
    clear_marks()

    Participant.objects.filter(pk=part.pk).update(weight=2)

    assert_marked([2015])


def test_a_participant_saved_unchanged_marks_nothing(event):
    event.participants.get().save()

    assert_marked()


def test_a_participant_that_moves_marks_both_events_and_no_year_between(event):
    part = ParticipantFactory(event=event)
    elsewhere = Event.objects.get(start__year=2018)
    clear_marks()

    Participant.objects.filter(pk=part.pk).update(event=elsewhere)

    assert_marked([2015, 2018])


def test_each_change_is_counted(event):
    counts = [0]
    for confidence in (0.1, 0.2, 0.3):
        Event.objects.filter(pk=event.pk).update(confidence=confidence)
        counts.append(count_by_year()[2015])

    assert all(after > before for before, after in pairwise(counts))


def test_every_focus_has_marks_of_its_own(event):
    azerbaijan = FocusFactory()
    georgia = FocusFactory(actor=ActorFactory())

    Event.objects.filter(pk=event.pk).update(confidence=0.5)

    assert set(DirtySeries.objects.values_list("focus", "year")) == {
        (azerbaijan.pk, 2015),
        (georgia.pk, 2015),
    }


def test_machine_coded_series_are_not_marked(event):
    DatasetFactory(code="machine-tests")

    Event.objects.filter(pk=event.pk).update(confidence=0.5)

    assert set(DirtySeries.objects.values_list("dataset__code", flat=True)) == {"editorial"}


def test_a_change_that_is_taken_back_leaves_no_mark(event):
    with transaction.atomic():
        Event.objects.filter(pk=event.pk).update(confidence=0.5)
        transaction.set_rollback(True)

    assert_marked()


@pytest.mark.django_db(transaction=True)
def test_writers_who_mark_years_in_opposite_order_wait_for_each_other_and_both_end(meanwhile):
    FocusFactory()
    ours, theirs = (
        [EventFactory(start=date(year, 3, 1)) for year in (2015, 2018)] for _ in range(2)
    )
    clear_marks()

    def doubt(event):
        Event.objects.filter(pk=event.pk).update(confidence=0.5)

    def doubt_the_other_way_round():
        doubt(theirs[1])
        doubt(theirs[0])

    with transaction.atomic():
        doubt(ours[0])
        other = meanwhile(doubt_the_other_way_round)
        doubt(ours[1])

    other.result(timeout=10)
    assert_marked([2015, 2018])
    assert not Event.objects.filter(confidence=1).exists()


@pytest.mark.django_db(transaction=True)
def test_a_mark_that_comes_during_a_refresh_is_not_lost(meanwhile, event):
    Event.objects.filter(pk=event.pk).update(confidence=0.5)
    seen = count_by_year()[2015]

    with transaction.atomic():
        Event.objects.filter(pk=event.pk).update(confidence=0.6)
        other = meanwhile(lambda: DirtySeries.objects.filter(year=2015, seq=seen).delete())

    other.result(timeout=10)
    assert count_by_year()[2015] > seen
