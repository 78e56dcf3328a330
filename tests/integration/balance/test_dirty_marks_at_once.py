"""A statement marks each year that it touches once, however many rows it writes."""

from datetime import date

import pytest
from django.db import connection, transaction

from balance.models import Actor, CameoCode, Event, Participant, Tie
from tests.factories.balance import (
    ActorFactory,
    CameoCodeFactory,
    EventFactory,
    ParticipantFactory,
    TieFactory,
    TieKindFactory,
)
from tests.marks import ALL_YEARS, assert_marked, clear_marks, count_by_year, unmarked_event

pytestmark = pytest.mark.django_db

YEARS = (2016, 2016, 2017, 2016)


@pytest.fixture
def event():
    return unmarked_event()


def _unsaved_events(event, **changes):
    """Return events of the type of a saved one, that are not saved yet."""
    return [
        Event(
            slug=f"treaty-{number}",
            title="A treaty",
            start=date(year, 3, number),
            end=date(year, 3, number + 1),
            event_type_id=event.event_type_id,
            dimension=event.dimension,
            **{"status": "confirmed", **changes},
        )
        for number, year in enumerate(YEARS, start=1)
    ]


def _advisory_locks():
    """Return how many advisory locks this transaction holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
        )
        return cursor.fetchone()[0]


def test_many_new_events_mark_each_year_once(event):
    Event.objects.bulk_create(_unsaved_events(event))

    assert count_by_year() == {2016: 1, 2017: 1}


def test_many_new_events_in_batches_mark_each_year_once_a_batch(event):
    Event.objects.bulk_create(_unsaved_events(event), batch_size=2)

    assert count_by_year() == {2016: 2, 2017: 1}


def test_many_new_proposals_among_them_one_that_counts_mark_its_year_alone(event):
    proposals = _unsaved_events(event, status="proposed")
    proposals[2].status = "confirmed"

    Event.objects.bulk_create(proposals)

    assert count_by_year() == {2017: 1}


def test_many_new_participants_mark_each_year_once(event):
    events = Event.objects.bulk_create(_unsaved_events(event))
    actors = [ActorFactory(), ActorFactory()]
    clear_marks()

    Participant.objects.bulk_create(
        Participant(event=event, actor=actor, role="witness")
        for event in events
        for actor in actors
    )

    assert count_by_year() == {2016: 1, 2017: 1}


def test_many_changed_events_mark_once_the_years_they_leave_and_enter(event):
    events = Event.objects.bulk_create(_unsaved_events(event))
    clear_marks()

    for changed in events[1:]:
        changed.start, changed.end = date(2010, 3, 1), date(2010, 3, 2)
    events[0].title = "Another title"
    Event.objects.bulk_update(events, ["start", "end", "title"])

    assert count_by_year() == {2010: 1, 2016: 1, 2017: 1}


def test_of_many_saved_events_only_those_that_changed_mark_their_years(event):
    events = Event.objects.bulk_create(_unsaved_events(event))
    clear_marks()

    events[2].confidence = 0.5
    Event.objects.bulk_update(events, ["confidence"])

    assert count_by_year() == {2017: 1}


def test_days_that_two_events_swap_mark_the_years_of_both(event):
    first, _second, third, _fourth = Event.objects.bulk_create(_unsaved_events(event))
    clear_marks()

    first.start, first.end, third.start, third.end = third.start, third.end, first.start, first.end
    Event.objects.bulk_update([first, third], ["start", "end"])

    assert count_by_year() == {2016: 1, 2017: 1}


def test_many_gone_events_and_their_participants_mark_each_year(event):
    for gone in Event.objects.bulk_create(_unsaved_events(event)):
        ParticipantFactory(event=gone)
    clear_marks()

    Event.objects.filter(slug__startswith="treaty-").delete()

    assert count_by_year() == {2016: 2, 2017: 2}


def test_events_written_over_others_mark_the_years_they_leave_and_enter(event):
    old, new = _unsaved_events(event)[1:3]
    old.save()
    clear_marks()
    old.pk, old.start, old.end = None, date(2010, 3, 1), date(2010, 3, 2)

    Event.objects.bulk_create(
        [old, new],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["start", "end"],
    )

    assert_marked([2010, 2016, 2017])


def test_events_that_are_there_already_mark_nothing(event):
    Event.objects.bulk_create(_unsaved_events(event))
    clear_marks()

    Event.objects.bulk_create(_unsaved_events(event), ignore_conflicts=True)

    assert_marked()


def test_many_changed_codes_and_actors_mark_all_years_once(event):
    codes = [CameoCodeFactory(code=code) for code in ("011", "012", "013")]
    CameoCode.objects.filter(pk__in=[code.pk for code in codes]).update(goldstein=9)
    assert count_by_year() == dict.fromkeys(ALL_YEARS, 1)
    clear_marks()

    Actor.objects.filter(pk__in=[ActorFactory().pk, ActorFactory().pk]).update(
        withdrawn_because="Never were."
    )

    assert count_by_year() == dict.fromkeys(ALL_YEARS, 1)


def test_many_full_memberships_mark_all_years_once(event):
    member = TieKindFactory(ladder="membership", code="member")
    observer = TieKindFactory(ladder="membership", code="observer")
    ties = [TieFactory(kind=kind) for kind in (observer, member, member)]
    clear_marks()

    Tie.objects.filter(pk__in=[tie.pk for tie in ties]).update(kind=observer, label="Observer")
    assert count_by_year() == dict.fromkeys(ALL_YEARS, 1)
    clear_marks()

    Tie.objects.filter(pk__in=[tie.pk for tie in ties]).update(label="Guest")

    assert_marked()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("changes", "locks"),
    [
        pytest.param({"title": "A treaty on trade"}, 0, id="words"),
        pytest.param({"confidence": 0.5}, 1, id="what counts"),
    ],
)
def test_who_changes_what_enters_no_number_waits_for_nobody(event, changes, locks):
    with transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**changes)
        Event.objects.filter(pk=None).update(confidence=0.1)
        EventFactory(status="proposed", recipients=[event.participants.get().actor])

        assert _advisory_locks() == locks
