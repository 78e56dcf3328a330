"""The page of standing ties: any day, complete without JavaScript, and no nonsense breaks it."""

import html
import re
from datetime import date

import pytest
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Tie
from tests.factories.balance import TieFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(db):
    call_command("load_demo", verbosity=0)


def read(client, address="/ties/", status=200):
    response = client.get(address)
    assert response.status_code == status, address
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())
    return words.replace(" ,", ",")


def test_the_page_tells_the_way_of_the_focus(client, demonstration):
    page = read(client, "/ties/?on=2026-11-22")

    for words in (
        "Azerbaijan stands highest with Russia and Turkey (alliance), then China",
        "SCO, since 1 September 2025",
        "applied for observer SCO, since July 2024",
        "applied for member BRICS, since 20 August 2024",
        "chair CICA, from 17 December 2024 until December 2026",
        "strategic partnership 3 July 2024 23 April 2025 A News",
        "visa free regime",
        "none on record",
    ):
        assert words in page, words


def test_another_day_has_other_rungs_and_says_so_in_the_past(client, demonstration):
    page = read(client, "/ties/?on=2024-07-02")

    assert "then China (diplomatic relations)" in page
    assert "Azerbaijan stood highest" in page
    assert "Pole by ladder on 2 July 2024" in page


def test_the_links_lead_to_the_numbers_of_the_same_day(client, demonstration):
    page = client.get("/ties/?on=2024-07").content.decode()
    address = html.unescape(re.search(r'href="(/api/v1/balance/AZE/standing/[^"]+)">JSON', page)[1])

    answer = client.get(address).json()

    assert answer["on"] == "2024-07-01"
    count = sum(tie["ladder"] != "membership" for tie in answer["between_others"]["ties"])
    assert f"{count} ties between others" in page
    assert f"data version {answer['data_version'][:8]}" in page


def test_as_known_earlier_ties_recorded_later_are_not_there(client, demonstration):
    tie = Tie.objects.get(slug="aze-chn-strategic-partnership")
    tie.label = "a_partnership_renamed_today"
    tie.save()

    assert "a partnership renamed today" in read(client)
    page = client.get("/ties/?as_of=2023-12-31").content.decode()
    assert "a partnership renamed today" not in page
    assert "As known on 31 December 2023" in page
    assert "Pole by ladder on 31 December 2023" in page
    assert "as_of=2023-12-31" in re.search(r'href="([^"]+)">JSON', page)[1]


def test_as_known_before_anything_was_the_page_says_so_and_shows_today(client, demonstration):
    page = read(client, "/ties/?as_of=2001-01-01")

    assert "No pole to read the focus against is recorded, or was by then." in page


def test_what_is_no_day_is_named_and_today_is_shown(client, world):
    page = read(client, "/ties/?on=soon")

    assert "Write a year, a month or a day" in page
    assert "Pole by ladder on 10 July 2024" in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("on=9999", 200),
        ("on=1900-01-01", 200),
        ("on=2099-12-31", 200),
        ("on=%00", 200),
        ("on=2024&on=2025", 200),
        ("as_of=2999-01-01", 200),
        ("as_of=%00", 200),
        ("focus=AZE", 200),
        ("focus=NOBODY", 404),
        ("focus=%00", 404),
        ("focus=" + "A" * 50, 404),
    ],
)
def test_no_question_breaks_the_page(client, world, query, status):
    TieFactory(actor_a=world.focus.actor, actor_b=world.states["china"])

    read(client, f"/ties/?{query}", status)


def test_without_a_focus_the_page_says_what_to_do(client, db):
    assert "Nobody’s balance is tracked here yet" in read(client)


def test_without_ties_the_page_has_words_for_it(client, world):
    page = read(client)

    assert "has no bilateral tie with a pole on record" in page
    assert "None on record." in page
    assert "No tie between others is on record for this day" in page


def test_the_page_costs_as_much_with_many_ties_as_with_one(
    client, world, django_assert_max_num_queries
):
    for year in range(1992, 2020):
        TieFactory(
            actor_a=world.focus.actor,
            actor_b=world.states["china"],
            valid=DateRange(date(year, 1, 1), None),
        )

    with django_assert_max_num_queries(5):
        read(client)


def test_names_are_text(client, world):
    TieFactory(
        actor_a=world.focus.actor, actor_b=world.states["china"], label="<script>alert(1)</script>"
    )

    assert "<script>alert" not in client.get("/ties/").content.decode()
