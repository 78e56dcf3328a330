"""The page on what the numbers rest on."""

import html
import re
from datetime import date

import pytest

from tests.factories.balance import ActorFactory, EventFactory

pytestmark = pytest.mark.django_db


def shown(client, query=""):
    response = client.get(f"/coverage/AZE/?{query}")
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split())


def test_lopsided_evidence_is_said_in_words(client, world):
    page = shown(client)

    assert "Russia’s number rests on 0 articles" in page
    assert "100 % of China’s cooperation is one event: A treaty with China." in page.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "No pole" in page


def test_a_day_before_anything_has_words(client, world):
    page = shown(client, "on=2019")

    assert "Nothing is on record with any pole" in page
    assert "As it stood on 31 December 2019." in page


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("on=then", "Write a year, a month or a day"),
        ("on=2024-02-30", "Write a year, a month or a day"),
        ("on=%00", "Null characters are not allowed."),
        ("on=0001", "The date lies between 1900 and 2100."),
    ],
)
def test_nonsense_has_a_message_beside_the_field(client, world, query, message):
    assert message in shown(client, query)


def test_there_is_no_such_page_of_what_is_no_focus(client, world):
    assert client.get("/coverage/XXX/").status_code == 404


def test_its_numbers_are_the_api_s(client, world):
    page = client.get("/coverage/AZE/?on=2024-07").content.decode()
    (address,) = set(re.findall(r'href="([^"]+)">JSON', page))

    answer = client.get(html.unescape(address)).json()

    assert answer["on"] == "2024-07-31"
    assert answer["evidence"]["china"]["articles"] == 1
    file = client.get("/api/v1/balance/AZE/coverage/?format=csv").getvalue().decode()
    assert file.splitlines()[0] == "start,end,pole,events,articles"
    assert "2024-01-01,2024-07-11,china,1,1" in file or "china,1.0,1" in file


def test_the_front_page_warns_of_lopsided_evidence(client, world):
    page = " ".join(re.sub(r"<[^>]+>", " ", client.get("/").content.decode()).split())

    assert "The evidence is lopsided. Russia’s number rests on 0 articles." in page


def test_what_no_pole_takes_is_always_told(client, world):
    EventFactory(
        start=date(2024, 7, 10), initiators=[world.focus.actor], recipients=[ActorFactory()]
    )

    page = client.get("/").content.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert "Outside the poles: 40 % of all cooperation on record, 1 event counted." in page
