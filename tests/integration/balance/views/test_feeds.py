"""Atom feeds: what changed in words, new events, corrections."""

from datetime import date
from xml.etree import ElementTree as ET

import pghistory
import pytest

from tests.factories.balance import EventFactory

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, path="/feed/AZE/"):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def entries(client, path="/feed/AZE/"):
    return [
        {part.tag.removeprefix(ATOM): part.text or part.get("href") for part in entry}
        for entry in read(client, path).iter(f"{ATOM}entry")
    ]


@pytest.fixture
def months(world):
    """Let China's share rise in March and in April, with enough events to be sure of it."""
    for day in range(1, 12):
        EventFactory(
            start=date(2024, 2, day),
            initiators=[world.focus.actor],
            recipients=[world.states["russia"]],
        )
    for day in range(1, 9):
        EventFactory(
            title=f"Pact number {day}",
            start=date(2024, 3, day),
            initiators=[world.focus.actor],
            recipients=[world.states["china"]],
        )


def test_a_large_change_is_told_in_words_with_what_brought_it(client, world, months):
    told = [entry for entry in entries(client) if "share rose" in entry["title"]]

    (march,) = [entry for entry in told if "March 2024" in entry["title"]]
    assert march["title"].startswith("China: the share rose by ")
    assert "Because of “Pact number " in march["summary"]
    assert march["id"].endswith(":focus/AZE/2024-03/china")
    assert march["id"].startswith("tag:testserver,2026:")
    assert march["updated"] == march["published"] == "2024-04-01T00:00:00+00:00"
    page = client.get(march["link"].removeprefix("http://testserver")).content.decode()
    assert "Pact number 8" in page


def test_a_fall_is_explained_by_what_others_gained(client, world, months):
    (fall,) = [
        entry
        for entry in entries(client)
        if "March 2024" in entry["title"] and "fell" in entry["title"]
    ]

    assert fall["title"].startswith("Russia: the share fell by ")
    assert "Because others gained: “Pact number " in fall["summary"]


def test_the_month_that_is_not_over_is_not_told(client, world, months):
    assert not [entry for entry in entries(client) if "July 2024, to" in entry["title"]]


def test_keys_stay_and_are_unique(client, world, months):
    keys = [entry["id"] for entry in entries(client)]

    assert len(keys) == len(set(keys))
    assert keys == [entry["id"] for entry in entries(client)]


def test_new_events_are_told_and_proposals_are_not(client, world):
    EventFactory(
        title="Only proposed",
        status="proposed",
        initiators=[world.focus.actor],
        recipients=[world.states["west"]],
    )

    titles = [entry["title"] for entry in entries(client)]

    assert "New: A treaty with China" in titles
    assert not [title for title in titles if "Only proposed" in title]


def test_a_correction_is_told_with_its_reason(client, world):
    with pghistory.context(user=1, why="The ministry <denies> it."):
        world.treaty.title = "A draft with China"
        world.treaty.save()

    (told,) = entries(client, "/feed/corrections/")

    assert told["title"] == "Corrected: “A draft with China”"
    assert told["summary"] == "The ministry &lt;denies&gt; it."
    assert "/corrections/#e" in told["link"]


def test_pages_lead_to_the_feeds(client, world):
    page = client.get("/focus/AZE/").content.decode()

    assert 'type="application/atom+xml"' in page
    assert 'href="/feed/AZE/"' in page
    assert 'href="/feed/corrections/"' in page


def test_the_front_page_s_feed_is_its_focus_s(client, world):
    assert entries(client, "/feed/") == entries(client)


def test_without_a_focus_there_is_no_feed(client, db):
    assert client.get("/feed/").status_code == 404
    assert client.get("/feed/XXX/").status_code == 404
    assert client.get("/feed/%00/").status_code == 404
    assert entries(client, "/feed/corrections/") == []


def test_a_long_feed_costs_as_much_as_a_short_one(
    client, world, months, django_assert_max_num_queries
):
    read(client)
    for day in range(1, 25):
        EventFactory(
            start=date(2024, 5, day),
            initiators=[world.focus.actor],
            recipients=[world.states["west"]],
        )
    read(client)

    with django_assert_max_num_queries(16):
        read(client)
