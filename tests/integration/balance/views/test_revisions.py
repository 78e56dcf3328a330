"""The page on how the picture of a month changed: its words, and what it does with nonsense."""

import html
import re

import pytest
import time_machine

pytestmark = pytest.mark.django_db


def shown(client, query="", status=200):
    response = client.get(f"/revisions/AZE/?{query}")
    assert response.status_code == status, response.content[:500]
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split())


@pytest.fixture
def later(world):
    """Let it be three days after all of it was recorded: then only is it known."""
    written = world.treaty.versions.latest("pgh_id").pgh_created_at
    with time_machine.travel(written.replace(year=written.year + 1), tick=False):
        yield


def test_the_page_says_how_far_the_picture_moved(client, later):
    page = shown(client)

    assert "has held since it was first known" in page
    assert "As known on" in page
    assert "China" in page
    assert "Nothing that could move it was recorded since." in page


def test_a_month_before_anything_was_known_has_its_first_revision_when_it_was(client, later):
    page = shown(client, "month=2024-07")

    assert "The picture of July 2024 has held since it was first known" in page
    assert "66.7 %" in page


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("month=soon", "Write a year, a month or a day"),
        ("month=2099-01", "That month is not over yet"),
        ("month=%00", "Null characters are not allowed."),
        ("kernel=both", "Select a valid choice."),
        ("month=2024-07&month=x", "Write a year, a month or a day"),
    ],
)
def test_nonsense_has_a_message_beside_the_field(client, later, query, message):
    page = shown(client, query)

    assert message in page
    assert "Choose a month that is over" in page


def test_there_is_no_such_page_of_what_is_no_focus(client, later):
    assert client.get("/revisions/XXX/").status_code == 404


def test_its_numbers_are_the_api_s(client, later):
    page = client.get("/revisions/AZE/?month=2024-07&kernel=flow").content.decode()
    (address,) = re.findall(r'href="([^"]+)">JSON', page)

    answer = client.get(html.unescape(address)).json()

    assert answer["month"] == "2024-07-01"
    assert answer["kernel"] == "flow"
    assert answer["results"][-1]["point"]["poles"]["china"]["share"] == 1
    assert "100.0" in page
