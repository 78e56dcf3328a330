"""The page of what-if as the server writes it, which is all of it without JavaScript."""

import html
import json
import re

import pytest

pytestmark = pytest.mark.django_db

ADDRESS = "/what-if/AZE/"


@pytest.fixture
def read(client):
    def read(**asked):
        response = client.get(ADDRESS, asked)
        assert response.status_code == 200
        return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")

    return read


def headline(page):
    return re.search(r"<h1[^>]*>(.*?)</h1>", page)[1]


def row(page, code):
    found = re.search(rf'data-row="{code}">.*?</th>(.*?)</tr>', page)[1]
    return re.findall(r"<td>(.*?)</td>", found)


def test_by_default_both_pictures_are_the_same(world, read):
    page = read()

    assert headline(page) == "By default China has the largest share, 67 %. What if …?"
    assert row(page, "china") == ["67 %", "67 %", "0"]
    assert "2 of 2 events count." in page


def test_settings_stand_beside_the_default(world, read):
    page = read(half_life="90")

    assert headline(page) == (
        "With a half-life of 90 days, China would still have the largest share: 94 % instead of "
        "67 %."
    )
    assert row(page, "russia") == ["6 %", "33 %", "−27"]
    assert '"/api/v1/balance/AZE/what-if/?half_life=90"' in page
    assert 'value="90"' in page


def test_a_form_without_scripts_sends_every_field(world, read):
    fields = {f"weight_{name}": "1" for name in ("diplomatic", "economic", "security")}

    page = read(half_life="365", floor="0", **fields)

    assert headline(page).startswith("By default")


def test_an_outlet_and_an_event_are_left_out_and_can_be_taken_back(world, read):
    outlet = world.article.outlet
    without_outlet = read(without_outlet=outlet.pk)
    added = read(add_event=f"{world.treaty.pk} · {world.treaty.title}")

    for page in (without_outlet, added):
        assert row(page, "russia") == ["100 %", "33 %", "+67"]
        assert "1 of 2 events count." in page
    assert f'name="without_outlet" value="{outlet.pk}" checked' in without_outlet
    assert headline(without_outlet).startswith("Without what only Report reports, Russia would")
    assert f'name="without_event" value="{world.treaty.pk}" checked' in added
    assert 'name="add_event" value=' not in added


def test_boxes_of_a_form_are_repeated_parameters(world, client):
    keys = [world.pact.pk, world.treaty.pk]

    page = client.get(ADDRESS, {"without_event": keys}).content.decode()

    assert "With your settings, no cooperation would be left to share." in page


@pytest.mark.parametrize(
    "asked",
    [
        {"half_life": "0"},
        {"half_life": "nan"},
        {"half_life": "9" * 400},
        {"weight_energy": "-1"},
        {"floor": "2"},
        {"without_outlet": "Report"},
        {"without_outlet": "999999"},
        {"without_event": "99999999999999999999"},
        {"add_event": "nothing"},
        {"add_event": "999999999"},
        {"add_outlet": "1\0"},
        {"without_event": "1\0"},
        {"floor": "\0"},
    ],
    ids=str,
)
def test_what_makes_no_sense_gives_the_default_with_a_word(asked, world, read):
    page = read(**asked)

    assert "Something in the settings below does not work" in page
    assert headline(page).startswith("By default China")


def test_the_browser_goes_on_with_the_defaults_and_the_words(world, read):
    block = re.search(r'class="what-if__data">(.*?)</script>', read())[1]
    script = json.loads(block)

    assert script["defaults"]["half_life"] == 365
    assert next(iter(script["defaults"]["weights"])) == "diplomatic"
    assert script["impacts"] == "/api/v1/balance/AZE/impacts/"


def test_what_is_shown_costs_few_queries(world, client, django_assert_max_num_queries):
    client.get(ADDRESS)

    with django_assert_max_num_queries(16):
        client.get(ADDRESS, {"half_life": "90", "floor": "0.5"})


def test_a_cited_address_holds_its_numbers_fast(world, read):
    page = read(methodology="1.0")

    assert 'name="methodology" value="1.0"' in page
    assert '"/api/v1/balance/AZE/impacts/?methodology=1.0"' in page
    assert "There is no methodology" in read(methodology="9.9")
    assert "as_of: That is not yet past" in read(as_of="2100-01-01")


def test_nobody_else_has_such_a_page(world, client):
    assert client.get("/what-if/RUS/").status_code == 404


def test_the_page_says_that_intervals_are_of_the_default(world, read):
    assert "Intervals are computed for the default settings only." in read()


def test_one_more_than_an_address_may_leave_out_is_refused_beside_its_field(world, read):
    fifty = ",".join(map(str, range(1001, 1051)))

    page = read(without_event=fifty, add_event="1051")

    shown = re.search(r'id="id_add_event_error">(.*?)</div>', page)[1]
    assert shown == "<p>No more than 50 can be left out; take one back first.</p>"


def test_a_list_that_is_too_long_has_its_error_beside_the_field_that_adds(world, read):
    page = read(without_event=",".join(map(str, range(1001, 1052))))

    assert "Those are 51 ids; give at most 50." in page
