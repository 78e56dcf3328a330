"""Why the balance changed, through the API."""

import math
from datetime import UTC, datetime

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
        ({"format": "csv"}, "format"),
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
