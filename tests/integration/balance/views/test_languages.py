import json
import re

import pytest

from balance.models import Pole
from tests.factories.balance import TranslationFactory

pytestmark = pytest.mark.django_db


def get(client, address, status=200, **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == status, response.content[:500]
    return response.content.decode()


def language_of(page):
    return re.search(r'<html lang="([\w-]+)" dir="ltr">', page)[1]


def switcher(page):
    return dict(re.findall(r'<a href="([^"]*)" hreflang="(\w+)" lang="\2"', page))


@pytest.mark.parametrize("prefix", ["/az", "/ru", "/tr"])
def test_the_prefix_says_the_language_and_every_link_keeps_it(client, world, prefix):
    page = get(client, f"{prefix}/focus/AZE/")

    assert language_of(page) == prefix[1:]
    links = re.findall(
        r'<a [^>]*href="(/[^"]*)"', re.sub(r"(?s)<nav class=.masthead__lang.*?</nav>", "", page)
    )
    assert links
    assert [link for link in links if not link.startswith((prefix, "/api/"))] == []


def test_without_a_prefix_a_page_is_english_whatever_the_browser_prefers(client, world):
    page = get(client, "/focus/AZE/", accept_language="ru,tr;q=0.8")

    assert language_of(page) == "en-gb"


def test_the_switcher_keeps_the_page_and_the_question(client, world):
    page = get(client, "/ru/focus/AZE/?step=year&from=2023-01")

    assert switcher(page) == {
        "/focus/AZE/?step=year&amp;from=2023-01": "en",
        "/az/focus/AZE/?step=year&amp;from=2023-01": "az",
        "/ru/focus/AZE/?step=year&amp;from=2023-01": "ru",
        "/tr/focus/AZE/?step=year&amp;from=2023-01": "tr",
    }


def test_search_engines_are_told_of_every_language(client, world):
    page = get(client, "/tr/events/")

    assert dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]*)"', page)) == {
        "en": "http://testserver/events/",
        "az": "http://testserver/az/events/",
        "ru": "http://testserver/ru/events/",
        "tr": "http://testserver/tr/events/",
    }


@pytest.mark.parametrize("prefix", ["en", "en-gb", "de", "ru-ru", "xx"])
def test_other_prefixes_lead_nowhere(client, world, prefix):
    get(client, f"/{prefix}/focus/AZE/", 404)


def test_the_api_has_no_prefix_and_speaks_english(client, world):
    assert client.get("/ru/api/v1/events/").status_code == 404
    refused = client.get("/api/v1/events/?colour=red", headers={"accept-language": "ru"})

    assert refused.status_code == 400
    assert refused.json()["detail"].isascii()


def test_an_unknown_address_is_told_in_its_language(client):
    assert language_of(get(client, "/ru/nowhere/", 404)) == "ru"


def cells(page):
    """The cells of the first table, each as an English page would write its number."""
    table = re.search(r"(?s)<tbody>(.*?)</tbody>", page)[1]
    found = [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", table)]
    return [re.sub(r"[\s%]", "", cell).replace(",", ".") for cell in found]


@pytest.mark.parametrize("language", ["az", "ru", "tr"])
def test_the_numbers_are_the_same_in_every_language(client, world, language):
    client.get("/focus/AZE/?step=year")  # Now the worker has computed the intervals.
    english = cells(get(client, "/focus/AZE/?step=year"))

    assert any("." in cell for cell in english)
    assert cells(get(client, f"/{language}/focus/AZE/?step=year")) == english


@pytest.mark.parametrize("page", ["ties/", "why/AZE/", "focus/AZE/", "lenses/AZE/"])
def test_drawings_are_measured_with_points_in_every_language(client, world, page):
    drawn = get(client, f"/ru/{page}")

    numbers = re.findall(r' (?:[crxy][xy12]?|width|height|at)="(\d[^"]*)"', drawn)
    assert [number for number in numbers if "," in number] == []


def test_names_of_editors_are_told_in_the_readers_language(client, world):
    TranslationFactory(english="China test", language="tr", text="Çin")
    Pole.objects.filter(code="china").update(name="China test")

    assert ">Çin<" in get(client, "/tr/focus/AZE/")
    assert ">China test<" in get(client, "/ru/focus/AZE/")
    answer = client.get("/api/v1/balance/AZE/").json()
    assert "China test" in [pole["name"] for pole in answer["poles"]]


def test_scripts_find_names_and_words_in_the_page(client, world):
    TranslationFactory(english="China test", language="tr", text="Çin </script>")
    Pole.objects.filter(code="china").update(name="China test")

    block = re.search(
        r'<script type="application/json" class="words">(.*?)</script>', get(client, "/tr/")
    )

    assert json.loads(block[1])["names"] == {"China test": "Çin </script>"}
    assert 'class="words"' not in get(client, "/")
