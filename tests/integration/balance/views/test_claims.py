"""The ledger of claims."""

import csv
import io
import re
from datetime import date

import pytest

from tests.factories.balance import (
    ActorFactory,
    ClaimFactory,
    DashboardFactory,
    EvidenceFactory,
    PanelFactory,
)

pytestmark = pytest.mark.django_db


def text_of(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def claims_on(client, address):
    return re.findall(r'claim__text"><a [^>]*>([^<]+)', client.get(address).content.decode())


@pytest.fixture
def ledger(world):
    """Claims of every sort about the world's poles."""
    focus, poles = world.focus, world.poles
    ClaimFactory(
        focus=focus,
        speaker=ActorFactory(code="ANALYST", name="Ada Analyst", kind="person"),
        text="China will pass Russia.",
        poles=[poles["china"], poles["russia"]],
        certainty="will",
        condition="the corridor opens",
        horizon=date(2025, 12, 31),
        start=date(2024, 6, 1),
        statement="share of china >= share of russia by 2025-12",
    )
    failed = ClaimFactory(
        focus=focus,
        text="Nothing will change.",
        kind="assessment",
        status="failed",
        resolution="It did.",
        start=date(2024, 5, 1),
    )
    ClaimFactory(focus=focus, text="Taken back.", withdrawn_because="A mistake.")
    EvidenceFactory(event=None, claim=failed, article=world.article)
    return failed


def test_the_ledger_says_who_said_what_and_what_became_of_it(client, ledger):
    page = text_of(client, "/claims/")

    for words in (
        "2 claims: 1 assessment and 1 forecast; 1 is open and 1 failed",
        "never scored into the balance",
        "Ada Analyst",
        "“will”",
        "if the corridor opens",
        "by 31 December 2025",
        "Holds since 10 July 2024",
        "On Monday the ministers met",
    ):
        assert words in page
    assert "Taken back" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["China will pass Russia.", "Nothing will change."]),
        ("pole=china", ["China will pass Russia."]),
        ("pole=west", []),
        ("kind=assessment", ["Nothing will change."]),
        ("status=open", ["China will pass Russia."]),
        ("q=ada", ["China will pass Russia."]),
        ("q=change", ["Nothing will change."]),
        ("pole=mars&kind=joke", ["China will pass Russia.", "Nothing will change."]),
        ("q=%00&status=open", ["China will pass Russia."]),
        ("page=99999999999999999999999", ["China will pass Russia.", "Nothing will change."]),
        ("status=open&status=failed", ["Nothing will change."]),
    ],
)
def test_the_ledger_can_be_narrowed(client, ledger, query, found):
    assert claims_on(client, f"/claims/?{query}") == found


def test_the_csv_has_the_same_claims(client, ledger):
    page = client.get("/claims/?status=open&q=china").content.decode()
    address = re.search(r'<a href="([^"]*format=csv[^"]*)">these as CSV', page)[1]

    text = client.get(address.replace("&amp;", "&")).getvalue().decode()
    (row,) = csv.DictReader(io.StringIO(text))

    assert (row["text"], row["verdict"]) == ("China will pass Russia.", "came_true")
    assert row["check"].startswith("holds since 10 July 2024")


def test_a_long_ledger_has_pages_and_costs_no_query_more(
    client, world, django_assert_max_num_queries
):
    for claim in ClaimFactory.create_batch(
        60, focus=world.focus, poles=[world.poles["china"]], statement="balance > 0.5 by 2030"
    ):
        EvidenceFactory(event=None, claim=claim)
    client.get("/claims/")

    with django_assert_max_num_queries(15):
        found = claims_on(client, "/claims/?status=open")
    assert len(found) == 25
    assert 'href="?status=open&amp;page=2"' in client.get("/claims/?status=open").content.decode()


def test_the_page_of_a_claim(client, ledger):
    page = text_of(client, f"/claims/{ledger.pk}/")

    for words in ("Nothing will change.", "failed : It did.", "no measurable statement", "Report"):
        assert words in page


def test_the_page_of_a_measured_claim_says_by_which_numbers(client, ledger, world):
    claim = ClaimFactory(
        focus=world.focus,
        statement="share of china >= 50 % by 2025",
        status="failed",
        resolution="No.",
    )

    page = text_of(client, f"/claims/{claim.pk}/")

    for words in (
        "Holds since 10 July 2024: China 67",
        "share of china &gt;= 50 % by 2025",
        "Checked on 10 July 2024 by methodology 1.0, data version",
        "Numbers say: came true, an editor: failed.",
    ):
        assert words in page


def test_what_is_not_there_or_taken_back_is_no_page(client, ledger):
    gone = ClaimFactory(withdrawn_because="A mistake.")

    for key in (gone.pk, 0, 999999999999999999, "9" * 30, "x"):
        text_of(client, f"/claims/{key}/", 404)


def test_without_claims_or_focus_the_page_says_so(client):
    assert "No claim is on record yet." in text_of(client, "/claims/")


def test_what_somebody_said_is_text(client, world):
    claim = ClaimFactory(text="<script>alert(1)</script>", condition="<b>x</b>")

    for address in ("/claims/", f"/claims/{claim.pk}/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<b>x" not in page


def test_a_panel_shows_the_newest_claims_of_its_pole(client, ledger, world):
    dashboard = DashboardFactory(slug="said", focus=world.focus, status="published")
    PanelFactory(dashboard=dashboard, kind="claims", poles=[world.poles["china"]])
    PanelFactory(dashboard=dashboard, kind="claims", poles=[world.poles["west"]], position=2)

    page = client.get("/d/said/").content.decode()

    assert "What was said about China" in page
    assert page.count("China will pass Russia.") == 1
    assert "Nothing will change." not in page
    assert "No claim is on record yet." in page
