"""What must be true of event types and CAMEO codes, each broken once."""

from math import nan

import pytest

from tests.factories.balance import CameoCodeFactory, EventTypeFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("event_type_code_is_capital_letters", {"code": "Support"}, id="small letters"),
        pytest.param("event_type_code_is_capital_letters", {"code": ""}, id="no code"),
        pytest.param("event_type_score_within_10", {"plover_score": 10.01}, id="above 10"),
        pytest.param("event_type_score_within_10", {"plover_score": -10.01}, id="below -10"),
        pytest.param("event_type_score_within_10", {"plover_score": nan}, id="not a number"),
    ],
)
def test_an_event_type_is_refused(truth, changes):
    assert_refused(EventTypeFactory(code="DANCE"), truth, **changes)


@pytest.mark.parametrize("score", [-10, 0, 10])
def test_a_type_is_worth_10_at_most(score):
    assert_accepted(EventTypeFactory(code="DANCE"), plover_score=score)


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("cameo_code_is_digits", {"code": "57a"}, id="a letter"),
        pytest.param("cameo_code_is_digits", {"code": "7"}, id="lost its leading zero"),
        pytest.param("cameo_score_within_10", {"goldstein": 10.01}, id="above 10"),
        pytest.param("cameo_score_within_10", {"goldstein": -10.01}, id="below -10"),
        pytest.param("cameo_score_within_10", {"goldstein": nan}, id="not a number"),
        pytest.param("cameo_quad_class_is_1_to_4", {"quad_class": 0}, id="class 0"),
        pytest.param("cameo_quad_class_is_1_to_4", {"quad_class": 5}, id="class 5"),
    ],
)
def test_a_cameo_code_is_refused(truth, changes):
    assert_refused(CameoCodeFactory(code="0999"), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"code": "98"}, id="two digits"),
        pytest.param({"code": "0998"}, id="four digits"),
        pytest.param({"goldstein": 10, "quad_class": 1}, id="the friendliest"),
        pytest.param({"goldstein": -10, "quad_class": 4}, id="the fiercest"),
        pytest.param({"event_type": None}, id="of no type"),
    ],
)
def test_a_cameo_code_is_accepted(changes):
    assert_accepted(CameoCodeFactory(code="0999"), **changes)
