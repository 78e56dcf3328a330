"""The third lens: a pole's share of each indicator, its total, and what contradicts it."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories.balance import (
    ActorFactory,
    EvidenceFactory,
    IndicatorFactory,
    ObservationFactory,
)

YEAR = DateRange(date(2020, 1, 1), date(2021, 1, 1))


@pytest.fixture
def demonstration(db):
    call_command("load_demo", verbosity=0)


@pytest.fixture
def figure(world):
    """Return a function that records a figure of the year 2020."""

    def record(partner, value, **more):
        given = {"indicator": IndicatorFactory(code="exports_usd", unit="USD"), "valid": YEAR}
        return ObservationFactory(
            actor=world.aze, partner=partner, value=value, **{**given, **more}
        )

    return record


def period(answer, code="exports_usd", start="2020-01-01"):
    (indicator,) = [row for row in answer["indicators"] if row["code"] == code]
    (found,) = [row for row in indicator["periods"] if row["start"] == start]
    return found


def test_the_reported_total_is_the_whole(get, world, figure):
    figure(world.rus, 25)
    figure(ActorFactory(code="WLD"), 200)

    found = period(get("balance/AZE/dependence/"))

    assert found["basis"] == "reported"
    assert found["total"] == {"low": 200, "high": 200}
    assert found["poles"]["russia"]["share"] == 0.125
    assert found["poles"]["china"]["reason"] == "not_listed"


def test_without_a_total_the_partners_listed_are_and_the_answer_says_so(get, world, figure):
    figure(world.rus, 25)
    figure(world.chn, 50)  # Half of it counts for its pole.

    found = period(get("balance/AZE/dependence/"))

    assert (found["basis"], found["partners"]) == ("listed", ["CHN", "RUS"])
    assert found["poles"]["russia"]["share"] == found["poles"]["china"]["share"]
    assert found["other"]["share"] == pytest.approx(1 / 3)


def test_who_was_in_the_pole_is_that_of_the_periods_first_day(get, world, figure):
    later = DateRange(date(2023, 1, 1), date(2024, 1, 1))
    figure(world.rus, 25, valid=later)
    figure(ActorFactory(code="WLD"), 100, valid=later)

    found = period(get("balance/AZE/dependence/"), start="2023-01-01")

    assert found["poles"]["russia"]["reason"] == "not_listed"
    assert found["other"]["share"] == 0.25


def test_contradicting_figures_stand_side_by_side(get, world, figure):
    figures = [figure(world.rus, 20), figure(world.rus, 30, note="the other side's")]
    figure(ActorFactory(code="WLD"), 100)
    for one in figures:
        EvidenceFactory(event=None, observation=one, article=world.article)

    answer = get("balance/AZE/dependence/")

    russia = period(answer)["poles"]["russia"]
    assert russia | {"figures": None} == {
        "share": None,
        "low": 0.2,
        "high": 0.3,
        "reason": "conflicting",
        "figures": None,
    }
    told = {row["id"]: row for row in answer["figures"]}
    assert [told[number]["value"] for number in russia["figures"]] == [20, 30]
    assert all(told[one.pk]["conflicting"] for one in figures)
    assert told[figures[0].pk]["articles"][0]["outlet"] == "Report"


def test_the_same_figure_twice_is_no_contradiction(get, world, figure):
    figure(world.rus, 20)
    figure(world.rus, 20, note="from another outlet")

    answer = get("balance/AZE/dependence/")

    told = [row for row in answer["figures"] if row["indicator"] == "exports_usd"]
    assert [row["conflicting"] for row in told] == [False, False]


def test_a_withdrawn_figure_enters_nothing(get, world, figure):
    figure(world.rus, 20, withdrawn_because="A misprint.")

    codes = [row["code"] for row in get("balance/AZE/dependence/")["indicators"]]
    assert "exports_usd" not in codes


def test_shares_as_stated_and_growth_of_the_demonstration(get, demonstration):
    answer = get("balance/AZE/dependence/")

    kinds = {row["code"]: row["kind"] for row in answer["indicators"]}
    assert kinds["import_share_pct"] == "share"
    assert kinds["imports_usd"] == "amount"
    assert kinds["total_trade_growth_pct"] == kinds["trade_partner_rank"] == "neither"
    found = period(answer, "import_share_pct", "2023-01-01")
    assert found["basis"] == "stated"
    assert found["poles"]["china"]["share"] == 0.16
    arms = period(answer, "arms_import_share_pct", "2014-01-01")
    assert (arms["poles"]["russia"]["share"], arms["end"]) == (0.51, "2019-01-01")
    assert all(row["periods"] == [] for row in answer["indicators"] if row["kind"] == "neither")


def test_the_file_has_a_row_for_each_pole_and_period(client, demonstration):
    body = client.get("/api/v1/balance/AZE/dependence/?format=csv").getvalue().decode()

    rows = list(csv.DictReader(StringIO(body)))
    (row,) = [
        row
        for row in rows
        if (row["indicator"], row["start"], row["pole"])
        == ("import_share_pct", "2023-01-01", "russia")
    ]
    assert (row["share"], row["basis"]) == ("0.17", "stated")


def test_it_costs_four_queries_however_many_figures_there_are(
    client, world, figure, django_assert_num_queries
):
    for value in range(30):
        EvidenceFactory(event=None, observation=figure(world.rus, value), article=world.article)

    with django_assert_num_queries(4):
        client.get("/api/v1/balance/AZE/dependence/")
