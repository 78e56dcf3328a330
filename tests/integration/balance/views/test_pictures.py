"""Charts as files: complete, fresh when the numbers are, and never an error of ours."""

import re
import struct
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from balance.panels.sheets import SIZES
from tests.factories.balance import (
    AnnotationFactory,
    DashboardFactory,
    EventFactory,
    PanelFactory,
)

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ["shares", "tone", "effective_poles", "heat_map"]


def words(response):
    root = ET.fromstring(response.content)
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def pixels(response):
    assert response.content[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", response.content[16:24])


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_is_a_complete_svg(client, world, kind):
    response = client.get(f"/focus/AZE/{kind}.svg")

    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert re.fullmatch(
        rf'inline; filename="balance-aze-{kind}-\d{{4}}-\d\d-\d\d-wide.svg"',
        response["Content-Disposition"],
    )
    said = words(response)
    assert "Source: events confirmed by editors, data version" in said
    assert "methodology 1.0" in said
    assert "testserver/focus/AZE/" in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_every_chart_is_a_png_of_each_size(client, world, kind, size):
    response = client.get(f"/focus/AZE/{kind}.png", {"size": size})

    assert response["Content-Type"] == "image/png"
    assert pixels(response) == (SIZES[size].width, SIZES[size].height)


def test_a_picture_says_what_the_page_says(client, world):
    client.get("/focus/AZE/?from=2024-01")  # Intervals are computed after the first look.
    page = client.get("/focus/AZE/?from=2024-01").content.decode()
    title = re.search(r'<figure class="chart chart--shares".*?<h2[^>]*>(.*?)</h2>', page, re.S)

    said = words(client.get("/focus/AZE/shares.svg?from=2024-01"))

    assert title[1] in said
    assert "China 67" in said
    assert "Monthly, 1 January – 10 July 2024; half-life 365 days" in said


def test_the_pole_s_color_follows_the_theme(client, world):
    pole = world.poles["china"]

    light = client.get("/focus/AZE/shares.svg").content.decode()
    dark = client.get("/focus/AZE/shares.svg?theme=dark").content.decode()

    assert pole.color in light
    assert pole.color_dark in dark
    assert "#171614" in dark
    assert "#171614" not in light


def test_pins_are_numbered_and_told_where_they_fit(client, world):
    AnnotationFactory(focus=world.focus, on=date(2024, 1, 5), title="A <b>moment</b>")

    assert "1 A <b>moment</b>, 5 January 2024" in words(client.get("/focus/AZE/shares.svg"))
    assert "moment" not in words(client.get("/focus/AZE/shares.svg?size=card"))


def test_a_reader_who_has_the_picture_is_told_so_until_the_numbers_change(client, world):
    client.get("/focus/AZE/shares.png")  # Intervals are computed after the first look.
    etag = client.get("/focus/AZE/shares.png")["ETag"]

    again = client.get("/focus/AZE/shares.png", headers={"if-none-match": etag})
    assert again.status_code == 304
    assert again["ETag"] == etag
    assert "max-age" in again["Cache-Control"]

    EventFactory(
        start=date(2024, 7, 1),
        initiators=[world.focus.actor],
        recipients=[world.states["west"]],
    )
    changed = client.get("/focus/AZE/shares.png", headers={"if-none-match": etag})
    assert changed.status_code == 200
    assert changed["ETag"] != etag


def test_a_dashboard_s_panel_keeps_the_editor_s_choices(client, world):
    dashboard = DashboardFactory(slug="open", focus=world.focus)
    panel = PanelFactory(
        dashboard=dashboard, kind="tone", title="What we think", poles=[world.poles["china"]]
    )

    said = words(client.get(f"/d/open/{panel.pk}.svg"))

    assert "What we think" in said
    assert "testserver/d/open/" in said
    assert world.poles["russia"].color not in client.get(f"/d/open/{panel.pk}.svg").content.decode()


def test_what_readers_do_not_see_has_no_picture(client, world):
    draft = DashboardFactory(slug="draft", focus=world.focus, status="draft")
    open_ = DashboardFactory(slug="open", focus=world.focus)
    hidden = PanelFactory(dashboard=open_, kind="tone", is_hidden=True)
    listed = PanelFactory(dashboard=open_, kind="claims")
    secret = PanelFactory(dashboard=draft, kind="tone")

    for path in (
        f"/d/draft/{secret.pk}.svg",
        f"/d/open/{hidden.pk}.svg",
        f"/d/open/{listed.pk}.svg",
        f"/d/open/{secret.pk}.png",
        "/d/open/999999999999999999.png",
        "/d/none/1.svg",
        "/focus/XXX/shares.svg",
        "/focus/AZE/claims.svg",
        "/focus/AZE/mars.svg",
        "/focus/AZE/shares.gif",
        "/focus/AZE/shares.svg?pole=mars",
    ):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize(
    "asked",
    [
        "size=huge",
        "size=1e9",
        "theme=pink",
        "from=never",
        "from=2024&to=2020",
        "step=second",
        "as_of=2999-01-01",
        "half_life=-1",
        "dimension=taste",
        "step=day&from=1900",
        "size=%00",
        "to=%00",
    ],
)
def test_nonsense_is_refused_with_a_sentence(client, world, asked):
    response = client.get(f"/focus/AZE/shares.png?{asked}")

    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/plain")
    assert len(response.content) > 20


@pytest.mark.parametrize("asked", ["pole=%00", "view=layers", "view=%00", "size=card&size=wide"])
def test_odd_addresses_have_an_answer(client, world, asked):
    assert client.get(f"/focus/AZE/shares.png?{asked}").status_code in (200, 404)


def test_a_picture_costs_few_queries(client, world, django_assert_max_num_queries):
    client.get("/focus/AZE/shares.png")

    with django_assert_max_num_queries(12):
        client.get("/focus/AZE/shares.png")


def test_a_picture_draws_the_poles_that_the_address_asks_for_and_says_so(client, world):
    asked = {"only": "china", "from": "2024-01"}

    whole = words(client.get("/focus/AZE/shares.svg", {"from": "2024-01"}))
    alone = words(client.get("/focus/AZE/shares.svg", asked))
    framed = client.get("/embed/AZE/shares/", asked).content.decode()

    assert "Russia 33" in whole
    assert "China 67" in alone
    assert "Russia 33" not in alone
    assert "Not drawn: " in alone
    assert "Not drawn: " in framed
    assert 'class="picture__mark pole--china"' in framed
    assert 'class="picture__mark pole--russia"' not in framed


@pytest.mark.parametrize("value", ["\x00", "nobody", ",,,", "\u0456" * 9000, "a," * 9000])
def test_poles_that_there_are_not_change_nothing(client, world, value):
    client.get("/focus/AZE/shares.svg")  # Intervals are computed after the first look.
    usual = client.get("/focus/AZE/shares.svg").content

    for name in ("hide", "only"):
        assert client.get("/focus/AZE/shares.svg", {name: value}).content == usual
        assert client.get("/focus/AZE/", {name: value}).status_code == 200


def test_the_page_keeps_the_poles_in_its_links_and_its_form(client, world):
    page = client.get("/focus/AZE/?hide=russia").content.decode()

    assert '<input type="hidden" name="hide" value="russia">' in page
    assert "/focus/AZE/shares.png?hide=russia" in page
