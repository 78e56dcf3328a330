"""Events beside what is measured: the same shares as the balance, and ranks by hand."""

import csv
from datetime import date
from io import StringIO
from itertools import count

import pytest
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories.balance import ActorFactory, IndicatorFactory, ObservationFactory


@pytest.fixture
def demonstration(db):
    call_command("load_demo", verbosity=0)


@pytest.fixture
def figure(world):
    """Return a function that records a figure of a year, of an indicator in per cent."""
    notes = count()

    def record(partner, year, value, **more):
        indicator = IndicatorFactory(
            code=more.pop("code", "gas_share_pct"), unit=more.pop("unit", "percent")
        )
        return ObservationFactory(
            indicator=indicator,
            actor=world.aze,
            partner=partner,
            value=value,
            valid=DateRange(date(year, 1, 1), date(year + 1, 1, 1)),
            note=str(next(notes)),
        )

    return record


def indicator(answer, code="gas_share_pct"):
    (found,) = [row for row in answer["indicators"] if row["code"] == code]
    return found


def test_event_shares_are_those_of_the_balance(get, demonstration):
    compared = indicator(get("balance/AZE/lenses/"), "import_share_pct")
    balance = get("balance/AZE/", start="2014", end="2024", step="year")

    by_year = {point["start"]: point["poles"] for point in balance["points"]}
    assert len(compared["periods"]) > 4
    for row in compared["periods"]:
        if row["start"][5:] == row["end"][5:] == "01-01":
            for pole, cell in row["poles"].items():
                share = by_year[row["start"]][pole]["share"]
                assert cell["events"] == pytest.approx(share, rel=1e-12)


def test_measured_shares_are_those_of_dependence(get, demonstration):
    compared = indicator(get("balance/AZE/lenses/"), "import_share_pct")
    dependence = indicator(get("balance/AZE/dependence/"), "import_share_pct")

    told = {row["start"]: row["poles"] for row in dependence["periods"]}
    for row in compared["periods"]:
        for pole, cell in row["poles"].items():
            assert cell["measured"] == told[row["start"]][pole]["share"]


def test_ranks_over_all_pairs_and_by_pole_where_there_are_five(get, demonstration):
    compared = indicator(get("balance/AZE/lenses/"), "import_share_pct")

    pairs = [
        cell
        for row in compared["periods"]
        for cell in row["poles"].values()
        if cell["measured"] is not None and cell["events"] is not None
    ]
    assert compared["overall"]["n"] == len(pairs) == 23
    assert -1 <= compared["overall"]["rho"] <= 1
    assert compared["poles"]["russia"]["n"] == 6
    assert compared["poles"]["russia"]["rho"] is not None
    assert compared["poles"]["iran"] == {"rho": None, "n": 1, "reason": "too_few"}


def test_fewer_than_three_pairs_are_no_correlation(get, world, figure):
    figure(world.chn, 2024, 20)

    found = indicator(get("balance/AZE/lenses/"))

    assert found["overall"] | {"n": 0} == {"rho": None, "n": 0, "reason": "too_few"}


def test_without_spread_there_is_a_reason(get, world, figure):
    for year in range(2020, 2026):
        figure(world.chn, year, 20)

    found = indicator(get("balance/AZE/lenses/"))

    assert found["overall"]["reason"] in ("no_spread", "too_few")
    assert found["overall"]["rho"] is None


def test_contradictions_and_shares_of_the_partners_listed_are_left_out(get, world, figure):
    figure(world.chn, 2024, 20)
    figure(world.chn, 2024, 30)
    for partner in (world.chn, world.rus):
        figure(partner, 2023, 5, code="tea_tons", unit="tons")

    codes = [row["code"] for row in get("balance/AZE/lenses/")["indicators"]]

    assert codes == []


def test_an_index_is_the_mean_of_the_members(get, world, figure):
    second = ActorFactory(code="TWO", affiliation=world.chn)
    for partner, value in ((world.chn, 0.2), (second, 0.6)):
        figure(partner, 2022, value, code="alike", unit="index")

    found = indicator(get("balance/AZE/lenses/"), "alike")

    assert found["measure"] == "index"
    assert found["periods"][0]["poles"]["china"]["measured"] == pytest.approx(0.4)


def test_a_contradicted_index_is_left_out_rather_than_averaged(get, world, figure):
    for value in (0.2, 0.6):
        figure(world.chn, 2022, value, code="alike", unit="index")

    assert get("balance/AZE/lenses/")["indicators"] == []


def test_a_year_that_is_not_over_is_left_out(get, world, figure):
    figure(world.chn, 2095, 20)

    assert get("balance/AZE/lenses/")["indicators"] == []


def test_the_kernel_and_the_method_are_the_readers(get, demonstration):
    stock = indicator(get("balance/AZE/lenses/"), "import_share_pct")
    flow = indicator(get("balance/AZE/lenses/", kernel="flow"), "import_share_pct")

    assert stock["periods"] != flow["periods"]
    assert get("balance/AZE/lenses/", half_life="90")["half_life"] == 90
    assert get("balance/AZE/lenses/", 400, kernel="tide")["fields"].keys() == {"kernel"}


def test_the_file_has_a_row_for_each_pole_and_period(client, demonstration):
    body = client.get("/api/v1/balance/AZE/lenses/?format=csv").getvalue().decode()

    rows = list(csv.DictReader(StringIO(body)))
    assert {"import_share_pct", "arms_import_share_pct"} <= {row["indicator"] for row in rows}
    assert all(row["measured"] or row["events"] for row in rows)
