"""Every variant is what the balance says once that one choice is really changed."""

from datetime import date
from typing import Any

import pytest

from balance.models import Event, Evidence
from balance.operations.answers import balance_answer
from balance.operations.robustness import robustness_answer
from balance.queries import robustness
from balance.queries.questions import BalanceQuestion
from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import CameoCodeFactory, EvidenceFactory, MethodologyFactory
from tests.integration.balance.operations.world import TODAY, World, build_world

AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db) -> World:
    """Return a world of five events: two are Report's alone, one is Trend's too, two have none."""
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
    return world


def answered(question: BalanceQuestion = AZE) -> dict[str, Any]:
    return robustness_answer(question=question, today=TODAY)


def variants(question: BalanceQuestion = AZE) -> dict[str, dict[str, Any]]:
    return {variant["key"]: variant for variant in answered(question)["variants"]}


def shares(question: BalanceQuestion = AZE) -> Any:
    point = balance_answer(question=question, today=TODAY)["points"][-1]
    return pytest.approx({code: pole["share"] for code, pole in point["poles"].items()}, abs=1e-12)


def test_the_usual_shares_are_those_of_the_balance(world: World):
    answer = answered()

    assert answer["default"]["shares"] == shares()
    assert answer["default"]["leader"] == "china"
    assert answer["on"] == "2024-12-31"
    assert answer["counts"]["variants"] == len(answer["variants"]) == 2 + 3 + 1 + 4


def test_without_an_event_the_shares_are_as_if_it_had_not_been(world: World):
    found = {key: v for key, v in variants().items() if v["kind"] == "event"}

    assert len(found) == 4  # One had only conflict.
    for variant in found.values():
        (event,) = variant["events"]
        rows = Event.objects.filter(pk=event["event"])
        rows.update(status="withdrawn", withdrawn_because="No.")
        assert variant["shares"] == shares()
        rows.update(status="confirmed", withdrawn_because="")


def test_without_an_outlet_the_events_that_it_alone_reports_are_gone(world: World):
    (variant,) = (v for v in variants().values() if v["kind"] == "outlet")

    assert variant["label"] == "Without what only Report reports"
    keys = [event["event"] for event in variant["events"]]
    assert len(keys) == 2
    Event.objects.filter(pk__in=keys).update(status="withdrawn", withdrawn_because="No.")
    assert variant["shares"] == shares()
    assert (variant["leader"], variant["same_leader"]) == ("russia", False)


@pytest.mark.parametrize("days", [90, 180, 730])
def test_another_half_life_is_that_of_the_balance(world: World, days: int):
    variant = variants()[f"half_life-{days}"]

    assert variant["shares"] == shares(BalanceQuestion(focus="AZE", half_life=days))


@pytest.mark.parametrize("scale", ["plover", "sign"])
def test_another_scale_is_that_of_a_methodology_that_has_it(world: World, scale: str):
    MethodologyFactory(version="other", status="retired", scale=scale)

    variant = variants()[f"scale-{scale}"]

    assert variant["shares"] == shares(BalanceQuestion(focus="AZE", methodology="other"))


def test_it_counts_as_the_reader_asks(world: World):
    question = BalanceQuestion(
        focus="AZE", end=date(2024, 6, 1), half_life=90, dimensions=("economic",)
    )

    assert answered()["on"] == "2024-12-31"
    answer = answered(question)

    assert answer["on"] == "2024-05-31"
    assert answer["default"]["shares"] == shares(question)
    keys = {v["key"] for v in answer["variants"] if v["kind"] == "half_life"}
    assert keys == {"half_life-180", "half_life-365", "half_life-730"}


@pytest.mark.parametrize(
    "other",
    [{"end": date(2024, 6, 1)}, {"half_life": 90}, {"dimensions": ("energy",)}],
    ids=str,
)
def test_what_is_kept_for_one_question_answers_no_other(world: World, other: dict[str, Any]):
    question = BalanceQuestion(focus="AZE", **other)
    usual = answered()["default"]["shares"]

    assert answered(question)["default"]["shares"] == shares(question)
    assert answered(question)["default"]["shares"] != usual


def test_what_holds_is_counted(world: World):
    answer = answered()

    for name in ("same_leader", "same_ranking"):
        assert answer["counts"][name] == sum(v[name] for v in answer["variants"])
        assert 0 < answer["counts"][name] < len(answer["variants"])


def test_a_caller_may_take_only_those_that_change_the_leader(world: World):
    whole = answered()

    brief = robustness_answer(question=AZE, today=TODAY, only_other_leaders=True)

    assert brief["counts"] == whole["counts"]
    assert brief["variants"] == [v for v in whole["variants"] if not v["same_leader"]] != []


def test_the_same_data_are_reckoned_once(world: World, monkeypatch: pytest.MonkeyPatch):
    first = answered()
    monkeypatch.delattr(robustness, "_found")

    assert answered() == first


def test_evidence_is_noticed_though_it_changes_no_data_version(world: World):
    before = answered()
    (outlet,) = (v for v in before["variants"] if v["kind"] == "outlet")
    event = outlet["events"][0]["event"]

    EvidenceFactory(event_id=event, event=None, article=ArticleFactory())

    after = answered()
    assert after["data_version"] == before["data_version"]
    (outlet_now,) = (v for v in after["variants"] if v["kind"] == "outlet")
    assert [row["event"] for row in outlet_now["events"]] == [
        row["event"] for row in outlet["events"] if row["event"] != event
    ]
    report = int(outlet["key"].partition("-")[2])
    Evidence.objects.exclude(article__outlet=report).update(stance="contradicts")
    assert event in [e["event"] for e in variants()[outlet["key"]]["events"]]


def test_an_outlet_s_new_name_and_an_event_s_new_title_show_at_once(world: World):
    before = variants()
    (key,) = (key for key, v in before.items() if v["kind"] == "outlet")
    event = before[key]["events"][0]["event"]

    OutletFactory._meta.model.objects.filter(name="Report").update(name="Report.az")
    Event.objects.filter(pk=event).update(title="Another title")

    assert variants()[key]["label"] == "Without what only Report.az reports"
    assert variants()[f"event-{event}"]["label"] == "Without “Another title”"


def test_where_nothing_is_there_is_nothing_to_vary(db):
    build_world()

    answer = answered()

    assert answer["default"] == {"shares": {"china": None, "russia": None}, "leader": None}
    assert {v["kind"] for v in answer["variants"]} == {"scale", "half_life"}
    assert answer["counts"] == {"variants": 5, "same_leader": 0, "same_ranking": 0}


def test_as_of_an_instant_the_evidence_is_as_it_was(world: World):
    from django.utils import timezone

    before, then = variants(), timezone.now()
    Evidence.objects.all().delete()
    question = BalanceQuestion(focus="AZE", as_of=then, end=date(2025, 1, 1))

    assert variants(question) == before
    assert not any(v["kind"] == "outlet" for v in variants().values())


def test_a_kept_answer_costs_few_queries(world: World, django_assert_max_num_queries):
    shares()  # The first reader refreshes the series.
    answered()

    with django_assert_max_num_queries(6):  # Three of them look the setting up.
        answered()
