"""The page of one relationship: its own numbers, events and claims, and no other pole's."""

import html
import re
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories.balance import (
    ClaimFactory,
    ObservationFactory,
    PoleFactory,
    TieFactory,
    TieKindFactory,
)

pytestmark = pytest.mark.django_db


def shown(client, path="/focus/AZE/china/", status=200):
    response = client.get(path)
    assert response.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split())


def test_the_page_is_about_the_pole_alone(client, world):
    ClaimFactory(text="China will stay.", poles=[world.poles["china"]], focus=world.focus)
    ClaimFactory(text="Russia will leave.", poles=[world.poles["russia"]], focus=world.focus)

    page = shown(client)

    assert "China has 67" in page
    assert "A treaty with China" in page
    assert "A pact with Russia" not in page
    assert "China will stay." in page
    assert "Russia will leave." not in page
    assert "Russia’s number rests on" not in page


def test_the_reader_s_choice_goes_along_from_the_cards(client, world):
    page = client.get("/?from=2024-02&step=week&half_life=90&dimension=energy").content.decode()

    (address,) = {
        html.unescape(found) for found in re.findall(r'href="(/focus/AZE/china/[^"]*)"', page)
    }
    assert address == ("/focus/AZE/china/?from=2024-02-01&step=week&half_life=90&dimension=energy")
    assert 'value="90" selected' in client.get(address).content.decode()


def test_the_page_says_what_the_relationship_is_made_of(client, world):
    TieFactory(
        actor_a=world.focus.actor,
        actor_b=world.states["china"],
        kind=TieKindFactory(ladder="bilateral", code="alliance", name="alliance", rank=1),
        valid=DateRange(date(2020, 1, 1), None),
    )

    page = shown(client)

    assert "All cooperation on record is in the" in page
    assert "Standing tie: alliance, since 1 January 2020." in page
    assert "Steps up and down with China" in page


def test_the_page_leads_to_the_poles_beside_it(client, world):
    page = client.get("/focus/AZE/west/?half_life=90").content.decode()

    before, after = re.findall(r'rel="(?:prev|next)" href="([^"]*)"', page)
    assert before == "/focus/AZE/russia/?half_life=90"
    assert after == "/focus/AZE/china/?half_life=90"
    assert "/compare/?by=poles" in page


def test_the_last_pole_leads_to_the_first(client, world):
    page = client.get("/focus/AZE/china/").content.decode()

    assert re.findall(r'rel="next" href="([^"]*)"', page) == ["/focus/AZE/russia/"]


def test_measured_dependence_is_that_on_the_pole(client, world):
    for state, value in (("russia", 74), ("china", 26)):
        ObservationFactory(actor=world.focus.actor, partner=world.states[state], value=value)

    page = shown(client).replace("\N{NO-BREAK SPACE}", " ")

    assert "China in imports: 26 % (2023)" in page
    assert "74 %" not in page


def test_a_pole_without_anything_has_words(client, world):
    page = shown(client, "/focus/AZE/west/")

    assert "The West has no part of Azerbaijan’s cooperation" in page
    assert "No event touched the West in this year." in page


@pytest.mark.parametrize(
    "path", ["/focus/AZE/mars/", "/focus/XXX/china/", "/focus/AZE/CHN/", "/focus/AZE/elsewhere/"]
)
def test_what_is_no_pole_of_the_focus_has_no_page(client, world, path):
    PoleFactory(code="elsewhere", scheme__code="another")

    shown(client, path, 404)


def test_the_page_costs_at_most_eighteen_queries(client, world, django_assert_max_num_queries):
    client.get("/focus/AZE/china/")

    with django_assert_max_num_queries(18):
        client.get("/focus/AZE/china/")


def test_movers_of_a_pole_are_ranked_by_what_they_brought_to_it(client, world):
    asked = {"pole": "china", "end": "2024-07-11"}

    events = client.get("/api/v1/balance/AZE/movers/", asked).json()["events"]

    assert [event["title"] for event in events] == ["A treaty with China"]
    refused = client.get("/api/v1/balance/AZE/movers/", {"pole": "mars"})
    assert "pole" in refused.json()["fields"]
    assert refused.status_code == 400
