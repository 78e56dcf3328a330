"""How far coders agree."""

from datetime import date

import pytest

from tests.factories.balance import ActorFactory, CodingFactory, EventFactory

pytestmark = pytest.mark.django_db


def by_field(answer):
    return {row["field"]: row for row in answer["agreement"]}


def test_without_second_codings_there_is_no_number_but_a_reason(get):
    answer = get("coding/")

    assert (answer["events"], answer["coders"]) == (0, 0)
    assert len(answer["agreement"]) == 7
    assert {(row["alpha"], row["reason"]) for row in answer["agreement"]} == {(None, "too_few")}


def test_agreement_is_told_field_by_field(get):
    for number, dimension in enumerate(("economic", "energy", "transport")):
        actor = ActorFactory(code=f"A{number}")
        event = EventFactory(
            dimension=dimension, start=date(2024, 1, 1 + 9 * number), initiators=[actor]
        )
        CodingFactory(
            event=event,
            dimension="energy",
            start=event.start,
            confidence=1 - number / 10,
            initiators=[actor],
        )

    answer = get("coding/")
    fields = by_field(answer)

    assert (answer["events"], answer["coders"]) == (3, 3)
    assert fields["start"] == {"field": "start", "level": "interval", "alpha": 1.0, "reason": None}
    assert fields["initiators"]["alpha"] == 1
    # Of six values four are energy: expected disagreement 18/30, observed 4/6.
    assert fields["dimension"]["alpha"] == pytest.approx(1 - (4 / 6) / (18 / 30))
    assert fields["event_type"]["reason"] == "no_variation"
    assert fields["confidence"]["alpha"] < 0.5


def test_a_record_corrected_afterwards_agrees_no_better(get):
    for dimension in ("economic", "transport"):
        event = EventFactory(dimension=dimension)
        CodingFactory(event=event, dimension="energy")
    before = get("coding/")

    for event in (coding.event for coding in CodingFactory._meta.model.objects.all()):
        event.dimension = "energy"
        event.save()

    assert get("coding/") == before


def test_many_codings_cost_no_query_more(client, django_assert_num_queries):
    CodingFactory.create_batch(12, initiators=[ActorFactory()])

    with django_assert_num_queries(2):
        client.get("/api/v1/coding/")


def test_unknown_parameters_are_refused(get):
    assert get("coding/", 400, focus="AZE")["error"] == "bad_parameter"


def test_the_file_has_a_row_a_field(client):
    lines = client.get("/api/v1/coding/?format=csv").getvalue().decode().splitlines()

    assert lines[0] == "field,level,alpha,reason"
    assert lines[1] == "event_type,nominal,,too_few"
    assert len(lines) == 8
