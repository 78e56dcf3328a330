"""What the numbers rest on, on a world small enough to count by hand."""

from datetime import date

import pytest

from balance.models import Evidence
from balance.operations.answers import balance_answer
from balance.operations.coverage import coverage_answer, lopsided_answer
from balance.queries.coverage import Coverage, warnings
from balance.queries.questions import BalanceQuestion
from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import ActorFactory, EvidenceFactory
from tests.integration.balance.operations.world import TODAY, World, build_world

AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def outlets(db) -> dict:
    named = {"Report": "AZE", "TASS": "RUS", "Blog": ""}
    return {name: OutletFactory(name=name, country=country) for name, country in named.items()}


def report(event, *outlets, **values):
    for outlet in outlets:
        EvidenceFactory(event=event, article=ArticleFactory(outlet=outlet), quote="", **values)


def evidence(pole: str = "china") -> dict:
    return coverage_answer(question=AZE, today=TODAY)["evidence"][pole]


def test_each_pole_has_its_events_articles_and_outlets(world, outlets):
    report(world.event(world.china), outlets["Report"], outlets["TASS"])
    report(world.event(world.china, on=date(2024, 5, 1)), outlets["Report"])
    world.event(world.china, on=date(2024, 4, 1))

    found = evidence()

    assert (found["events"], found["articles"], found["outlets"]) == (3, 3, 2)
    assert found["unsourced"] == pytest.approx(1 / 3)
    assert (found["outlet"], found["outlet_alone"]) == ("Report", pytest.approx(1 / 3))
    assert (evidence("russia")["events"], evidence("russia")["unsourced"]) == (0, None)


def test_an_article_that_contradicts_is_no_support(world, outlets):
    report(world.event(world.china), outlets["Report"], stance=Evidence.Stance.CONTRADICTS)

    assert evidence()["articles"] == 0
    assert evidence()["unsourced"] == 1


def test_two_quotations_of_an_article_are_one_article(world):
    event, article = world.event(world.china), ArticleFactory(text="One. Two.")
    for quote in ("One.", "Two."):
        EvidenceFactory(event=event, article=article, quote=quote)

    assert evidence()["articles"] == 1


def test_events_are_counted_as_beside_the_shares(world):
    world.event(world.china, on=date(2024, 3, 3))
    world.event(world.china, on=date(2015, 3, 3))
    world.event(world.russia, on=date(2023, 3, 3))
    body = ActorFactory(kind="organisation")
    shared = world.event(world.china, on=date(2022, 3, 3))
    shared.participants.create(actor=world.russia, role="recipient")
    shared.participants.create(actor=body, role="recipient")

    answer = coverage_answer(question=AZE, today=TODAY)

    (point,) = balance_answer(
        question=BalanceQuestion(focus="AZE", start=TODAY, end=date(2025, 1, 1)), today=TODAY
    )["points"]
    assert answer["point"]["poles"] == point["poles"]
    for code, numbers in (*point["poles"].items(), ("other", point["other"])):
        assert answer["evidence"][code]["events"] == numbers["events"]


def test_the_event_that_brings_most_is_named_with_its_part(world):
    world.event(world.china, on=TODAY, title="The treaty")
    world.event(world.china, on=TODAY, confidence=0.25)

    assert evidence()["event"]["title"] == "The treaty"
    assert evidence()["event_part"] == pytest.approx(0.8)
    assert evidence("russia")["event"] is None


def test_years_without_anything_stand_between_those_with(world, outlets):
    report(world.event(world.china, on=date(2021, 5, 1)), outlets["Report"])
    world.event(world.russia, on=date(2023, 5, 1))

    periods = coverage_answer(question=AZE, today=TODAY)["periods"]

    assert [(one["start"][:4], one["poles"]["china"]["articles"]) for one in periods] == [
        ("2021", 1),
        ("2022", 0),
        ("2023", 0),
        ("2024", 0),
    ]
    assert [one["poles"]["russia"]["events"] for one in periods] == [0, 0, 1, 0]


def test_outlets_and_their_countries_are_counted(world, outlets):
    report(world.event(world.china), outlets["Report"], outlets["TASS"])
    report(world.event(world.russia), outlets["Report"], outlets["Blog"], outlets["Blog"])
    report(world.event(world.russia, on=date(2024, 2, 1)), outlets["Report"])

    answer = coverage_answer(question=AZE, today=TODAY)

    first = answer["outlets"][0]
    assert (first["outlet"], first["events"], first["alone"]) == ("Report", 3, 1)
    assert first["poles"] == {"china": 1, "russia": 2, "other": 0}
    assert [(one["country"], one["articles"]) for one in answer["countries"]] == [
        ("AZE", 3),
        (None, 2),
        ("RUS", 1),
    ]
    assert answer["countries"][0]["country_name"] == world.focus.actor.name


def test_a_dimension_left_out_leaves_its_events_out(world):
    world.event(world.china, dimension="energy")
    world.event(world.china, on=date(2024, 3, 1), dimension="cultural")
    energy = BalanceQuestion(focus="AZE", dimensions=("energy",))

    assert coverage_answer(question=energy, today=TODAY)["evidence"]["china"]["events"] == 1


def test_it_costs_the_same_however_much_is_on_record(world, outlets, django_assert_num_queries):
    for month in range(1, 13):
        report(world.event(world.china, on=date(2024, month, 1)), *outlets.values())
    coverage_answer(question=AZE, today=TODAY)

    with django_assert_num_queries(10):
        coverage_answer(question=AZE, today=TODAY)


EVEN = {"events": 9, "articles": 5, "outlet_alone": 0.5, "event_part": 0.5, "unsourced": 0.25}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param({}, [], id="just even enough"),
        pytest.param({"articles": 4}, ["few_articles"], id="four articles"),
        pytest.param({"outlet_alone": 0.51}, ["one_outlet"], id="one outlet"),
        pytest.param({"event_part": 0.51}, ["one_event"], id="one event"),
        pytest.param({"unsourced": 0.26}, ["no_source"], id="no source"),
        pytest.param({"events": 0, "articles": 0}, [], id="nothing on record"),
        pytest.param({"event_part": None, "outlet_alone": None}, [], id="conflict without source"),
    ],
)
def test_what_is_lopsided(changes, found):
    assert list(warnings(EVEN | changes)) == found


def test_a_warning_goes_as_soon_as_an_article_is_added(world, outlets):
    event = world.event(world.china)
    before = lopsided_answer(question=AZE, today=TODAY)["evidence"]["china"]
    report(event, *outlets.values(), *outlets.values())

    after = lopsided_answer(question=AZE, today=TODAY)["evidence"]["china"]

    assert before["warnings"] == ["few_articles", "one_event", "no_source"]
    assert after["warnings"] == ["one_event"]


def test_what_is_lopsided_is_reckoned_once(world, monkeypatch):
    world.event(world.china)
    first = lopsided_answer(question=AZE, today=TODAY)
    monkeypatch.delattr(Coverage, "evidence")

    assert lopsided_answer(question=AZE, today=TODAY) == first
