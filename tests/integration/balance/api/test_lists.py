"""Every list: its page, its rows' own addresses, its file, and what it costs."""

import csv
import io

import pytest

from balance.api.urls import router

LISTS = [prefix for prefix, _viewset, _name in router.registry]
KEYS = {
    "foci": ("code", "AZE"),
    "poles": ("code", "china"),
    "actors": ("code", "CHN"),
    "indicators": ("code", "imports"),
    "dashboards": ("slug", "front"),
    "methodologies": ("version", "1.0"),
    "datasets": ("code", "editorial"),
}

pytestmark = pytest.mark.django_db


def test_the_lists_are_those_that_programs_rely_on():
    assert set(LISTS) == {
        "foci",
        "poles",
        "actors",
        "events",
        "articles",
        "outlets",
        "ties",
        "indicators",
        "observations",
        "claims",
        "dashboards",
        "methodologies",
        "datasets",
    }


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_page_with_neighbours(name, world, get):
    page = get(f"{name}/")

    assert set(page) == {"next", "previous", "results"}
    assert page["results"]
    assert page["next"] is page["previous"] is None


@pytest.mark.parametrize("name", LISTS)
def test_each_row_of_a_list_has_an_address_of_its_own(name, world, get):
    key = KEYS.get(name, ("id",))[0]

    for row in get(f"{name}/")["results"]:
        assert get(f"{name}/{row[key]}/") == row


@pytest.mark.parametrize(("name", "key", "value"), [(name, *pair) for name, pair in KEYS.items()])
def test_a_row_is_found_by_its_code(name, key, value, world, get):
    assert get(f"{name}/{value}/")[key] == value


@pytest.mark.parametrize("name", LISTS)
def test_a_row_that_is_not_there_is_not_found(name, client):
    for key in ("0", "9" * 18, "9" * 400, "no-such-row", "-1", "%00", "a b", "ü", "1.5", "٣"):
        response = client.get(f"/api/v1/{name}/{key}/")

        assert response.status_code == 404, key
        assert response.json()["error"] == "not_found"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_as_a_file_has_the_rows_of_its_pages(name, world, get, client):
    response = client.get(f"/api/v1/{name}/?format=csv")

    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{name}.csv"'
    key = KEYS.get(name, ("id",))[0]
    assert [row[key] for row in rows] == [str(row[key]) for row in get(f"{name}/")["results"]]
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("name", LISTS)
def test_a_browser_may_ask_for_the_file_by_its_media_type(name, world, client):
    response = client.get(f"/api/v1/{name}/", headers={"accept": "text/csv"})

    assert response["Content-Type"].startswith("text/csv")
    assert "Accept" in response["Vary"]


@pytest.mark.parametrize("name", LISTS)
def test_every_ordering_of_a_list_works_both_ways(name, world, get, client):
    schema = client.get("/api/v1/schema/").json()
    parameters = schema["paths"][f"/api/v1/{name}/"]["get"]["parameters"]
    (orderings,) = [p["schema"]["enum"] for p in parameters if p["name"] == "ordering"]
    key = KEYS.get(name, ("id",))[0]

    for ordering in orderings:
        there = [row[key] for row in get(f"{name}/", ordering=ordering)["results"]]
        sign = ordering.removeprefix("-") if ordering.startswith("-") else f"-{ordering}"
        back = [row[key] for row in get(f"{name}/", ordering=sign)["results"]]
        assert there == back[::-1]
