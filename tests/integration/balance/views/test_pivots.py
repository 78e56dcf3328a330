"""Pivots on their own page, on a panel, and on the chart of shares."""

import html
import json
import re

import pytest

from balance.models import Run
from balance.operations.runs import fill_run
from tests.demonstration import load_demonstration
from tests.factories.balance import DashboardFactory, PanelFactory

pytestmark = pytest.mark.django_db

COMPUTING = "The pivots are being computed"


@pytest.fixture
def today():
    """Let it be today: the demonstration's events are of these years."""


@pytest.fixture
def demonstration(db):
    load_demonstration()


@pytest.fixture(autouse=True)
def woken(monkeypatch):
    """Keep the worker asleep, and tell whom the pages would have woken."""
    woken = []
    for view in ("pivots", "dashboards"):
        monkeypatch.setattr(f"balance.views.{view}.wake_run", woken.append)
    return woken


def shown(client, address="/pivots/AZE/", status=200):
    response = client.get(address)
    assert response.status_code == status
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def compute():
    for run in Run.objects.filter(state="waiting"):
        assert fill_run(run_id=run.pk)


@pytest.mark.usefixtures("demonstration")
class TestOfTheDemonstration:
    """The pivots of October 2023 and December 2024."""

    def test_the_page_waits_for_nobody_and_then_tells_them(self, client, woken):
        first = shown(client)
        compute()
        second = shown(client)

        assert COMPUTING in first
        assert len(woken) == 1
        assert COMPUTING not in second
        assert "Relations changed for good around October 2023 and December 2024" in second
        assert "conflict with Iran: 50 % to 0 %, −50 points" in second
        assert "Joint declaration on strategic partnership" in second
        assert 'id="pivot-2023-10-01"' in second
        assert "Weak signs" not in second

    def test_its_numbers_are_the_api_s(self, client):
        shown(client)
        compute()
        page = shown(client)
        address = re.search(r'href="(/api/[^"]+)">JSON', page)[1]

        for row in client.get(address).json()["results"]:
            assert f'id="pivot-{row["date"]}"' in page
            assert f"{row['before']} events in the year before" in page

    def test_the_chart_of_shares_marks_them_with_and_without_javascript(self, client):
        shown(client, "/")
        compute()
        page = shown(client, "/")

        marked = json.loads(re.search(r'class="chart__pivots">(.*?)</script>', page)[1])
        assert [(one["date"], one["url"]) for one in marked] == [
            ("2023-10-01", "/pivots/AZE/#pivot-2023-10-01"),
            ("2024-12-01", "/pivots/AZE/#pivot-2024-12-01"),
        ]
        assert page.count('class="picture__pivot"') == 2
        assert "pivot, p 0.001" in page

    def test_outside_the_span_of_the_chart_none_is_marked(self, client):
        address = "/?from=2024-02&to=2024-10"
        shown(client, address)
        compute()

        assert "picture__pivot" not in shown(client, address)

    def test_a_panel_of_one_dimension_has_pivots_of_its_own(self, client):
        shown(client, "/pivots/AZE/?dimension=economic,energy")
        shown(client)

        asked = Run.objects.filter(kind="pivots").values_list("parameters", flat=True)
        assert sorted(run["dimensions"] for run in asked) == [[], ["economic", "energy"]]

    def test_weak_signs_have_their_heading_and_a_sentence(self, client):
        shown(client)
        compute()
        run = Run.objects.get(kind="pivots")
        run.pk = None  # Another row, for nobody has read it yet.
        Run.objects.all().delete()
        run.result["moments"][1]["strength"] = "weak"
        run.save(force_insert=True)

        page = shown(client)

        assert page.index("October 2023") < page.index("Weak signs") < page.index("December 2024")
        assert "it may well be chance" in page


def test_few_events_have_none_and_the_page_says_why(client, world):
    shown(client)
    compute()
    page = shown(client)

    assert "None found. Either the composition stayed alike" in page
    assert "No month is found in which relations changed for good" in page


def test_what_was_given_up_is_said(client, world, woken):
    shown(client)
    Run.objects.update(state="failed")
    woken.clear()

    assert "The pivots could not be computed." in shown(client)
    assert woken == []


def test_a_panel_without_charts_fills_in_as_well(client, world):
    front = DashboardFactory(focus=world.focus, is_front_page=True)
    PanelFactory(dashboard=front, kind="pivots")

    page = shown(client, "/")

    assert "Being computed: the pivots." in page
    assert 'data-waits-for="/api/v1/balance/AZE/pivots/?wait=0"' in page
    compute()
    assert "Being computed" not in shown(client, "/")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("dimension=love", "Something in the choice above does not work"),
        ("as_of=2999-01-01", "Something in the choice above does not work"),
        ("methodology=%00", "Something in the choice above does not work"),
        ("dataset=none", "Something in the choice above does not work"),
        ("half_life=abc&x=y&dimension=", "Pivots"),
    ],
)
def test_nonsense_has_words_and_the_usual_pivots(client, world, query, words):
    assert words in shown(client, f"/pivots/AZE/?{query}")


def test_other_codes_have_no_page(client, world):
    shown(client, "/pivots/RUS/", status=404)


def test_the_page_costs_few_queries(client, world, django_assert_max_num_queries):
    shown(client)
    compute()
    shown(client)

    with django_assert_max_num_queries(10):
        shown(client)
