"""Lists as CSV: every row, safe cells, the same filters."""

import csv
import io

import pytest

from tests.factories.articles import ArticleFactory
from tests.factories.balance import EventFactory, EvidenceFactory, ParticipantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(client):
    """Return a function that reads a list's file as dictionaries."""

    def read(address, **parameters):
        response = client.get(f"/api/v1/{address}", {"format": "csv", **parameters})
        assert response.status_code == 200, response.content
        return list(csv.DictReader(io.StringIO(response.getvalue().decode())))

    return read


def test_a_file_has_all_rows_however_many_a_page_has(table, client):
    EventFactory.create_batch(150)

    assert len(client.get("/api/v1/events/").json()["results"]) == 100
    assert len(table("events/")) == 150


def test_a_file_has_the_same_filters_and_ordering(world, table):
    assert [row["slug"] for row in table("events/", actor="RUS", ordering="start")] == [
        "talks-2020",
        "hosted-2022",
    ]


def test_an_event_is_one_line(world, table):
    (row,) = table("events/", q="railway")

    assert (row["slug"], row["cameo_code"], row["intensity"]) == ("treaty-2024", "057", "8.0")
    assert (row["initiators"], row["recipients"], row["hosts"]) == ("AZE", "CHN", "")
    assert (row["articles"], row["outlets"]) == (str(world.article.pk), "Report")
    assert (row["urls"], row["quotes"]) == (world.article.url, world.quoted.quote)


def test_weights_stand_beside_their_actors(world, table):
    event = EventFactory(slug="weighted", title="Weighted")
    ParticipantFactory(event=event, actor=world.chn, weight=2.5)
    ParticipantFactory(event=event, actor=world.rus, weight=1)

    assert table("events/", q="weighted")[0]["weights"] == "CHN=2.5;RUS=1"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(start, table):
    EventFactory(title=f"{start}HYPERLINK(1)", description=f"{start}1+1")

    (row,) = table("events/")
    assert row["title"].startswith("'")
    assert row["description"].startswith("'")


def test_a_quotation_that_a_spreadsheet_would_run_is_guarded(table):
    EvidenceFactory(article=ArticleFactory(text="=cmd|' /C calc'!A0. More."))

    assert table("events/")[0]["quotes"].startswith("'=")


def test_a_number_below_zero_stays_a_number(table):
    EventFactory(intensity_override=-3.5)

    assert table("events/")[0]["intensity"] == "-3.5"


def test_an_error_of_a_file_is_json(client):
    response = client.get("/api/v1/events/", {"format": "csv", "actor": "ATLANTIS"})

    assert response.status_code == 400
    assert response["Content-Type"] == "application/json"
    assert "actor" in response.json()["fields"]


def test_a_file_without_rows_has_its_header(client, db):
    text = client.get("/api/v1/claims/?format=csv").getvalue().decode()

    assert text.startswith("id,slug,focus,poles,speaker,")
    assert text.count("\n") == 1
