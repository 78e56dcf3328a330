"""What must be true of events and those who take part in them, each broken once."""

from datetime import date
from math import inf, nan

import pytest

from balance.models import Participant
from tests.factories.balance import EventFactory, ParticipantFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [
        pytest.param("day", (2024, 7, 3), (2024, 7, 5), id="two days are no day"),
        pytest.param("day", (2024, 7, 3), (2024, 7, 3), id="an empty day"),
        pytest.param("day", (2024, 7, 3), (2024, 7, 2), id="the end before the start"),
        pytest.param("span", (2024, 7, 3), (2024, 7, 4), id="one day is no span"),
        pytest.param("month", (2024, 7, 2), (2024, 8, 2), id="from the second to the second"),
        pytest.param("month", (2024, 2, 1), (2024, 2, 29), id="a leap February cut by a day"),
        pytest.param("month", (2024, 7, 1), (2024, 9, 1), id="two months"),
        pytest.param("quarter", (2024, 2, 1), (2024, 5, 1), id="a quarter from February"),
        pytest.param("quarter", (2024, 4, 1), (2024, 8, 1), id="four months"),
        pytest.param("year", (2024, 7, 1), (2025, 7, 1), id="a year from July"),
        pytest.param("year", (2024, 1, 1), (2024, 12, 31), id="a leap year cut by a day"),
        pytest.param("decade", (2020, 1, 1), (2030, 1, 1), id="a precision nobody knows"),
    ],
)
def test_an_interval_fits_its_precision(precision, start, end):
    assert_refused(
        EventFactory(),
        "event_interval_fits_its_precision",
        precision=precision,
        start=date(*start),
        end=date(*end),
    )


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [
        pytest.param("day", (2024, 2, 29), (2024, 3, 1), id="a leap day"),
        pytest.param("day", (2023, 12, 31), (2024, 1, 1), id="the last day of a year"),
        pytest.param("span", (2024, 7, 3), (2024, 7, 5), id="two days"),
        pytest.param("span", (2023, 7, 3), (2025, 7, 5), id="two years"),
        pytest.param("month", (2024, 2, 1), (2024, 3, 1), id="a leap February"),
        pytest.param("month", (2023, 2, 1), (2023, 3, 1), id="another February"),
        pytest.param("month", (2023, 12, 1), (2024, 1, 1), id="December"),
        pytest.param("quarter", (2023, 10, 1), (2024, 1, 1), id="the last quarter"),
        pytest.param("year", (2024, 1, 1), (2025, 1, 1), id="a leap year"),
        pytest.param("day", (1900, 1, 1), (1900, 1, 2), id="the first day of our time"),
        pytest.param("day", (2100, 12, 30), (2100, 12, 31), id="the last day of our time"),
    ],
)
def test_an_interval_that_fits_is_accepted(precision, start, end):
    assert_accepted(EventFactory(), precision=precision, start=date(*start), end=date(*end))


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param(
            "event_dates_are_of_our_time",
            {"start": date(1899, 12, 31), "end": date(1900, 1, 1)},
            id="before 1900",
        ),
        pytest.param(
            "event_dates_are_of_our_time",
            {"start": date(2100, 12, 31), "end": date(2101, 1, 1)},
            id="after 2100",
        ),
        pytest.param("event_has_a_title", {"title": ""}, id="no title"),
        pytest.param("event_dimension_is_known", {"dimension": "sports"}, id="about sports"),
        pytest.param("event_status_is_known", {"status": "maybe"}, id="maybe"),
        pytest.param("event_confidence_is_a_probability", {"confidence": 1.001}, id="above 1"),
        pytest.param("event_confidence_is_a_probability", {"confidence": -0.001}, id="below 0"),
        pytest.param("event_confidence_is_a_probability", {"confidence": nan}, id="not a number"),
        pytest.param(
            "event_intensity_within_10",
            {"intensity_override": 10.01, "intensity_reason": "A war."},
            id="above 10",
        ),
        pytest.param(
            "event_intensity_within_10",
            {"intensity_override": -10.01, "intensity_reason": "A war."},
            id="below -10",
        ),
        pytest.param(
            "event_intensity_within_10",
            {"intensity_override": nan, "intensity_reason": "A war."},
            id="no number at all",
        ),
        pytest.param("event_override_has_a_reason", {"intensity_override": 0}, id="no reason"),
        pytest.param(
            "event_is_withdrawn_with_a_reason", {"status": "withdrawn"}, id="withdrawn, not why"
        ),
        pytest.param(
            "event_is_withdrawn_with_a_reason",
            {"withdrawn_because": "A hoax."},
            id="a reason, not withdrawn",
        ),
    ],
)
def test_an_event_is_refused(truth, changes):
    assert_refused(EventFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"confidence": 0}, id="certainly not"),
        pytest.param({"confidence": 1}, id="certainly"),
        pytest.param({"intensity_override": 10, "intensity_reason": "An alliance."}, id="10"),
        pytest.param({"intensity_override": -10, "intensity_reason": "A war."}, id="-10"),
        pytest.param({"intensity_reason": "Was overridden once."}, id="a reason left over"),
        pytest.param({"status": "withdrawn", "withdrawn_because": "A hoax."}, id="withdrawn"),
        pytest.param({"cameo_code": None}, id="without a CAMEO code"),
    ],
)
def test_an_event_is_accepted(changes):
    assert_accepted(EventFactory(), **changes)


@pytest.mark.parametrize("weight", [0, -1, nan, inf])
def test_a_weight_is_a_positive_number(weight):
    assert_refused(ParticipantFactory(), "participant_weight_is_positive", weight=weight)


def test_a_source_is_no_participant():
    assert_refused(ParticipantFactory(), "participant_role_is_known", role="source")


def test_an_actor_has_a_role_once():
    part = ParticipantFactory(role="initiator")

    assert_refused(
        ParticipantFactory(event=part.event, role="initiator"),
        "participant_once_in_a_role",
        actor=part.actor,
    )


def test_an_actor_may_have_two_roles():
    part = ParticipantFactory(role="recipient")

    assert_accepted(Participant(event=part.event, actor=part.actor, role="host"))
