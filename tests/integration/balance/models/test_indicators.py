"""What must be true of indicators and their figures, each broken once."""

from datetime import date
from math import inf, nan

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories.balance import IndicatorFactory, ObservationFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db

DAY = date(2023, 5, 1)


def test_an_indicator_has_a_unit():
    assert_refused(IndicatorFactory(), "indicator_has_a_unit", unit="")


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param(
            "observation_period_is_closed", {"valid": DateRange(None, DAY)}, id="no first day"
        ),
        pytest.param(
            "observation_period_is_closed", {"valid": DateRange(DAY, None)}, id="no last day"
        ),
        pytest.param(
            "observation_period_is_closed", {"valid": DateRange(DAY, DAY)}, id="no day at all"
        ),
        pytest.param(
            "observation_confidence_is_a_probability", {"confidence": 1.001}, id="above 1"
        ),
        pytest.param(
            "observation_confidence_is_a_probability", {"confidence": -0.001}, id="below 0"
        ),
        pytest.param("observation_value_is_finite", {"value": nan}, id="not a number"),
        pytest.param("observation_value_is_finite", {"value": inf}, id="without end"),
        pytest.param("observation_value_is_finite", {"value": -inf}, id="without end, below 0"),
    ],
)
def test_a_figure_is_refused(truth, changes):
    assert_refused(ObservationFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"valid": DateRange(DAY, date(2023, 5, 2))}, id="of one day"),
        pytest.param({"confidence": 0}, id="certainly wrong"),
        pytest.param({"confidence": 1}, id="certainly right"),
        pytest.param({"value": 0}, id="nothing"),
        pytest.param({"value": -1e300}, id="a huge debt"),
    ],
)
def test_a_figure_is_accepted(changes):
    assert_accepted(ObservationFactory(), **changes)


def test_a_figure_is_between_two_actors():
    figure = ObservationFactory()

    assert_refused(figure, "observation_is_between_two_actors", partner=figure.actor)


def _same_as(figure):
    return {name: getattr(figure, name) for name in ("indicator", "actor", "partner")}


def test_a_figure_is_recorded_once():
    known = ObservationFactory(value=1)
    other = ObservationFactory(**_same_as(known), value=2)

    assert_refused(other, "observation_recorded_once", value=1)


def test_conflicting_figures_stand_side_by_side():
    known = ObservationFactory(value=1)

    assert_accepted(ObservationFactory(**_same_as(known), value=1.5))
    assert_accepted(ObservationFactory(**_same_as(known), value=1, note="Revised."))


def test_a_withdrawn_figure_makes_room_and_comes_back_only_into_it():
    withdrawn = ObservationFactory(value=1, withdrawn_because="Misread.")
    assert_accepted(ObservationFactory(**_same_as(withdrawn), value=1))

    assert_refused(withdrawn, "observation_recorded_once", withdrawn_because="")
