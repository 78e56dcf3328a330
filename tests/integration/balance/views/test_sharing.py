"""Links, citations and downloads beside every figure."""

import html
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection

from tests.factories.balance import EventFactory

pytestmark = pytest.mark.django_db


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def link_of(page, kind="shares"):
    figure = page[page.index(f"chart--{kind}") :]
    return html.unescape(re.search(r'-link" type="text" readonly value="([^"]*)"', figure)[1])


def shown(page, pole):
    """Return the share of the pole's card."""
    card = page[page.index(f'class="card pole--{pole}') :]
    return re.search(r"\d+\xa0%", card)[0]


def database_clock():
    """Return the instant by which versions of rows are kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def title_of(page):
    return re.search(r"chart--shares.*?<h2[^>]*>(.*?)</h2>", page, re.S)[1]


def test_a_link_keeps_the_numbers_whatever_editors_learn_later(client, world):
    with time_machine.travel(database_clock() + timedelta(days=2), tick=False):
        client.get("/focus/AZE/?step=quarter")
        link = link_of(page_of(client, "/focus/AZE/?step=quarter"))
        EventFactory(
            start=date(2024, 7, 9),
            initiators=[world.focus.actor],
            recipients=[world.states["west"]],
        )
        later = page_of(client, "/focus/AZE/?step=quarter")
        kept = page_of(client, link.removeprefix("http://testserver"))

    assert link.endswith("#panel-3")
    assert "methodology=1.0" in link
    assert "does not work" not in kept
    assert "As known on" in kept
    assert 'name="methodology" value="1.0"' in kept
    assert shown(kept, "china") == "67\xa0%"
    assert shown(later, "china") != "67\xa0%"


@pytest.mark.parametrize("asked", ["as_of=2999-01-01T00:00:00Z", "as_of=Tea", "methodology=9.9"])
def test_what_cannot_be_asked_for_falls_back_in_words(client, world, asked):
    assert "does not work" in page_of(client, f"/focus/AZE/?{asked}")


def test_every_chart_can_be_kept_in_four_forms(client, world):
    page = page_of(client, "/focus/AZE/?half_life=90")

    for kind in ("shares", "tone", "effective_poles", "heat_map"):
        for suffix in ("png", "svg"):
            assert f'href="/focus/AZE/{kind}.{suffix}?half_life=90" download' in page
    assert page.count("download>CSV</a>") >= 4
    assert client.get("/focus/AZE/tone.png?half_life=90").status_code == 200


def test_a_citation_says_what_which_data_which_method_where_and_when(client, world):
    client.get("/focus/AZE/")
    page = page_of(client, "/focus/AZE/")

    cited = re.search(r'-cite" readonly[^>]*>(.*?)</textarea>', page[page.index("chart--shares") :])
    assert cited[1].startswith(f"Balance. {title_of(page)} (Russia 33\xa0%, ")
    assert "China 67\xa0%" in cited[1]
    assert "methodology 1.0. http://testserver/focus/AZE/?" in cited[1]
    assert cited[1].endswith("(read on 10 July 2024).")
    assert "@misc{balance-aze-shares-" in page
    assert "urldate = {2024-07-10}" in page


def test_pages_without_a_chart_have_a_link_and_a_citation(client, world):
    for path in ("/why/AZE/?pole=china", "/robustness/AZE/", "/pivots/AZE/"):
        page = page_of(client, path)
        address = html.unescape(re.search(r'-link" type="text" readonly value="([^"]*)"', page)[1])

        assert address.startswith(f"http://testserver{path.split('?')[0]}?")
        assert "methodology=1.0&as_of=" in address
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_a_title_cannot_end_the_text_it_stands_in(client, world):
    world.focus.actor.name = 'A</textarea><script>alert(1)</script>{\\x}"'
    world.focus.actor.save()

    page = client.get("/focus/AZE/").content.decode()

    assert "<script>alert" not in page


def cited(page, anchor):
    return re.search(rf'id="{anchor}-cite" readonly[^>]*>(.*?)</textarea>', page, re.S)[1]


@pytest.mark.parametrize(
    ("path", "anchors"),
    [
        ("/ties/", ["matrix", "steps", "network"]),
        ("/lenses/AZE/", ["figures"]),
        ("/coverage/AZE/", ["by-pole", "by-year", "countries", "outlets"]),
        ("/compare/", ["source-1"]),
        ("/robustness/AZE/", ["variants"]),
        ("/why/AZE/?pole=china", ["cooperation", "contributions"]),
        ("/actors/AZE/", ["years"]),
    ],
)
def test_every_figure_can_be_reported_linked_and_cited(client, world, path, anchors):
    with time_machine.travel(database_clock() + timedelta(days=2), tick=False):
        page = page_of(client, path)
    ids = re.findall(r'\sid="([^"]*)"', page)

    assert len(ids) == len(set(ids))
    assert page.count('class="share__report"') >= len(anchors)
    for anchor in anchors:
        address = re.search(rf'id="{anchor}-link" type="text" readonly value="([^"]*)"', page)[1]
        assert address.endswith(f"#{anchor}")
        assert anchor in ids
        assert address in cited(page, anchor)
        with time_machine.travel(database_clock() + timedelta(days=2, hours=1), tick=False):
            kept = page_of(client, address.removeprefix("http://testserver"))
        assert "does not work" not in kept


def test_what_no_methodology_enters_cites_its_data_version_alone(client, world):
    sentence = cited(page_of(client, "/ties/"), "matrix")

    assert "Data version " in sentence
    assert "methodology" not in sentence
    assert "as_of=" in sentence


def test_records_as_they_are_today_cite_the_day_and_no_version(client, world):
    sentence = cited(page_of(client, "/actors/AZE/"), "years")

    assert "ersion" not in sentence
    assert "(read on " in sentence


def test_a_page_that_knows_no_day_of_knowledge_promises_none(client, world):
    assert "Link; its numbers follow" in page_of(client, "/coverage/AZE/")
    assert "Link that keeps" in page_of(client, "/ties/")
