"""Numbers side by side: dates, poles, ways to count, foci."""

import html
import re
from datetime import date

import pytest

from tests.factories.balance import ActorFactory, EventFactory, FocusFactory

pytestmark = pytest.mark.django_db

WAYS = ("dates", "poles", "settings", "foci")


def shown(client, **asked):
    response = client.get("/compare/", asked)
    assert response.status_code == 200
    text = re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode()))
    return " ".join(text.split())


@pytest.fixture
def georgia(world):
    """A second focus that has all its cooperation with Russia."""
    focus = FocusFactory(actor=ActorFactory(code="GEO", name="Georgia"))
    EventFactory(
        title="Georgia's pact",
        start=date(2023, 8, 1),
        initiators=[focus.actor],
        recipients=[world.states["russia"]],
    )
    return focus


def test_two_dates_are_told_in_a_sentence(client, world):
    page = shown(client, **{"from": "2023-07", "to": "2024-07"})

    assert "Between July 2023 and 10 July 2024 China rose from 0 % to 67 %" in page
    assert "and Russia fell from 100 % to 34 %" in page or "Russia fell from 100 % to 33 %" in page
    assert "67 % of the engagement changed poles." in page


def test_the_numbers_are_those_of_the_api(client, world):
    page = client.get("/compare/?from=2023-07&to=2024-07").content.decode()
    addresses = [
        html.unescape(found) for found in re.findall(r'href="(/api/v1/balance/[^"]+)"', page)
    ]

    told = [client.get(address) for address in addresses if "format=csv" not in address]

    assert [answer.status_code for answer in told] == [200] * len(told)
    balance = next(t.json() for t in told if "points" in t.json())
    shift = next(t.json() for t in told if "shift" in t.json())
    last = balance["points"][-1]["poles"]
    assert [pole["to"]["share"] for pole in shift["poles"]] == pytest.approx(
        [last[pole["code"]]["share"] for pole in shift["poles"]]
    )


def test_poles_have_a_frame_each(client, world):
    page = client.get("/compare/?by=poles&pole=china&pole=russia").content.decode()

    assert page.count("frame--alone") == 2
    assert "has 67" in page


def test_two_ways_to_count_stand_side_by_side(client, world):
    page = shown(client, by="settings", half_life="730", other_half_life="90")

    assert "with a half-life of 730 days" in page
    assert "A half-life of 90 days" in page
    assert "The largest share stays with China." in page


def test_foci_stand_side_by_side(client, georgia):
    page = shown(client, by="foci")

    assert "China for Azerbaijan (67 %) and Russia for Georgia (100 %)" in page


def test_a_focus_alone_has_words(client, world):
    assert "There is one focus on this site" in shown(client, by="foci")
    assert "Foci" not in shown(client)


def test_without_any_focus_there_is_a_page(client):
    assert client.get("/compare/").status_code == 200


def test_before_anything_was_recorded_there_is_nothing_to_compare(client, world):
    page = shown(client, **{"from": "1990", "to": "1995"})

    assert "nothing can be compared: a share is missing" in page


@pytest.mark.parametrize("by", WAYS)
@pytest.mark.parametrize(
    "asked",
    [
        {"from": "yesterday"},
        {"from": "2024-13"},
        {"from": "0001"},
        {"from": "2024-07", "to": "2020-01"},
        {"to": "1900"},
        {"half_life": "-1"},
        {"half_life": "9" * 400},
        {"dimension": "astral"},
        {"focus": "XXX"},
        {"focus": "\0"},
        {"as_of": "2999-01-01"},
        {"pole": "mars", "methodology": "9.9", "other_half_life": "x"},
    ],
    ids=str,
)
def test_nonsense_is_explained_and_the_usual_is_shown(client, world, by, asked):
    relevant = set(asked) & {"pole", "methodology"}
    page = shown(client, by=by, **asked)

    if not relevant or by in ("poles", "settings"):
        assert "Something in the choice above does not work" in page


def test_an_unknown_way_is_the_usual_one(client, world):
    page = shown(client, by="moons")

    assert "Something in the choice above does not work" in page
    assert "Between July 2019" in page


def test_more_than_six_do_not_stand_side_by_side(client, world):
    for number in range(6):
        FocusFactory(actor=ActorFactory(code=f"F{number}"))
    codes = ["AZE", *(f"F{number}" for number in range(6))]

    assert "At most 6 side by side." in shown(client, by="foci", focus=codes)


def test_the_ways_keep_what_was_chosen(client, world):
    page = client.get("/compare/?from=2023-07&to=2024-07&half_life=90").content.decode()

    ways = [html.unescape(found) for found in re.findall(r'href="(\?[^"]*by=[^"]*)"', page)]
    assert ways
    assert all("from=2023-07&to=2024-07&half_life=90" in way for way in ways)


@pytest.mark.parametrize(("by", "most"), [("dates", 14), ("poles", 11), ("settings", 16)])
def test_the_page_costs_few_queries(client, world, django_assert_max_num_queries, by, most):
    client.get(f"/compare/?by={by}")

    with django_assert_max_num_queries(most):
        client.get(f"/compare/?by={by}")


def test_each_further_focus_costs_few_queries(client, georgia, django_assert_max_num_queries):
    for number in range(4):
        FocusFactory(actor=ActorFactory(code=f"F{number}"))
    client.get("/compare/?by=foci")

    with django_assert_max_num_queries(3 + 6 * 6):
        client.get("/compare/?by=foci")
