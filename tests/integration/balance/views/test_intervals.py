"""Pages never wait for intervals: they ask for them, and say so until they are there."""

import html
import re
from datetime import date

import pytest

from balance.models import Run
from balance.operations.runs import fill_run
from tests.factories.balance import DashboardFactory, EventFactory, PanelFactory

pytestmark = pytest.mark.django_db

COMPUTING = "Being computed: the intervals and the pivots."
FAILED = "Could not be computed: the intervals and the pivots."


@pytest.fixture(autouse=True)
def woken(monkeypatch):
    """Keep the worker asleep, and tell whom the page would have woken."""
    woken = []
    monkeypatch.setattr("balance.views.dashboards.wake_run", woken.append)
    return woken


@pytest.fixture
def many(world):
    """Add events enough for China to lead: ten points of hers to one of Russia's."""
    for number in range(1, 11):
        EventFactory(
            start=date(2024, 6, number),
            initiators=[world.focus.actor],
            recipients=[world.states["china"]],
        )


def shown(client, address="/"):
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def compute():
    for run in Run.objects.filter(state="waiting"):
        assert fill_run(run_id=run.pk)


def test_the_first_reader_sees_numbers_and_the_next_their_intervals(client, many, woken):
    first = shown(client)
    compute()
    second = shown(client)

    runs = Run.objects.order_by("id")
    assert [run.kind for run in runs] == ["intervals", "pivots"]
    assert woken == [run.pk for run in runs]
    assert COMPUTING in first
    assert "China has the largest share (9" in first
    assert "card__range" not in first
    assert COMPUTING not in second
    assert "China leads (9" in second
    assert re.search(r'card__range">\d+–\d+ %<', second)
    assert "Chance of leading" in second
    assert "China, low" in second
    assert 'class="picture__band pole--china"' in second
    assert "picture__band" not in first


def test_a_page_says_that_intervals_failed(client, many, woken):
    shown(client)
    Run.objects.update(state="failed")
    woken.clear()

    page = shown(client)

    assert FAILED in page
    assert "China has the largest share" in page
    assert woken == []


def test_a_narrowed_panel_asks_for_its_own(client, many, world, woken):
    front = DashboardFactory(focus=world.focus, is_front_page=True)
    PanelFactory(dashboard=front, kind="shares")
    PanelFactory(dashboard=front, kind="tone", dimensions=["energy"])
    PanelFactory(dashboard=front, kind="tone")

    shown(client)

    runs = Run.objects.filter(kind="intervals").order_by("id")
    assert sorted(len(run.parameters["dimensions"]) for run in runs) == [1, 6]
    fill_run(run_id=woken[0])
    assert COMPUTING in shown(client)
    compute()
    assert "Being computed" not in shown(client)


def test_a_page_without_numbers_asks_for_nothing(client, many, world):
    front = DashboardFactory(focus=world.focus, is_front_page=True)
    PanelFactory(dashboard=front, kind="text", note="Words.")

    assert COMPUTING not in shown(client)
    assert not Run.objects.exists()


def test_a_run_that_a_sweep_drops_meanwhile_is_no_error(client, many, monkeypatch):
    shown(client)
    compute()

    monkeypatch.setattr("balance.operations.runs._results", lambda _runs: {})

    assert COMPUTING in shown(client)


@pytest.mark.parametrize("state", ["pending", "computed"])
def test_intervals_cost_one_query(client, many, state, django_assert_max_num_queries):
    shown(client)
    if state == "computed":
        compute()
        shown(client)

    with django_assert_max_num_queries(15):
        shown(client)


def test_the_file_has_the_intervals_of_the_tables(client, many):
    shown(client)
    compute()
    address = re.search(r'href="([^"]+format=csv)">CSV</a> · <a', shown(client))[1]

    header, *_others, china, _other = client.get(address).getvalue().decode().splitlines()

    row = dict(zip(header.split(","), china.split(","), strict=True))
    assert row["pole"] == "china"
    assert float(row["tone_low"]) < float(row["tone"]) < float(row["tone_high"])
    assert float(row["low"]) < float(row["share"])
    assert float(row["lead_probability"]) > 0.9
    assert float(row["effective_poles_low"]) >= 1


def test_the_page_tells_its_script_what_it_waits_for(client, many):
    waits = re.search(r'data-waits-for="([^"]+)"', shown(client, "/?half_life=90"))[1]
    compute()

    intervals, pivots = (client.get(address).json() for address in waits.split())
    assert (intervals["intervals"], pivots["state"]) == ("computed", "computed")
    assert "data-waits-for" not in shown(client, "/?half_life=90")


def test_what_is_filled_in_can_be_found_again(client, many):
    page = shown(client)
    marked = re.findall(r"<(\w+)([^>]*) data-fills-in>", page)

    assert len(marked) == 15
    identifiers = [re.search(r'id="([^"]+)"', attributes)[1] for _tag, attributes in marked]
    assert len(set(identifiers)) == 15


@pytest.mark.parametrize(
    ("query", "view"),
    [("", "lines"), ("?view=layers", "layers"), ("?view=pie", "lines"), ("?kernel=flow", "layers")],
)
def test_how_shares_are_drawn_stands_in_the_address(client, many, query, view):
    page = shown(client, f"/{query}")

    assert f'data-view="{view}"' in re.search(r"<figure [^>]*chart--shares[^>]*>", page)[0]
    assert re.search(rf'data-view="{view}" aria-current="true"', page)


def test_the_other_choices_keep_how_shares_are_drawn(client, many):
    page = shown(client, "/?view=layers&step=quarter")

    assert 'href="?view=lines&step=quarter"' in page
    assert 'href="?step=quarter&view=layers&from=2019-07"' in page
    assert '<input type="hidden" name="view" value="layers">' in page


def test_a_row_of_a_table_opens_the_reasons(client, many):
    page = shown(client)
    address = re.search(r'<th scope="row"><a href="(/why/[^"]+)">July 2024</a>', page)[1]

    assert address == "/why/AZE/?from=2024-06-30&to=2024-07-10"
    assert client.get(address).status_code == 200
