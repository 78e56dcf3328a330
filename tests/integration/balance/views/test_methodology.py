"""The page of the method: formulas, versions, and a number worked through."""

import re
from datetime import date
from html import unescape

import pytest

from balance.models import Methodology
from balance.panels.method import chapters
from tests.factories.balance import CodingFactory, EventFactory, MethodologyFactory

pytestmark = pytest.mark.django_db


def text_of(client):
    response = client.get("/methodology/")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", unescape(response.content.decode())))


def rows_of(client, caption):
    """Return the points of a table's rows, the sum last."""
    page = client.get("/methodology/").content.decode()
    table = re.search(rf"<caption>{caption}</caption>(.*?)</table>", page, re.DOTALL)[1]
    return [float(cell) for cell in re.findall(r"<td>([\d.]+)</td>", table)]


@pytest.fixture
def many_events(world):
    """More events with China than the page shows one by one, with awkward numbers."""
    china = world.states["china"]
    for number in range(9):
        EventFactory(
            title=f"Meeting {number}",
            start=date(2024, 1, 3 + 2 * number),
            confidence=0.9 - 0.07 * number,
            initiators=[world.focus.actor],
            recipients=[china],
        )


def test_every_formula_stands_with_the_parameters_in_force(client, world):
    Methodology.objects.published().update(status="retired")
    MethodologyFactory(status="published", half_life=180, kappa=4, weight_energy=2, scale="plover")

    page = text_of(client)

    for words in (
        "h = 180",
        "κ = 4",
        "PLOVER, by type",
        "energy 2",
        "5th … 95th percentile of 1,000 draws",
        "“Leads” from 90 %, “probably leads” from 60 %",
        "365 days before and after t, at least 8 events each",
        "a pivot up to 0.05, a weak sign up to 0.2",
        "of the last 900 days",
    ):
        assert words in page.replace("\N{NO-BREAK SPACE}", " "), words


def test_no_parameter_is_left_unwritten():
    methodology = Methodology.objects.published().get()

    texts = [
        text
        for chapter in chapters(methodology)
        for row in chapter.formulas
        for text in (row.name, row.formula, row.words)
    ]

    assert len(texts) > 60
    assert not [text for text in texts if "%(" in text or "%%" in text]


def test_the_worked_number_is_that_of_the_api_to_the_last_printed_digit(client, world, many_events):
    page = text_of(client)
    point = client.get("/api/v1/balance/AZE/?start=2024-07-10&end=2024-07-11").json()["points"][-1]

    printed = re.search(r"([\w ]+?)’s share on 10 July 2024 is ([\d.]+)\s%: how", page)

    assert printed[1].strip() == "China"
    assert printed[2] == f"{100 * point['poles']['china']['share']:.2f}"
    assert re.search(rf"= {printed[2]}\s%", page)
    for pole in point["poles"].values():
        assert f"{pole['cooperation']:.3f}" in page


def test_the_lines_add_up_to_what_stands_under_them(client, world, many_events):
    *parts, total = rows_of(client, "1. The pole’s cooperation")
    *poles, whole = rows_of(client, "2. The cooperation with all poles")

    assert len(parts) == 7
    assert round(sum(parts), 3) == total
    assert round(sum(poles), 3) == whole
    assert total in poles
    assert "4 events more" in text_of(client)


def test_the_parts_are_those_that_the_api_gives(client, world, many_events):
    page = client.get("/methodology/").content.decode()
    address = unescape(re.search(r'href="([^"]*/explain/[^"]*)"', page)[1])

    parts = client.get(address).json()

    largest = max(part["cooperation"] for part in parts["contributions"])
    assert rows_of(client, "1. The pole’s cooperation")[0] == round(largest, 3)
    assert f"{parts['cooperation']['to']:.3f}" in page


def test_without_numbers_there_is_a_word(client, world):
    for event in (world.pact, world.treaty):
        event.delete()

    assert "There is no share to work through just now" in text_of(client)


def test_without_focus_or_method_the_page_stands(client):
    assert "There is no share to work through" in text_of(client)
    Methodology.objects.published().update(status="retired")

    page = text_of(client)

    assert "No methodology is published yet" in page
    assert "1.0 published on 31 March 2026, retired" in page


def test_versions_say_what_differs_and_drafts_stay_unseen(client, world):
    Methodology.objects.published().update(status="retired")
    MethodologyFactory(
        version="2.0",
        status="published",
        half_life=180,
        note="News is faster.",
        published_at="2026-06-01T00:00Z",
    )
    MethodologyFactory(version="3.0-secret")

    page = text_of(client)

    assert "2.0 published on 1 June 2026, in force News is faster." in page
    assert "Unlike 1.0: half-life 180 instead of 365" in page
    assert "No public version came before it." in page
    assert "3.0-secret" not in page


def test_the_page_costs_few_queries(client, world, many_events, django_assert_max_num_queries):
    client.get("/methodology/")

    with django_assert_max_num_queries(16):
        client.get("/methodology/")


def test_without_second_codings_the_page_says_so(client, world):
    page = text_of(client)

    assert "No event has been coded twice yet" in page
    assert "So nothing can be said about agreement." in page
    assert (
        "From 0.8 on, conclusions may rest on a field; from 0.667 on, only tentative ones." in page
    )


def test_agreement_stands_on_the_page_as_in_the_api(client, world):
    for dimension in ("economic", "energy", "transport"):
        CodingFactory(event=EventFactory(dimension=dimension), dimension="energy")

    page = text_of(client)
    rows = client.get("/api/v1/coding/").json()["agreement"]

    (alpha,) = (row["alpha"] for row in rows if row["field"] == "dimension")
    assert (
        "3 events were coded twice, the second time blind; coders agree least on the dimension:"
        f" alpha −{abs(alpha):.2f}" in page
    )
    assert "too little to rest on" in page
    assert "all values are the same" in page
