"""Why the balance changed, through the API."""

import math
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

pytestmark = pytest.mark.django_db

TODAY = datetime(2024, 12, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_december():
    with time_machine.travel(TODAY, tick=False):
        yield


def test_an_explanation_sums_to_the_difference(world, get):
    answer = get(
        "balance/AZE/explain/", **{"pole": "china", "from": "2024-07-02", "to": "2024-07-03"}
    )

    assert (answer["pole"], answer["from"], answer["to"]) == ("china", "2024-07-02", "2024-07-03")
    assert answer["cooperation"] == {"from": 0.0, "to": 4.0, "difference": 4.0}
    (arrived,) = answer["contributions"]
    assert (arrived["event"], arrived["title"]) == (world.treaty.pk, "A railway treaty")
    assert (arrived["date"], arrived["part"]) == ("2024-07-03", "arrived")
    assert math.fsum(c["cooperation"] for c in answer["contributions"]) == pytest.approx(
        answer["cooperation"]["difference"], abs=1e-9
    )


def test_an_explanation_takes_the_parameters_of_the_method(world, get):
    answer = get(
        "balance/AZE/explain/",
        **{"pole": "china", "from": "2024-07-03", "to": "2024-08-02", "half_life": "30"},
    )

    assert answer["cooperation"]["difference"] == pytest.approx(-2, abs=1e-9)


def test_shares_stand_beside_the_change_they_follow_from(world, get):
    span = {"from": "2024-07-02", "to": "2024-07-03"}

    poles = get("balance/AZE/explain/", pole="china", **span)["poles"]

    assert [(pole["code"], pole["from"]["share"], pole["to"]["share"]) for pole in poles] == [
        ("russia", 1, pytest.approx(poles[0]["to"]["cooperation"] / _sum(poles, "to"))),
        ("china", 0, pytest.approx(4 / _sum(poles, "to"))),
    ]
    for day, end in zip(span.values(), ("from", "to"), strict=True):
        (point,) = get("balance/AZE/", start=day, end=_next(day), step="day")["points"]
        for pole in poles:
            told = point["poles"][pole["code"]]
            assert pole[end]["share"] == pytest.approx(told["share"], abs=1e-12)
            assert pole[end]["cooperation"] == pytest.approx(told["cooperation"], abs=1e-12)


def _sum(poles, end):
    return math.fsum(pole[end]["cooperation"] for pole in poles)


def _next(day):
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def test_contributions_are_a_file_too(world, client):
    asked = {"pole": "china", "from": "2024-07-02", "to": "2024-07-03", "format": "csv"}

    response = client.get("/api/v1/balance/AZE/explain/", asked)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    head, row = response.getvalue().decode().splitlines()
    assert head == "event,title,date,end,precision,part,cooperation,conflict"
    assert row == f"{world.treaty.pk},A railway treaty,2024-07-03,2024-07-04,day,arrived,4.0,0.0"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"pole": "atlantis"}, "pole"),
        ({"pole": ""}, "pole"),
        ({"from": ""}, "from"),
        ({"to": ""}, "to"),
        ({"from": "2024-12-02"}, "to"),
        ({"from": "9999-01-01"}, "from"),
        ({"half_life": "0"}, "half_life"),
        ({"dimension": "magic"}, "dimension"),
        ({"dataset": "gdelt9"}, "dataset"),
        ({"methodology": "9.9"}, "methodology"),
        ({"as_of": "2100-01-01"}, "as_of"),
        ({"step": "day"}, "step"),
        ({"format": "xml"}, "format"),
    ],
    ids=str,
)
def test_nonsense_explains_nothing(changed, field, world, get):
    asked = {"pole": "china", "from": "2024-01-01", "to": "2024-12-01"} | changed

    assert field in get("balance/AZE/explain/", 400, **asked)["fields"]


@pytest.mark.parametrize(
    ("first", "second"), [("2000-01-01", "2000-01-02"), ("2024-07-03", "2024-07-03")]
)
def test_where_nothing_changed_there_is_nothing_to_explain(first, second, world, get):
    answer = get("balance/AZE/explain/", **{"pole": "other", "from": first, "to": second})

    assert answer["cooperation"]["difference"] == 0
    assert math.fsum(c["cooperation"] for c in answer["contributions"]) == 0
