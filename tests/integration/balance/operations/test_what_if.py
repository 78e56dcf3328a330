"""What-if is what the balance says once the settings are really so."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from balance.models import Event
from balance.operations.answers import balance_answer
from balance.operations.what_if import impacts_answer, what_if_answer
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.queries.what_if import Settings
from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import CameoCodeFactory, EvidenceFactory, MethodologyFactory
from tests.integration.balance.operations.world import TODAY, build_world

AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db) -> SimpleNamespace:
    """Return a world of five events: Report alone has two, with Trend one; two have no outlet."""
    world = build_world()
    weak = CameoCodeFactory(code="036", goldstein=4)
    events = [
        world.event(world.china, on=date(2024, 11, 1), dimension="energy"),
        world.event(world.china, on=date(2023, 11, 1), cameo_code=weak),
        world.event(world.russia, on=date(2024, 12, 1), cameo_code=weak, confidence=0.5),
        world.event(world.russia, on=date(2022, 12, 1)),
        world.event(world.russia, on=date(2024, 12, 5), intensity_override=-5),
    ]
    report, trend = OutletFactory(name="Report"), OutletFactory(name="Trend")
    for outlet, event in ((report, 0), (report, 1), (report, 2), (trend, 2)):
        EvidenceFactory(event=events[event], article=ArticleFactory(outlet=outlet))
    return SimpleNamespace(events=events, report=report, trend=trend)


def answered(question: BalanceQuestion = AZE, **settings: Any) -> dict[str, Any]:
    return what_if_answer(question=question, settings=Settings(**settings), today=TODAY)


def usual(question: BalanceQuestion = AZE) -> list[dict[str, Any]]:
    return balance_answer(question=question, today=TODAY)["points"]


def numbers(points: list[dict[str, Any]]) -> list[Any]:
    """Return the points without those before the first event, whose years may differ."""
    return [point for point in points if point["start"] >= "2023-01-01"]


def withdrawn(*events: Event) -> None:
    rows = Event.objects.filter(pk__in=[event.pk for event in events])
    rows.update(status="withdrawn", withdrawn_because="No.")


def test_without_settings_it_is_the_balance(world):
    answer = answered()

    assert answer["points"] == answer["default"]["points"] == usual()
    assert answer["left_out"] == {"events": 0, "by_floor": 0, "by_outlet": 0, "of": 5}


def test_another_half_life_stands_beside_the_default(world):
    question = BalanceQuestion(focus="AZE", half_life=90)

    answer = answered(question)

    assert answer["points"] == usual(question)
    assert answer["default"] == {"half_life": 365.0, "points": usual()}
    assert answer["settings"]["half_life"] == answer["half_life"] == 90


def test_kappa_and_weights_are_those_of_a_methodology_that_has_them(world):
    other = {"kappa": 2.5, "weight_energy": 0.25, "weight_economic": 3}
    MethodologyFactory(version="other", status="retired", **other)

    answer = answered(kappa=2.5, weights={"energy": 0.25, "economic": 3.0})

    assert answer["points"] == usual(BalanceQuestion(focus="AZE", methodology="other"))
    assert answer["settings"]["dimension_weights"]["economic"] == 3
    assert answer["settings"]["dimension_weights"]["cultural"] == 1
    assert answer["methodology"]["kappa"] == 10


def test_what_is_left_out_had_never_been(world):
    events = world.events
    for settings, gone in (
        ({"floor": 0.6}, events[2:3]),
        ({"floor": 0.5}, []),
        ({"without_outlets": (world.report.pk,)}, events[:2]),
        ({"without_outlets": (world.trend.pk,)}, []),
        ({"without_outlets": (world.report.pk, world.trend.pk)}, events[:3]),
        ({"without_events": (events[3].pk, events[4].pk)}, events[3:]),
        ({"floor": 1.0, "without_events": (events[2].pk,)}, events[2:3]),
    ):
        found = answered(**settings)
        withdrawn(*gone)
        assert numbers(found["points"]) == numbers(usual()), settings
        assert found["left_out"]["events"] == len(gone), settings
        Event.objects.update(status="confirmed", withdrawn_because="")


def test_without_any_event_there_is_no_number(world):
    found = answered(without_events=tuple(event.pk for event in world.events))

    assert {point["reason"] for point in found["points"]} == {"no_data"}
    assert len(found["points"]) == len(usual())


def test_what_is_left_out_is_named(world):
    settings = answered(without_outlets=(world.report.pk,), without_events=(world.events[0].pk,))[
        "settings"
    ]

    assert settings["without_outlets"] == [{"id": world.report.pk, "name": "Report"}]
    assert [event["title"] for event in settings["without_events"]] == [world.events[0].title]


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"floor": 1.5}, "floor"),
        ({"kappa": 0}, "kappa"),
        ({"weights": {"energy": -1}}, "weight_energy"),
        ({"weights": {"energy": 11}}, "weight_energy"),
        ({"without_outlets": (10**9,)}, "without_outlet"),
        ({"without_events": (10**9,)}, "without_event"),
    ],
    ids=str,
)
def test_settings_that_mean_nothing_are_refused(settings, field, world):
    with pytest.raises(BadQuestion) as refused:
        answered(**settings)

    assert refused.value.field == field


def test_the_columns_have_each_event_once_with_what_supports_it(world):
    answer = impacts_answer(question=AZE)
    events = answer["events"]

    assert sorted(events["id"]) == sorted(event.pk for event in world.events)
    names = [outlet["name"] for outlet in answer["outlets"]]
    by_event = dict(zip(events["id"], events["outlets"], strict=True))
    said = [sorted(names[at] for at in by_event[event.pk]) for event in world.events]
    assert said == [["Report"], ["Report"], ["Report", "Trend"], [], []]
    assert sorted(events["confidence"]) == [0.5, 1, 1, 1, 1]
    assert len(answer["impacts"]["points"]) == 5
    assert min(answer["impacts"]["points"]) == -5


def test_the_columns_keep_to_the_dimension_asked_for(world):
    answer = impacts_answer(question=BalanceQuestion(focus="AZE", dimensions=("energy",)))

    assert answer["events"]["id"] == [world.events[0].pk]
    assert answer["impacts"]["event"] == answer["counts"]["event"] == [0]
    assert answer["days"] == impacts_answer(question=AZE)["days"]
