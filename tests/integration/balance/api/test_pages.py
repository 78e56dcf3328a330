"""Cursor pages: nothing twice, nothing missed, nothing to be had by tampering."""

import base64
import json
from datetime import date

import pytest

from tests.factories.articles import ArticleFactory
from tests.factories.balance import EventFactory, ObservationFactory

pytestmark = pytest.mark.django_db


def walk(client, address, link="next"):
    """Return the pages from an address to the end of its links, and the last page's JSON."""
    pages = []
    while address:
        last = client.get(address).json()
        pages.append([row["id"] for row in last["results"]])
        address = last[link]
    return pages, last


@pytest.mark.parametrize("ordering", ["-start", "start", "title", "-title", "-confidence", "id"])
def test_pages_hold_every_row_once_in_order_there_and_back(ordering, client):
    for number in range(11):  # Four share a day, all share a title: ties are what pages fail at.
        EventFactory(start=date(2024, 1, 1 + number % 3), confidence=(number % 4) / 4)
    whole, _last = walk(client, f"/api/v1/events/?ordering={ordering}")

    there, last = walk(client, f"/api/v1/events/?ordering={ordering}&page_size=3")
    back, first = walk(client, last["previous"], link="previous")

    assert [len(page) for page in there] == [3, 3, 3, 2]
    assert [key for page in there for key in page] == whole[0]
    assert back[::-1] == there[:-1]
    assert first["previous"] is None
    assert first["next"] is not None


def test_articles_without_a_date_are_on_some_page_too(client):
    for day in (None, date(2024, 1, 1), None, date(2023, 1, 1)):
        ArticleFactory(published_on=day)

    there, _last = walk(client, "/api/v1/articles/?page_size=1")

    assert len({key for (key,) in there}) == 4


def test_a_row_that_arrives_meanwhile_moves_no_other(client):
    events = [EventFactory(start=date(2024, 1, day)) for day in (1, 2, 3, 4)]
    first = client.get("/api/v1/events/?page_size=2").json()
    EventFactory(start=date(2024, 2, 1))

    second = client.get(first["next"]).json()

    assert [row["id"] for row in second["results"]] == [events[1].pk, events[0].pk]


def test_a_filter_goes_along_to_the_next_page(client):
    EventFactory.create_batch(3, dimension="energy")
    EventFactory(dimension="security")

    there, _last = walk(client, "/api/v1/events/?dimension=energy&page_size=2")

    assert [len(page) for page in there] == [2, 1]


def test_figures_are_ordered_by_value(client):
    for value in (1e-300, -5.5, 1e300, 0.1, 1 / 3):
        ObservationFactory(value=value)

    there, _last = walk(client, "/api/v1/observations/?ordering=value&page_size=1")

    assert len({key for (key,) in there}) == 5


def cursor(*parts):
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "tampered",
    [
        "x",
        "%00",
        "🙂",
        "a" * 5000,
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
        base64.urlsafe_b64encode(b"[" * 1000).decode(),
        cursor(),
        cursor("-start", False),
        cursor("-start", False, "2024-01-01", "1"),
        cursor("-start", False, "2024-01-01", None),
        cursor("-start", False, "2024-01-01", 2**63),
        cursor("-start", False, "2024-01-01", 10**400),
        cursor("-start", False, "2024-02-30", 1),
        cursor("-start", False, "tomorrow", 1),
        cursor("-start", False, None, 1),
        cursor("-start", False, {"a": 1}, 1),
        cursor("-start", False, "2024\0", 1),
        cursor("start", False, "2024-01-01", 1),
        cursor("password", False, "2024-01-01", 1),
        cursor("-start", False, 20240101, 1),
    ],
    ids=lambda text: text[:24],
)
def test_a_tampered_cursor_is_refused(tampered, get):
    EventFactory()

    assert "cursor" in get("events/", 400, cursor=tampered)["fields"]


@pytest.mark.parametrize(
    ("ordering", "value"),
    [
        ("created_at", "2024-01-01T00:00:00"),
        ("created_at", "2024-01-01"),
        ("created_at", "0001-01-01T00:00:00+23:59"),
        ("created_at", 5),
        ("confidence", "NaN"),
        ("confidence", "Infinity"),
        ("confidence", "many"),
        ("id", 2**62),
        ("id", 1.5),
        ("title", 5),
        ("title", "x" * 900),
    ],
)
def test_a_cursor_of_another_type_gives_no_fault(ordering, value, client):
    EventFactory()

    response = client.get(
        "/api/v1/events/", {"ordering": ordering, "cursor": cursor(ordering, False, value, 1)}
    )

    assert response.status_code in (200, 400)


@pytest.mark.parametrize(
    "size", ["0", "-1", "501", "1.5", "NaN", "1e3", "٣", "9" * 30, "9223372036854775808"]
)
def test_a_page_size_that_makes_no_sense_is_refused(size, get):
    assert "page_size" in get("events/", 400, page_size=size)["fields"]
