"""Claims with what the numbers say about them."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.balance import ClaimFactory

STATEMENT = "share of china >= 50 % by 2025-12"


@pytest.fixture
def measured(world):
    """A claim that came true."""
    return ClaimFactory(
        slug="measured", focus=world.focus, start=date(2024, 6, 1), statement=STATEMENT
    )


def test_a_claim_carries_its_check_in_the_list_and_alone(measured, get):
    (listed,) = (row for row in get("claims/")["results"] if row["slug"] == "measured")
    alone = get(f"claims/{measured.pk}/")

    assert listed == alone
    assert alone["statement"] == STATEMENT
    assert alone["status"] == "open"
    assert alone["resolution"] is None
    check = alone["check"]
    assert check["verdict"] == "came_true"
    assert check["sentence"] == "holds since July 2024: China 93 %"
    balance = get("balance/AZE/")
    assert check["methodology"] == balance["methodology"]["version"]
    assert check["data_version"] == balance["data_version"]
    (number,) = check["numbers"]
    assert (number["measure"], number["date"]) == ("share of china", "2024-07-31")
    assert number["value"] == pytest.approx(0.9265, abs=1e-4)


def test_the_number_is_that_of_the_balance(measured, get):
    (number,) = get(f"claims/{measured.pk}/")["check"]["numbers"]

    points = get("balance/AZE/", start="2024-07", end="2024-08")["points"]

    assert points[-1]["date"] == number["date"]
    assert points[-1]["poles"]["china"]["share"] == number["value"]


def test_a_claim_without_a_statement_has_no_check(world, get):
    row = get(f"claims/{world.claim.pk}/")

    assert (row["statement"], row["check"]) == (None, None)


def test_the_file_has_the_verdicts(measured, client):
    text = client.get("/api/v1/claims/?format=csv").getvalue().decode()

    rows = {row["slug"]: row for row in csv.DictReader(io.StringIO(text))}

    assert rows["measured"]["verdict"] == "came_true"
    assert rows["measured"]["check"] == "holds since July 2024: China 93 %"
    assert rows["claim-1"]["verdict"] == rows["claim-1"]["check"] == ""
    assert "statement" in rows["claim-1"]


def test_checks_cost_the_same_for_one_claim_and_for_sixty(
    measured, client, django_assert_num_queries
):
    client.get("/api/v1/claims/")
    with CaptureQueriesContext(connection) as few:
        client.get("/api/v1/claims/")
    ClaimFactory.create_batch(60, focus=measured.focus, statement=STATEMENT)

    with django_assert_num_queries(len(few.captured_queries)):
        page = client.get("/api/v1/claims/").json()

    assert sum(row["check"] is not None for row in page["results"]) == 61
