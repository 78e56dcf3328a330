import random
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from balance.models import Event
from balance.operations.answers import (
    balance_answer,
    event_effect,
    explain_answer,
    top_events,
)
from balance.operations.inputs import settle
from balance.queries.balance import find_setting
from balance.queries.questions import BadQuestion, BalanceQuestion, UnknownFocus
from tests.factories.articles import ArticleFactory
from tests.factories.balance import EvidenceFactory
from tests.integration.balance.operations.world import TODAY, World, build_world

AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db) -> World:
    return build_world()


def test_a_warm_answer_costs_at_most_six_queries(world: World, django_assert_max_num_queries):
    world.event(world.china)
    balance_answer(question=AZE, today=TODAY)

    with django_assert_max_num_queries(6):
        balance_answer(question=AZE, today=TODAY)


def test_without_events_every_number_is_null_with_its_reason(world: World):
    point = balance_answer(question=AZE, today=TODAY)["points"][-1]

    assert point["effective_poles"] is None
    assert point["reason"] == "no_data"
    assert point["poles"]["china"]["share"] is None
    assert point["poles"]["china"]["reason"] == "no_data"
    assert point["poles"]["china"]["cooperation"] == 0


def test_the_span_is_from_the_first_events_year_to_today(world: World):
    world.event(world.china, on=date(2023, 5, 17))

    answer = balance_answer(question=AZE, today=TODAY)

    assert (answer["start"], answer["end"]) == ("2023-01-01", "2025-01-01")
    assert len(answer["points"]) == 24


def test_an_added_article_changes_no_number_and_no_version(world: World):
    event = world.event(world.china)
    before = balance_answer(question=AZE, today=TODAY)

    EvidenceFactory(event=event, article=ArticleFactory())

    assert balance_answer(question=AZE, today=TODAY) == before


def test_a_dimension_left_out_takes_its_events_along(world: World):
    world.event(world.china, dimension="energy")
    world.event(world.russia, dimension="security")
    question = BalanceQuestion(focus="AZE", dimensions=("energy",))

    point = balance_answer(question=question, today=TODAY)["points"][-1]

    assert point["poles"]["china"]["share"] == 1
    assert point["poles"]["russia"]["events"] == 0


def test_as_of_an_instant_answers_as_it_did_then(world: World):
    event = world.event(world.china)
    world.event(world.russia)
    then = timezone.now()
    answered = balance_answer(question=AZE, today=TODAY)

    Event.objects.filter(pk=event.pk).update(confidence=0.25)
    world.event(world.russia, on=date(2024, 3, 1))
    question = BalanceQuestion(focus="AZE", as_of=then, end=date(2025, 1, 1))
    remembered = balance_answer(question=question, today=TODAY)

    assert balance_answer(question=AZE, today=TODAY)["points"] != answered["points"]
    assert remembered["points"] == answered["points"]
    assert remembered["data_version"] == answered["data_version"]


def test_before_anything_was_recorded_there_is_nothing_to_answer(world: World):
    with pytest.raises(BadQuestion) as refused:
        balance_answer(
            question=BalanceQuestion(focus="AZE", as_of=datetime(1960, 1, 1, tzinfo=UTC)),
            today=TODAY,
        )

    assert refused.value.field == "as_of"


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        pytest.param({"half_life": 0.0}, "half_life", id="no half-life"),
        pytest.param({"half_life": float("nan")}, "half_life", id="not a number"),
        pytest.param({"step": "hour"}, "step", id="unknown step"),
        pytest.param({"kernel": "stocks"}, "kernel", id="unknown kernel"),
        pytest.param({"dimensions": ("trade",)}, "dimension", id="unknown dimension"),
        pytest.param({"end": date(9999, 1, 1)}, "end", id="after our time"),
    ],
)
def test_nonsense_is_refused_before_anything_is_read(parts: dict, field: str):
    with pytest.raises(BadQuestion) as refused:
        BalanceQuestion(focus="AZE", **parts)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        pytest.param({"start": date(2024, 2, 1), "end": date(2024, 1, 1)}, "end", id="inverted"),
        pytest.param({"start": date(2025, 6, 1)}, "start", id="starts after today"),
        pytest.param({"start": date(1990, 1, 1), "step": "day"}, "step", id="over 5,000 points"),
        pytest.param({"methodology": "9.9"}, "methodology", id="unknown methodology"),
        pytest.param({"dataset": "gdelt"}, "dataset", id="unknown data set"),
    ],
)
def test_what_is_not_there_is_refused_by_name(world: World, parts: dict, field: str):
    with pytest.raises(BadQuestion) as refused:
        balance_answer(question=BalanceQuestion(focus="AZE", **parts), today=TODAY)

    assert refused.value.field == field


