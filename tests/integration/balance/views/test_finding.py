"""What other sites and search engines are told about the pages."""

import html
import re
import struct

import pytest
from django.conf import settings

from tests.factories.balance import ClaimFactory, DashboardFactory, EventFactory

pytestmark = pytest.mark.django_db

PATHS = [
    "/",
    "/focus/AZE/china/",
    "/events/",
    "/claims/",
    "/ties/",
    "/articles/",
    "/methodology/",
    "/why/AZE/",
    "/pivots/AZE/",
    "/robustness/AZE/",
    "/lenses/AZE/",
    "/coverage/AZE/",
    "/revisions/AZE/",
    "/actors/CHN/",
    "/compare/",
]


def told(client, path):
    page = client.get(path).content.decode()
    found = re.findall(r'<meta (?:name|property)="([\w:]+)" content="([^"]*)">', page)
    (canonical,) = re.findall(r'<link rel="canonical" href="([^"]*)">', page)
    return {name: html.unescape(said) for name, said in found} | {"canonical": canonical}


def test_a_template_gives_the_words_of_its_description_and_no_tag():
    for template in (settings.BASE_DIR / "templates").rglob("*.html"):
        text = template.read_text()
        assert text.count("block description") <= 1, template
        assert template.name == "page_card.html" or 'name="description"' not in text, template


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_words_an_address_and_a_card(client, world, path):
    said = told(client, f"{path}?utm=1")

    assert said["canonical"] == said["og:url"] == f"http://testserver{path}"
    assert len(said["description"]) > 20
    assert said["og:description"] == said["description"]
    assert said["og:title"].strip()
    assert said["twitter:card"] == "summary_large_image"
    image = client.get(said["og:image"].removeprefix("http://testserver"))
    assert image["Content-Type"] == "image/png"
    assert struct.unpack(">II", image.content[16:24]) == (1200, 630)


def test_a_page_with_charts_has_its_first_chart_as_card(client, world):
    image = told(client, "/focus/AZE/china/?from=2024-01")["og:image"]

    assert image == "http://testserver/focus/AZE/shares.png?from=2024-01-01&pole=china&size=card"


def test_the_same_words_have_the_same_card(client, world):
    assert told(client, "/events/")["og:image"] == told(client, "/events/")["og:image"]
    assert told(client, "/events/")["og:image"] != told(client, "/claims/")["og:image"]


@pytest.mark.parametrize("words", ["", "x", "%00", "Our:words", ".eJw:abc", "a" * 9000])
def test_nobody_else_s_words_are_drawn_under_our_name(client, db, words):
    assert client.get(f"/card.png?words={words}").status_code == 404


def test_odd_titles_are_told_as_text(client, world):
    event = EventFactory(title='A "pact" <b>&\n with', description='He said "<i>no</i>".')

    said = told(client, f"/events/{event.pk}/")

    assert said["og:title"].startswith('A "pact" <b>&')
    assert said["description"] == 'He said "<i>no</i>".'
    image = said["og:image"].removeprefix("http://testserver")
    assert client.get(image).status_code == 200


def test_an_error_page_has_no_card(client, db):
    page = client.get("/nothing/at/all/").content.decode()

    assert "og:image" not in page


def test_the_map_lists_what_readers_may_see_and_nothing_else(client, world):
    claim = ClaimFactory(focus=world.focus)
    draft = EventFactory(status="proposed")
    DashboardFactory(slug="open", focus=world.focus)
    DashboardFactory(slug="secret", focus=world.focus, status="draft")

    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall(r"<loc>http://testserver(.*?)</loc>", index)
    listed = [
        path
        for part in parts
        for path in re.findall(
            r"<loc>http://testserver(.*?)</loc>", client.get(part).content.decode()
        )
    ]

    assert {"/", "/focus/AZE/china/", "/d/open/", f"/claims/{claim.pk}/"} <= set(listed)
    assert f"/events/{world.treaty.pk}/" in listed
    assert f"/events/{draft.pk}/" not in listed
    assert "/d/secret/" not in listed
    for path in listed:
        assert client.get(path).status_code == 200, path


def test_the_map_costs_few_queries(client, world, django_assert_max_num_queries):
    for _number in range(20):
        EventFactory()

    with django_assert_max_num_queries(3):
        client.get("/sitemap-events.xml")
    assert client.get("/sitemap-events.xml?p=99").status_code == 404
    assert client.get("/sitemap-events.xml?p=x").status_code == 404
    assert client.get("/sitemap-%00.xml").status_code == 404


def test_robots_learn_where_the_map_is(client, db):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain"
    assert "Disallow: /admin/" in response.content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in response.content.decode()
