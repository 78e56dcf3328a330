import random
import threading
from datetime import date

import pytest
from django.db import connection

from balance.models import DailySeries, DirtySeries, Event, Participant, SeriesVersion
from balance.operations.answers import balance_answer
from balance.operations.series import refresh_dirty, refresh_series, verify_series
from balance.queries.questions import BalanceQuestion
from tests.integration.balance.operations.world import TODAY, World, build_world


@pytest.fixture
def world(db) -> World:
    return build_world()


def refresh(world: World) -> SeriesVersion:
    return refresh_series(dataset=world.dataset, focus=world.focus)


def answer(world: World) -> dict:
    return balance_answer(question=BalanceQuestion(focus="AZE"), today=TODAY)


def test_a_refresh_stores_the_event_and_clears_its_marks(world: World):
    world.event(world.china)

    refresh(world)

    series = DailySeries.objects.get(scale="goldstein", pole__code="china", year=2024)
    assert series.cooperation[-1] == 8
    assert sum(series.begun) == 1
    assert not DirtySeries.objects.exists()


def test_a_refresh_touches_only_the_dirty_years(world: World):
    world.event(world.china, on=date(2020, 5, 1))
    refresh(world)
    untouched = set(DailySeries.objects.values_list("pk", flat=True))

    world.event(world.china, on=date(2022, 5, 1))
    refresh(world)

    assert untouched <= set(DailySeries.objects.values_list("pk", flat=True))


def test_the_next_answer_follows_an_edit(world: World):
    event = world.event(world.china)
    assert answer(world)["points"][-1]["poles"]["china"]["cooperation"] == 8

    event.confidence = 0.5
    event.save()

    assert answer(world)["points"][-1]["poles"]["china"]["cooperation"] == 4


def test_undo_gives_version_and_time_back(world: World):
    event = world.event(world.china)
    before = answer(world)

    Event.objects.filter(pk=event.pk).update(confidence=0.5)
    between = answer(world)
    Event.objects.filter(pk=event.pk).update(confidence=1)

    assert between["data_version"] != before["data_version"]
    assert answer(world) == before


def test_a_withdrawn_event_counts_no_longer(world: World):
    event = world.event(world.china)
    Event.objects.filter(pk=event.pk).update(status="withdrawn", withdrawn_because="A mistake.")

    assert answer(world)["points"][-1]["reason"] == "no_data"


def test_much_dirt_is_said_and_not_waited_for(world: World, monkeypatch: pytest.MonkeyPatch):
    world.event(world.china)
    old = answer(world)
    monkeypatch.setattr("balance.operations.inputs.SMALL", 1)

    world.event(world.russia)
    late = answer(world)
    refresh_dirty()

    assert late["stale"]
    assert late["points"] == old["points"]
    assert answer(world)["points"][-1]["poles"]["russia"]["share"] == 0.5


def test_verify_finds_what_somebody_changed_by_hand(world: World):
    world.event(world.china)
    refresh(world)
    assert verify_series() == []

    series = DailySeries.objects.get(scale="goldstein", pole__code="china", year=2024)
    series.cooperation[-1] += 1e-12
    series.save()

    key = ("goldstein", series.pole_id, "economic", 2024)
    assert verify_series() == [f"AZE in editorial: {key} differs in cooperation"]


def test_verify_finds_what_is_missing_and_what_should_not_be(world: World):
    world.event(world.china)
    refresh(world)
    DailySeries.objects.filter(scale="goldstein").delete()
    DailySeries.objects.filter(scale="sign").update(dimension="energy")

    found = "; ".join(verify_series())

    # The last day of 2024: the first day out lies in 2025, so each scale has two series.
    assert found.count("is missing") == 4
    assert found.count("should not be") == 2


EDITS = 500
WRITERS = 6


@pytest.mark.django_db(transaction=True)
def test_series_are_exact_after_500_edits_by_six_writers_at_once():
    world = build_world()
    events = [world.event(world.china, on=date(2020 + n % 4, 12, 31 - n)).pk for n in range(12)]
    refresh(world)
    failures: list[BaseException] = []

    def write(seed: int) -> None:
        rng = random.Random(seed)
        try:
            for n in range(EDITS // WRITERS + 1):
                edit(rng, events, world)
                if n % 9 == seed:
                    answer(world)  # Readers refresh meanwhile.
        except BaseException as failure:  # Told to the test, whatever it is.
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(seed,)) for seed in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    refresh_dirty()
    assert not DirtySeries.objects.exists()
    assert verify_series() == []


def edit(rng: random.Random, events: list[int], world: World) -> None:
    """Make one of the changes that an editor makes."""
    event = Event.objects.filter(pk=rng.choice(events))
    kind = rng.randrange(4)
    if kind == 0:
        event.update(confidence=rng.random())
    elif kind == 1:
        day = date(2019 + rng.randrange(6), 1 + rng.randrange(12), 1 + rng.randrange(27))
        event.update(start=day, end=date.fromordinal(day.toordinal() + 1))
    elif kind == 2:
        withdrawn = rng.random() < 0.5
        event.update(
            status="withdrawn" if withdrawn else "confirmed",
            withdrawn_because="Recorded twice." if withdrawn else "",
        )
    else:
        partner = rng.choice([world.china, world.russia])
        Participant.objects.filter(event=event.get(), role="recipient").update(actor=partner)