def test_an_unknown_focus_is_not_found(world: World):
    with pytest.raises(UnknownFocus):
        balance_answer(question=BalanceQuestion(focus="RUS"), today=TODAY)


def test_an_event_tells_what_it_gave(world: World):
    event = world.event(world.china, on=TODAY - timedelta(days=365))
    world.event(world.russia, on=TODAY - timedelta(days=365))

    effect = event_effect(event=event, question=AZE, today=TODAY)
    china = effect["poles"][0]

    assert effect["involved"]
    assert (china["cooperation_then"], china["cooperation_now"]) == (8, 4)
    assert (china["share_without"], china["share_with"]) == (0, 0.5)


def test_the_largest_events_of_the_year_come_with_their_sources(world: World):
    small = world.event(world.china, on=TODAY - timedelta(days=300))
    large = world.event(world.russia, on=TODAY)
    world.event(world.china, on=TODAY - timedelta(days=700))
    evidence = EvidenceFactory(event=large)

    events = top_events(question=AZE, today=TODAY)["events"]

    assert [event["event"] for event in events] == [large.pk, small.pk]
    assert events[0]["sources"][0]["outlet"] == evidence.article.outlet.name
    assert events[1]["sources"] == []


@pytest.mark.django_db
def test_contributions_sum_to_the_difference_for_200_pairs_of_days():
    call_command("load_demo", verbosity=0)
    rng = random.Random(6)
    first, last = date(2010, 1, 1).toordinal(), date(2026, 11, 22).toordinal()

    for _pair in range(200):
        days = sorted(date.fromordinal(rng.randint(first, last)) for _day in range(2))
        pole = rng.choice(["russia", "iran", "turkey", "west", "china", "other"])
        answer = explain_answer(question=AZE, pole=pole, from_day=days[0], to_day=days[1])
        for name in ("cooperation", "conflict"):
            added = sum(part[name] for part in answer["contributions"])
            assert added == pytest.approx(answer[name]["difference"], abs=1e-9)


def test_the_impacts_of_a_version_are_made_once(world: World, monkeypatch: pytest.MonkeyPatch):
    event = world.event(world.china)
    balance_answer(question=AZE, today=TODAY)
    first = top_events(question=AZE, today=TODAY)

    with monkeypatch.context() as patched:
        patched.delattr("balance.operations.inputs.load_inputs")
        assert top_events(question=AZE, today=TODAY) == first

    Event.objects.filter(pk=event.pk).update(confidence=0.5)
    assert top_events(question=AZE, today=TODAY)["events"][0]["poles"][0]["cooperation"] == 4


def test_a_page_asks_once_how_the_series_stand(world: World, django_assert_num_queries):
    world.event(world.china)
    setting = settle(find_setting(AZE))
    balance_answer(question=AZE, today=TODAY, setting=setting)
    top_events(question=AZE, today=TODAY, setting=setting)

    with django_assert_num_queries(2):  # Titles and sources.
        balance_answer(question=AZE, today=TODAY, setting=setting)
        top_events(question=AZE, today=TODAY, setting=setting)
