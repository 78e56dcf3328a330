import pytest
from django.test import Client

from balance.models import Event, Run
from tests.demonstration import load_demonstration
from tests.factories.balance import EventFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(db) -> None:
    load_demonstration()


def get(client: Client, address: str, **query: str) -> dict:
    answer = client.get(f"/api/v1/balance/AZE/{address}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_pivots_come_with_p_and_what_moved_them(client: Client, demonstration: None):
    results = get(client, "pivots/", as_of="2026-11-01")["results"]

    assert [(row["date"], row["strength"]) for row in results] == [
        ("2023-10-01", "pivot"),
        ("2024-12-01", "pivot"),
    ]
    for row in results:
        assert row["p"] <= 0.05
        assert min(row["before"], row["after"]) >= 8
        assert 1 <= len(row["events"]) <= 5
        assert all(cell["after"] > cell["before"] for cell in row["grew"])
        assert all(cell["after"] < cell["before"] for cell in row["shrank"])


def test_a_second_request_for_pivots_computes_nothing(
    client: Client, demonstration: None, monkeypatch: pytest.MonkeyPatch
):
    first = get(client, "pivots/")
    monkeypatch.delattr("balance.queries.pivots.changes")

    assert get(client, "pivots/") == first


def test_the_largest_events_end_on_the_day_asked(client: Client, demonstration: None):
    answer = get(client, "movers/", end="2024-07-04")

    assert answer["to"] == "2024-07-03"
    slugs = Event.objects.in_bulk([event["event"] for event in answer["events"]])
    assert "chn-aze-strategic-partnership-2024" in {event.slug for event in slugs.values()}
    assert answer["events"][0]["sources"]


def test_the_effect_of_an_event_is_on_its_poles_only(client: Client, demonstration: None):
    event = Event.objects.get(slug="chn-aze-strategic-partnership-2024")

    poles = {row["code"]: row for row in get(client, "effect/", event=str(event.pk))["poles"]}

    assert poles["china"]["cooperation_then"] == 8
    assert poles["china"]["share_with"] > poles["china"]["share_without"]
    assert poles["russia"]["cooperation_then"] == 0


@pytest.mark.parametrize(
    ("query", "status"),
    [
        pytest.param({}, 400, id="no event"),
        pytest.param({"event": "x"}, 400, id="no number"),
        pytest.param({"event": "999999"}, 404, id="no such event"),
        pytest.param({"event": "1", "pole": "china"}, 400, id="unknown parameter"),
    ],
)
def test_an_effect_of_nothing_is_refused(
    client: Client, demonstration: None, query: dict, status: int
):
    answer = client.get("/api/v1/balance/AZE/effect/", query)

    assert answer.status_code == status
    assert set(answer.json()) == {"error", "detail", "fields"}


def test_a_proposal_has_no_effect(client: Client, demonstration: None):
    proposed = EventFactory(status="proposed")

    answer = client.get("/api/v1/balance/AZE/effect/", {"event": proposed.pk})

    assert answer.status_code == 404


def test_intervals_are_pending_once_and_there_the_next_time(client: Client, demonstration: None):
    query = {"start": "2024-01-01", "end": "2024-07-01", "interval": "1"}

    states = [get(client, "", **query) for _time in range(2)]

    assert [state["intervals"] for state in states] == ["pending", "computed"]
    china = states[1]["points"][-1]["poles"]["china"]
    assert china["low"] <= china["share"] <= china["high"]
    assert Run.objects.count() == 1


def test_without_asking_there_are_no_intervals(client: Client, demonstration: None):
    answer = get(client, "", start="2024-01-01", end="2024-07-01")

    assert "intervals" not in answer
    assert not Run.objects.exists()


def test_pivots_can_be_had_without_waiting(client: Client, demonstration: None):
    first, second = (get(client, "pivots/", wait="0") for _time in range(2))

    assert (first["state"], first["results"]) == ("pending", None)
    assert second == get(client, "pivots/")
    assert second["state"] == "computed"


def test_pivots_that_were_given_up_are_said_to_be(client: Client, demonstration: None):
    get(client, "pivots/", wait="0")
    Run.objects.update(state="failed", result=None)

    assert get(client, "pivots/", wait="0")["state"] == "failed"
    assert get(client, "pivots/")["state"] == "computed"


def test_each_choice_has_pivots_of_its_own(client: Client, demonstration: None):
    get(client, "pivots/", wait="0")
    get(client, "pivots/", wait="0", dimension="economic,energy")
    get(client, "pivots/", wait="0", half_life="90")  # Plays no part.

    asked = Run.objects.filter(kind="pivots").order_by("id").values_list("parameters", flat=True)
    assert [run["dimensions"] for run in asked] == [[], ["economic", "energy"]]
