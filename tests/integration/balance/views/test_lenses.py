"""The page of events beside what is measured."""

import html
import re

import pytest
from django.core.management import call_command

from tests.factories.balance import IndicatorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(db):
    call_command("load_demo", verbosity=0)


def read(client, address="/lenses/AZE/", status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_the_page_has_the_numbers_of_the_api(client, demonstration):
    page = read(client)
    answer = client.get("/api/v1/balance/AZE/lenses/").json()

    (imports,) = [row for row in answer["indicators"] if row["code"] == "import_share_pct"]
    rho = f"{imports['overall']['rho']:+.2f}".replace("-", "\N{MINUS SIGN}")
    assert f"Share of imports {rho} n = {imports['overall']['n']}" in page.replace("\xa0", " ")
    assert f"data version {answer['data_version'][:8]}" in page


def test_without_research_files_the_page_says_how_to_bring_them_in(client, demonstration):
    page = read(client)

    assert "manage.py import_csv voting_agreement FILE.csv" in page
    assert "manage.py import_csv trade_shares FILE.csv" in page
    assert "What this can say, and what not" in page


def test_a_focus_without_figures_has_words_for_it(client, world):
    IndicatorFactory()

    page = read(client)

    assert "Too little is measured to compare with the events" in page
    assert "No figure is on record that could stand beside the events." in page


def test_the_links_keep_how_the_reader_counts(client, demonstration):
    page = client.get("/lenses/AZE/?kernel=flow&half_life=90").content.decode()

    (address,) = re.findall(r'href="(/api/v1/balance/AZE/lenses/[^"]+)">JSON', page)
    answer = client.get(html.unescape(address)).json()
    assert (answer["kernel"], answer["half_life"]) == ("flow", 90)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/lenses/NOBODY/", 404),
        ("/lenses/AZE/?kernel=tide", 200),
        ("/lenses/AZE/?half_life=-1", 200),
        ("/lenses/AZE/?half_life=%00", 200),
        ("/lenses/AZE/?as_of=2999-01-01", 200),
        ("/lenses/AZE/?as_of=1999-01-01", 200),
        ("/lenses/AZE/?dataset=nothing", 200),
        ("/lenses/AZE/?dimension=energy&dimension=x", 200),
    ],
)
def test_no_question_breaks_the_page(client, world, address, status):
    read(client, address, status)
