"""balance/<focus>/revisions/: what can be asked, and the file of it."""

import csv

import pytest

pytestmark = pytest.mark.django_db


def test_without_a_month_it_is_the_month_a_year_ago(get, world):
    answer = get("balance/AZE/revisions/")

    assert answer["month"].endswith("-01")
    assert [pole["code"] for pole in answer["poles"]]


def test_any_day_of_a_month_names_it(get, world):
    assert get("balance/AZE/revisions/", month="2024-07-15")["month"] == "2024-07-01"
    assert get("balance/AZE/revisions/", month="2024-07")["month"] == "2024-07-01"


def test_the_file_has_a_row_for_each_revision_and_pole(client, get, world):
    answer = get("balance/AZE/revisions/", month="2024-07")

    file = client.get("/api/v1/balance/AZE/revisions/?month=2024-07&format=csv")
    rows = list(csv.DictReader(file.getvalue().decode().splitlines()))

    assert len(rows) == len(answer["results"]) * (len(answer["poles"]) + 1)
    assert rows[0]["known_on"] == answer["results"][0]["known_on"]
    assert rows[-1]["pole"] == "other"


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"month": "never"}, "month"),
        ({"month": "2100-01"}, "month"),
        ({"kernel": "both"}, "kernel"),
        ({"as_of": "1950-01-01"}, "as_of"),
        ({"as_of": "2100-01-01"}, "as_of"),
        ({"methodology": "nobody's"}, "methodology"),
        ({"dataset": "none"}, "dataset"),
        ({"until": "2024"}, "until"),
    ],
)
def test_nonsense_is_refused_by_name(get, world, asked, field):
    assert field in get("balance/AZE/revisions/", 400, **asked)["fields"]


def test_no_focus_no_revisions(get, world):
    get("balance/XXX/revisions/", 404)
