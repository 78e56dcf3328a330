"""The second lens: rungs by pole and ladder on any day, and the ties between others."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Tie, TieKind
from tests.factories.balance import ActorFactory, PoleMembershipFactory, TieFactory, TieKindFactory


@pytest.fixture
def demonstration(db):
    call_command("load_demo", verbosity=0)


def cell(answer, pole, ladder="bilateral"):
    rows = {row["code"]: row for row in [*answer["poles"], *answer["other"]["actors"]]}
    return rows[pole]["ladders"][ladder]


def marks(answer, actor):
    kinds = {tie["id"]: (tie["kind"], tie["start"], tie["end"]) for tie in answer["ties"]}
    return [kinds[number] for number in cell(answer, actor, "membership")["marks"]]


@pytest.mark.parametrize(
    ("on", "rung"),
    [
        ("2024-07-02", "diplomatic_relations"),
        ("2024-07-03", "strategic_partnership"),
        ("2025-04-23", "comprehensive_strategic_partnership"),
        ("1992-04-01", None),
    ],
)
def test_the_rung_with_china_is_the_highest_in_force_that_day(get, demonstration, on, rung):
    found = cell(get("balance/AZE/standing/", on=on), "china")["rung"]

    assert (found and found["code"]) == rung


def test_the_way_into_the_sco_is_told_rung_by_rung(get, demonstration):
    answer = get("balance/AZE/standing/", on="2026-01-01")

    assert [
        (step["rung"]["code"], step["start"], step["end"])
        for step in cell(answer, "SCO", "membership")["steps"]
    ] == [("dialogue_partner", "2016-03-14", "2025-09-01"), ("partner", "2025-09-01", None)]
    assert ("applied_observer", "2024-07-01", None) in marks(answer, "SCO")
    assert marks(answer, "BRICS") == [("applied_member", "2024-08-20", None)]
    assert marks(answer, "CICA") == [("chair", "2024-12-17", "2026-12-01")]


def test_a_start_that_nobody_states_stands_and_has_no_date(get, demonstration):
    answer = get("balance/AZE/standing/", on="1995-01-01")

    kazakhstan = cell(answer, "KAZ")
    assert kazakhstan["rung"]["code"] == "alliance"
    assert kazakhstan["steps"][0]["start"] is kazakhstan["steps"][0]["start_precision"] is None


def test_a_year_stays_a_year(get, demonstration):
    steps = cell(get("balance/AZE/standing/"), "west")["steps"]

    assert (steps[0]["start"], steps[0]["start_precision"]) == ("1994-01-01", "year")


def test_dependence_on_the_day_follows_who_was_in_the_pole(get, world):
    pole_until_2023 = cell(get("balance/AZE/standing/", on="2022-12-31"), "russia")["rung"]
    assert pole_until_2023 is None
    rung = TieKind.objects.get(ladder="bilateral", code="alliance")
    tie = TieFactory(actor_a=world.aze, actor_b=world.rus, kind=rung)

    before = get("balance/AZE/standing/", on="2022-12-31")
    after = get("balance/AZE/standing/", on="2023-01-01")

    assert cell(before, "russia")["ties"] == [tie.pk]
    assert cell(after, "russia")["ties"] == []
    assert cell(after, "RUS")["ties"] == [tie.pk]
    assert cell(after, "russia")["steps"][0]["end"] == "2023-01-01"


def test_a_body_without_a_pole_of_its_own_counts_where_its_owner_does(get, world):
    body = ActorFactory(code="BODY", affiliation=world.chn)
    rung = TieKindFactory(ladder="conflict", code="dispute")
    tie = TieFactory(actor_a=body, actor_b=world.aze, kind=rung)

    assert cell(get("balance/AZE/standing/"), "china", "conflict")["ties"] == [tie.pk]


def test_withdrawn_ties_do_not_stand_and_did_before(get, world):
    before = get("balance/AZE/standing/")
    Tie.objects.filter(pk=world.tie.pk).update(withdrawn_because="A mistake.")

    after = get("balance/AZE/standing/")

    assert world.tie.pk in {tie["id"] for tie in before["ties"]}
    assert world.tie.pk not in {tie["id"] for tie in after["ties"]}
    assert before["data_version"] != after["data_version"]


def test_as_known_on_a_day_before_anything_was_recorded_there_is_no_pole(get, demonstration):
    assert get("balance/AZE/standing/", as_of="2010-06-01")["on"] == "2010-06-01"
    assert get("balance/AZE/standing/", 400, as_of="2009-06-01")["fields"]["as_of"]


def test_ties_between_others_leave_the_focus_out(get, demonstration):
    answer = get("balance/AZE/standing/", on="2024-01-01", others="1")["between_others"]

    pairs = {(tie["actor_a"], tie["actor_b"]) for tie in answer["ties"]}
    assert {("CHN", "IRN"), ("ARM", "IND"), ("CHN", "GEO")} <= pairs
    assert not any("AZE" in pair for pair in pairs)
    assert {"code": "CHN", "name": "China", "poles": ["china"]} in answer["actors"]
    assert "between_others" not in get("balance/AZE/standing/", on="2024-01-01")


def test_the_file_has_a_row_for_each_tie(client, demonstration):
    body = client.get("/api/v1/balance/AZE/standing/?format=csv").getvalue().decode()

    rows = {row["slug"]: row for row in csv.DictReader(StringIO(body))}
    partnership = rows["aze-chn-strategic-partnership"]
    assert (partnership["start"], partnership["poles"]) == ("2024-07-03", "china")
    assert partnership["urls"].startswith("https://")
    assert len(rows) > 50


@pytest.mark.parametrize(
    "query", [{"on": "tomorrow"}, {"on": "9999"}, {"others": "2"}, {"step": "day"}, {"on": "\0"}]
)
def test_nonsense_is_refused(get, world, query):
    assert get("balance/AZE/standing/", 400, **query)["fields"].keys() == query.keys()


def test_it_costs_four_queries_however_many_ties_there_are(
    client, world, django_assert_num_queries
):
    PoleMembershipFactory(actor=world.sco, pole=world.china)
    for year in range(1950, 2000):
        TieFactory(actor_a=world.aze, actor_b=world.sco, valid=DateRange(date(year, 1, 1), None))

    with django_assert_num_queries(4):
        client.get("/api/v1/balance/AZE/standing/?others=1")
