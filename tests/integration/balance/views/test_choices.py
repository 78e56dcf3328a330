"""What a reader chooses stands in the address, and nonsense never breaks the page."""

import html
import re
from datetime import timedelta

import pytest
import time_machine

from balance.models import Event

pytestmark = pytest.mark.django_db


def shown(client, query="", status=200):
    response = client.get(f"/?{query}")
    assert response.status_code == status, response.content[:500]
    return html.unescape(response.content.decode())


def data_url(page):
    """Return where the chart's numbers are, of which intervals are always asked for."""
    address = re.search(r'data-chart="shares" data-url="([^"]+)"', page)[1]
    assert address.endswith("interval=1")
    return address.removesuffix("interval=1").rstrip("?&")


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("", ""),
        ("from=2024-02", "?start=2024-02-01"),
        ("from=2023&to=2023", "?start=2023-01-01&end=2024-01-01"),
        ("to=2024-03", "?end=2024-04-01"),
        ("from=2024-03-05&to=2024-03-06", "?start=2024-03-05&end=2024-03-07"),
        ("step=quarter", "?step=quarter"),
        ("step=month&kernel=stock&half_life=&dimension=", ""),
        ("kernel=flow", "?kernel=flow"),
        ("half_life=90", "?half_life=90"),
        ("dimension=energy", "?dimension=energy"),
    ],
)
def test_a_choice_reaches_the_numbers(client, world, query, parameters):
    page = shown(client, query)

    assert data_url(page) == f"/api/v1/balance/AZE/{parameters}"
    assert client.get(data_url(page)).status_code == 200


def test_the_form_shows_what_was_chosen(client, world):
    page = shown(client, "from=2024-02&step=week&half_life=180&dimension=energy")

    assert 'name="from" value="2024-02"' in page
    for value in ("week", "180", "energy"):
        assert f'<option value="{value}" selected>' in page
    assert '<details class="controls__more" open>' in page


def test_a_usual_period_keeps_the_other_choices(client, world):
    page = shown(client, "from=2020-01&step=week&dimension=energy")

    assert 'href="?step=week&dimension=energy&from=2019-07"' in page
    assert 'href="?step=week&dimension=energy"' in page


def test_the_chosen_period_is_marked(client, world):
    assert re.search(r'href="\?from=2023-07" aria-current="true"', shown(client, "from=2023-07"))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("from=yesterday", "Write a year, a month or a day"),
        ("from=2024-13", "Write a year, a month or a day"),
        ("to=0001", "The date lies between 1900 and 2100."),
        ("from=2024-05&to=2024-04", "The span is empty"),
        ("from=1950&step=day", "That is more than 5,000 points"),
        ("step=fortnight", "Select a valid choice."),
        ("half_life=0", "Select a valid choice."),
        ("half_life=NaN", "Select a valid choice."),
        ("dimension=love", "Select a valid choice."),
        ("kernel=%00", "Select a valid choice."),
        ("from=%00", "Null characters are not allowed."),
        ("to=" + "9" * 5000, "Ensure this value has at most 10 characters"),
        ("from=٢٠٢٤", "Write a year, a month or a day"),
        ("as_of=2024-07-10", "That day is not over yet"),
        ("as_of=2024", "That day is not over yet"),
        ("as_of=1950-01-01", "No pole to read the focus against is recorded, or was by then."),
        ("as_of=tomorrow", "Write a year, a month or a day"),
    ],
)
def test_nonsense_has_a_message_beside_the_field_and_the_usual_picture(
    client, world, query, message
):
    page = shown(client, query)

    assert re.search(rf'<div class="field__errors"[^>]*><p>{re.escape(message)}', page)
    assert data_url(page) == "/api/v1/balance/AZE/"


@pytest.mark.parametrize(
    "query", ["page=-1", "focus=%00", "from[]=1", "from=2024&from=x", "%ff=%fe", "a" * 3000]
)
def test_what_nobody_asked_for_breaks_nothing(client, world, query):
    shown(client, query)


def test_a_change_within_a_short_period_is_still_against_a_year_ago(client, world):
    page = shown(client, "from=2024-07")

    assert "China rose most in a year, by 67 points" in page


def test_one_period_alone_is_named(client, world):
    page = shown(client, "kernel=flow")

    assert "July 2024: all cooperation on record is with China" in page


def test_of_single_periods_the_latest_with_anything_in_it_is_told(client, world):
    with time_machine.travel("2025-03-10T12:00:00Z", tick=False):
        page = shown(client, "kernel=flow&step=quarter")

    assert "Third quarter of 2024: all cooperation on record is with China" in page
    assert "no share" not in page.split("</h1>")[0]


def test_nothing_is_written_by_a_page(client, world):
    assert client.post("/").status_code == 405
    assert client.head("/").status_code == 200


def test_a_page_shows_what_was_known_on_a_day_and_says_so(client, world):
    written = world.treaty.versions.latest("pgh_created_at").pgh_created_at
    Event.objects.filter(pk=world.treaty.pk).update(confidence=0)
    known_on = written.date() + timedelta(days=1)
    world.treaty.versions.filter(confidence=0).update(pgh_created_at=written + timedelta(days=2))

    with time_machine.travel(written + timedelta(days=4), tick=False):
        then = shown(client, f"as_of={known_on}&to=2024-07")
        now = shown(client, "to=2024-07")

    assert data_url(then) == f"/api/v1/balance/AZE/?end=2024-08-01&as_of={known_on}"
    assert "China 67" in spaced(then)
    assert "As known on" in then
    assert 'href="?to=2024-07"' in then
    assert "China 67" not in spaced(now)
    assert "As known on " not in now.split("<form")[0]


def spaced(page):
    """Return the page's words, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
