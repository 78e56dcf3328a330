"""What must be true of ties and their kinds, each broken once."""

from datetime import date
from math import nan

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Tie
from tests.factories.balance import TieFactory, TieKindFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db

START = "tie_start_fits_its_precision"
END = "tie_end_fits_its_precision"


def span(start=None, end=None):
    return DateRange(date(*start) if start else None, date(*end) if end else None)


def test_a_kind_is_once_on_a_ladder():
    kind = TieKindFactory(ladder="other", code="dance")

    assert_refused(
        TieKindFactory(ladder="other", code="song"), "tie_kind_once_on_a_ladder", code=kind.code
    )


def test_two_ladders_may_have_a_kind_of_one_code():
    TieKindFactory(ladder="other", code="dance")

    assert_accepted(TieKindFactory(ladder="bilateral", code="dance"))


def test_a_rung_is_one_kind():
    rung = TieKindFactory(ladder="other", code="dance", rank=900)

    assert_refused(
        TieKindFactory(ladder="other", code="song"), "tie_rank_once_on_a_ladder", rank=rung.rank
    )


def test_kinds_without_a_rank_are_many_and_ladders_count_on_their_own():
    TieKindFactory(ladder="other", code="dance", rank=None)
    TieKindFactory(ladder="bilateral", code="song", rank=900)

    assert_accepted(TieKindFactory(ladder="other", code="song", rank=None))
    assert_accepted(TieKindFactory(ladder="other", code="march", rank=900))


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param(
            "tie_lasts",
            {"valid": span((2001, 1, 1), (2001, 1, 1)), "start_precision": ""},
            id="no day",
        ),
        pytest.param("tie_confidence_is_a_probability", {"confidence": 1.001}, id="above 1"),
        pytest.param("tie_confidence_is_a_probability", {"confidence": -0.001}, id="below 0"),
        pytest.param("tie_confidence_is_a_probability", {"confidence": nan}, id="not a number"),
        pytest.param(START, {"start_precision": ""}, id="a start, how precise nobody says"),
        pytest.param(START, {"valid": span(None, None)}, id="a precise start that is not stated"),
        pytest.param(START, {"start_precision": "month"}, id="a month begins on its first"),
        pytest.param(
            START,
            {"valid": span((2001, 2, 1)), "start_precision": "year"},
            id="a year begins in January",
        ),
        pytest.param(START, {"start_precision": "era"}, id="a precision nobody knows"),
        pytest.param(END, {"end_precision": "day"}, id="a precise end that is open"),
        pytest.param(
            END, {"valid": span((2001, 1, 25), (2005, 7, 3))}, id="an end, how precise nobody says"
        ),
        pytest.param(
            END,
            {"valid": span((2001, 1, 25), (2005, 7, 3)), "end_precision": "month"},
            id="a month ends on the first of the next",
        ),
        pytest.param(
            END,
            {"valid": span((2001, 1, 25), (2005, 7, 1)), "end_precision": "year"},
            id="a year ends in January",
        ),
        pytest.param(END, {"end_precision": "year"}, id="the year of an open end"),
    ],
)
def test_a_tie_is_refused(truth, changes):
    assert_refused(TieFactory(), truth, **changes)


@pytest.mark.parametrize(
    ("start_precision", "end_precision", "valid"),
    [
        pytest.param("", "", span(), id="neither end is stated"),
        pytest.param("day", "day", span((2024, 2, 29), (2024, 3, 1)), id="one day"),
        pytest.param("month", "month", span((2024, 2, 1), (2024, 3, 1)), id="a month"),
        pytest.param("year", "year", span((2024, 1, 1), (2025, 1, 1)), id="a year"),
        pytest.param("year", "", span((2024, 1, 1)), id="since a year"),
        pytest.param("", "month", span(None, (2024, 3, 1)), id="until a month"),
        pytest.param("day", "year", span((2023, 7, 3), (2024, 1, 1)), id="a day and a year"),
    ],
)
def test_a_tie_is_accepted(start_precision, end_precision, valid):
    assert_accepted(
        TieFactory(), valid=valid, start_precision=start_precision, end_precision=end_precision
    )


@pytest.mark.parametrize("confidence", [0, 1])
def test_a_tie_may_be_certain_either_way(confidence):
    assert_accepted(TieFactory(), confidence=confidence)


def test_a_tie_joins_two_actors():
    tie = TieFactory()

    assert_refused(tie, "tie_joins_two_actors", actor_b=tie.actor_a)


def _same_as(tie):
    return {name: getattr(tie, name) for name in ("actor_a", "actor_b", "kind")}


def test_a_tie_is_recorded_once():
    known = TieFactory()
    other = TieFactory(**_same_as(known), label="a second time")

    assert_refused(other, "tie_recorded_once", label=known.label)


def test_a_withdrawn_tie_makes_room_and_comes_back_only_into_it():
    withdrawn = TieFactory(withdrawn_because="A misreading.")
    assert_accepted(TieFactory(**_same_as(withdrawn)))

    assert_refused(withdrawn, "tie_recorded_once", withdrawn_because="")


@pytest.mark.parametrize(
    ("valid", "on", "is_in_force"),
    [
        pytest.param(span((2020, 1, 1), (2021, 1, 1)), date(2020, 1, 1), True, id="first day"),
        pytest.param(span((2020, 1, 1), (2021, 1, 1)), date(2021, 1, 1), False, id="first day out"),
        pytest.param(span(None, (2021, 1, 1)), date(1990, 1, 1), True, id="start not stated"),
        pytest.param(span((2020, 1, 1)), date(2090, 1, 1), True, id="open end"),
    ],
)
def test_a_tie_is_in_force_from_its_first_day_to_its_last(valid, on, is_in_force):
    TieFactory(valid=valid)

    assert Tie.objects.in_force(on).exists() is is_in_force
