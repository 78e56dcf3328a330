"""One month, as it was known at its end and after every change since."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import models
from django.utils import timezone

from articles.edits import is_versioned
from balance.models import Event, Participant
from balance.operations.recording import record_as_of
from balance.operations.revisions import revisions_answer
from balance.queries.questions import BadQuestion, BalanceQuestion
from tests.integration.balance.operations.world import World, build_world

JULY = date(2024, 7, 1)
AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db) -> World:
    """Return a world that was recorded long ago, with one event of June 2024."""
    cache.clear()
    world = build_world()
    world.event(world.china, on=date(2024, 6, 30), title="Known at once")
    for model in apps.get_app_config("balance").get_models():
        if is_versioned(model):
            recorded(model.objects.all(), datetime(2010, 1, 1, tzinfo=UTC))
    return world


def recorded(rows: models.QuerySet, at: datetime) -> None:
    record_as_of(model=rows.model, times=dict.fromkeys(rows.values_list("pk", flat=True), at))


def event_recorded_late(world: World, at: datetime, on: date) -> Event:
    event = world.event(world.russia, on=on, title=f"Of {on}")
    recorded(Event.objects.filter(pk=event.pk), at)
    recorded(Participant.objects.filter(event=event), at)
    return event


def ask(month: date = JULY, question: BalanceQuestion = AZE) -> dict:
    return revisions_answer(question=question, month=month, now=timezone.now())


def shares(answer: dict) -> list[tuple[str, float]]:
    return [
        (one["known_on"], one["point"]["poles"]["russia"]["share"]) for one in answer["results"]
    ]


def test_an_event_recorded_late_moves_the_month_when_it_was_recorded(world):
    late = event_recorded_late(world, datetime(2024, 9, 10, tzinfo=UTC), date(2024, 6, 30))

    answer = ask()

    today = timezone.now().date().isoformat()
    assert shares(answer) == [("2024-07-31", 0), ("2024-09-30", 0.5), (today, 0.5)]
    assert [one["changes"] for one in answer["results"]] == [
        [],
        [
            {
                "event": late.pk,
                "what": "recorded",
                "title": "Of 2024-06-30",
                "date": "2024-06-30",
                "end": "2024-07-01",
                "precision": "day",
            }
        ],
        [],
    ]


def test_every_revision_is_what_the_balance_answers_as_of_its_instant(client, world):
    event_recorded_late(world, datetime(2024, 9, 10, tzinfo=UTC), date(2024, 6, 1))
    event_recorded_late(world, datetime(2024, 12, 24, tzinfo=UTC), date(2024, 5, 1))

    for one in ask()["results"]:
        asked = {"start": "2024-07-01", "end": "2024-08-01"}
        asked |= {"as_of": one["as_of"]} if one["as_of"] else {}
        answer = client.get("/api/v1/balance/AZE/", asked).json()
        assert answer["points"] == [one["point"]]
        assert answer["data_version"] == one["data_version"]


def test_an_event_after_the_month_is_no_change_of_it(world):
    event_recorded_late(world, datetime(2024, 9, 10, tzinfo=UTC), date(2024, 8, 1))

    assert {len(one["changes"]) for one in ask()["results"]} == {0}
    assert len(ask()["results"]) == 2


def test_what_was_withdrawn_and_what_was_changed_is_named_so(world):
    late = event_recorded_late(world, datetime(2024, 9, 10, tzinfo=UTC), date(2024, 6, 1))
    Event.objects.filter(pk=late.pk).update(confidence=0.5)
    changed = late.versions.latest("pgh_id")
    changed.pgh_created_at = datetime(2024, 11, 5, tzinfo=UTC)
    changed.save()
    Event.objects.filter(pk=late.pk).update(status="withdrawn", withdrawn_because="A mistake.")

    what = [change["what"] for one in ask()["results"] for change in one["changes"]]

    assert what == ["recorded", "changed", "left_out"]


def test_a_flow_has_its_month_alone(world):
    event_recorded_late(world, datetime(2024, 9, 10, tzinfo=UTC), date(2024, 7, 5))

    answer = ask(question=BalanceQuestion(focus="AZE", kernel="flow"))

    assert [share for _day, share in shares(answer)] == [None, 1, 1]


def test_far_back_the_steps_of_recorded_time_get_longer(world):
    for year in range(2012, 2025):
        event_recorded_late(world, datetime(year, 5, 5, tzinfo=UTC), date(2011, 1, year - 2000))

    days = [one["known_on"] for one in ask(date(2011, 1, 1))["results"]]

    assert days[1:4] == ["2012-12-31", "2013-12-31", "2014-12-31"]


def test_the_answer_is_remembered_until_the_data_change(world, django_assert_max_num_queries):
    event = event_recorded_late(world, datetime(2024, 9, 10, tzinfo=UTC), date(2024, 6, 30))
    first = ask()

    with django_assert_max_num_queries(8):
        assert ask() == first
    Event.objects.filter(pk=event.pk).update(confidence=0.5)

    assert ask() != first


def test_a_month_that_is_not_over_is_refused(world):
    with pytest.raises(BadQuestion) as refused:
        ask(timezone.now().date().replace(day=1))

    assert refused.value.field == "month"


def test_nothing_later_than_as_of_is_told(world):
    event_recorded_late(world, datetime(2024, 9, 10, tzinfo=UTC), date(2024, 6, 30))
    known = BalanceQuestion(focus="AZE", as_of=datetime(2024, 8, 15, tzinfo=UTC))

    assert shares(ask(question=known)) == [("2024-07-31", 0), ("2024-08-15", 0)]
