"""The page follows what an editor does to its panels."""

import html
import json
import re
from datetime import date

import pytest

from tests.factories.balance import (
    AnnotationFactory,
    DashboardFactory,
    EventFactory,
    PanelFactory,
)

pytestmark = pytest.mark.django_db

KINDS = (
    "headline",
    "poles",
    "shares",
    "tone",
    "effective_poles",
    "heat_map",
    "pivots",
    "robustness",
    "ties",
    "dependence",
    "events",
)


@pytest.fixture
def front(world):
    return DashboardFactory(focus=world.focus, is_front_page=True, title="The front", slug="front")


def get(client, address="/"):
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def panels(page):
    return re.findall(r'<section class="panel panel--(\w+) panel--(\w+)"', page)


def test_the_order_and_the_width_are_the_editors(client, front):
    PanelFactory(dashboard=front, position=2, kind="tone", width="half")
    PanelFactory(dashboard=front, position=1, kind="events")
    PanelFactory(dashboard=front, position=3, kind="shares", is_hidden=True)

    assert panels(get(client)) == [("events", "full"), ("tone", "half")]


def test_a_title_wins_over_the_made_one(client, front):
    PanelFactory(dashboard=front, kind="headline", title="What we think")

    page = get(client)

    assert re.search(r"<h1[^>]*>What we think</h1>", page)
    assert "has the largest share" not in page


def test_a_page_without_a_headline_has_its_own_title(client, front):
    PanelFactory(dashboard=front, kind="tone")

    assert re.findall(r"<h1[^>]*>(.*?)</h1>", get(client)) == ["The front"]


def test_notes_are_markdown_without_teeth(client, front):
    PanelFactory(
        dashboard=front,
        kind="text",
        title="To the reader",
        note="**Bold** <script>alert(1)</script> [x](//evil.example)",
    )
    PanelFactory(dashboard=front, kind="tone", note="*Under* the chart")

    page = client.get("/").content.decode()

    assert "<strong>Bold</strong>" in page
    assert "<em>Under</em>" in page
    assert "<script>alert" not in page
    assert '//evil.example"' not in page


def test_options_narrow_a_panel(client, front, world):
    PanelFactory(dashboard=front, kind="tone", poles=[world.poles["china"]])
    PanelFactory(dashboard=front, kind="shares", dimensions=["energy"], years=3)
    PanelFactory(dashboard=front, kind="poles", poles=[world.poles["west"]])

    page = get(client, "/?from=2010&step=quarter")

    assert 'data-url="/api/v1/balance/AZE/?start=2010-01-01&step=quarter&interval=1"' in page
    assert 'data-pole="china"' in page
    assert (
        'data-url="/api/v1/balance/AZE/?start=2021-07-01&step=quarter&dimension=energy&interval=1"'
        in page
    )
    assert 'data-why-url="/why/AZE/?dimension=energy"' in page
    assert re.findall(r'<li class="card pole--(\w+)"', page) == ["west"]


def test_only_published_dashboards_are_shown(client, world):
    DashboardFactory(slug="open", focus=world.focus, title="An open page")
    DashboardFactory(slug="secret", focus=world.focus, status="draft")

    assert "An open page" in get(client, "/d/open/")
    assert "This page has no panels yet." in get(client, "/d/open/")
    assert client.get("/d/secret/").status_code == 404
    assert client.get("/d/nowhere/").status_code == 404


def test_a_draft_does_not_replace_the_front_page(client, front):
    front.status = "draft"
    front.save()

    assert [kind for kind, _width in panels(get(client))] == list(KINDS)


def test_pins_lead_to_their_event_if_readers_may_see_it(client, front, world):
    PanelFactory(dashboard=front, kind="shares")
    AnnotationFactory(
        focus=world.focus, on=date(2024, 7, 9), title="</script><b>", event=world.treaty
    )
    AnnotationFactory(focus=world.focus, on=date(2024, 6, 1), event=EventFactory(status="proposed"))
    AnnotationFactory(focus=world.focus, on=date(2024, 5, 1), withdrawn_because="No.")
    AnnotationFactory(focus=world.focus, on=date(1999, 5, 1))

    page = client.get("/").content.decode()

    pins = json.loads(re.search(r'class="chart__pins">(.*?)</script>', page)[1])
    assert [(pin["date"], pin["title"], pin["url"]) for pin in pins] == [
        ("2024-06-01", "Treaty signed", ""),
        ("2024-07-09", "</script><b>", f"/events/{world.treaty.pk}/"),
    ]
    assert "</script><b>" not in page


MOST_QUERIES = 15  # One statement for each thing that a page tells.


def test_a_page_costs_so_many_queries_at_most(client, front, world, django_assert_max_num_queries):
    _fill(front, world)
    client.get("/")  # The first reader refreshes the series.

    with django_assert_max_num_queries(MOST_QUERIES):
        client.get("/")


def test_panels_that_ask_the_same_cost_no_query_more(
    client, front, world, django_assert_max_num_queries
):
    for _ in range(3):
        _fill(front, world)
    client.get("/")

    with django_assert_max_num_queries(MOST_QUERIES):
        assert len(panels(get(client))) == 36


def _fill(dashboard, world):
    for kind in (*KINDS, "text"):
        PanelFactory(dashboard=dashboard, kind=kind)
    AnnotationFactory(focus=world.focus, on=date(2024, 7, 1), event=world.treaty)
    EventFactory.create_batch(20, initiators=[world.focus.actor], recipients=[world.states["west"]])


def test_a_long_table_is_cut_unless_the_reader_asks_for_every_row(client, world):
    long = "/?from=2020-01&to=2024-06"

    short, whole = (get(client, address) for address in (long, f"{long}&rows=all"))

    assert "the newest 36 of 54 periods" in short
    assert short.count("January 2020</a>") == 0
    assert "periods. <a" not in whole
    assert 'name="rows" value="all"' in whole
    assert whole.count("January 2020</a>") == 3


def test_a_page_is_compressed_where_the_browser_can_read_it(client, world):
    answer = client.get("/", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_other_dashboards_are_listed_under_the_front_page_in_their_order(client, front, world):
    PanelFactory(dashboard=front, kind="tone")
    for position, title in ((2, "Later"), (1, "Sooner")):
        DashboardFactory(focus=world.focus, title=title, position=position, summary="What for.")
    DashboardFactory(focus=world.focus, title="Secret", status="draft")

    for address in ("/", "/d/"):
        page = get(client, address)

        assert page.index("Sooner") < page.index("Later")
        assert "What for." in page
        assert "Secret" not in page


def test_without_dashboards_the_list_says_so(client):
    assert "No dashboard is published yet." in get(client, "/d/")
