from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.arrivals import arrivals, weekly_arrivals
from balance.compute.impacts import impacts
from balance.compute.levels import flow, over_dimensions, stock
from balance.compute.resampling import each_event_apart, events_by_source
from tests.unit.balance.compute import streams
from tests.unit.balance.compute.strategies import (
    ALIKE,
    DAYS,
    FIRST_DAY,
    FOCUS,
    POLES,
    events,
    few,
    half_lives,
    summed,
    worlds,
)

RUSSIA, TURKEY = 0, 1
MONDAY = date(2020, 6, 1).toordinal()


def arriving(
    found, *, starts=(MONDAY,), ends=(MONDAY + 7,), half_life=None, clusters=None, **given
):
    return arrivals(
        found,
        clusters or each_event_apart(dict.fromkeys(found.event.tolist(), 1.0)),
        poles=given.pop("poles", 3),
        dimension_weights=given.pop("dimension_weights", ALIKE),
        starts=np.array(starts),
        ends=np.array(ends),
        half_life=half_life,
    )


def rows(arrived):
    columns = arrived.period, arrived.cluster, arrived.column, arrived.amount
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_an_event_brings_its_points_to_its_period():
    found = streams.impacts_of([RUSSIA, TURKEY], [MONDAY, MONDAY + 6], [8.0, -3.0])

    assert rows(arriving(found)) == [(0, 0, RUSSIA, 8), (0, 1, 3 + TURKEY, 3)]


def test_confidence_is_taken_out_of_the_points_and_into_the_draws():
    found = streams.impacts_of([RUSSIA], [MONDAY], [4.0])
    arrived = arriving(found, clusters=each_event_apart({0: 0.5}))

    assert rows(arrived) == [(0, 0, RUSSIA, 8)]
    assert arrived.rate.tolist() == [0.5]


def test_records_of_one_source_share_a_cluster():
    found = streams.impacts_of([RUSSIA, TURKEY, RUSSIA], [MONDAY] * 3, [1.0, 2.0, 3.0])
    arrived = arriving(found, clusters=events_by_source({0: "b", 1: "a", 2: "b"}))

    assert rows(arrived) == [(0, 1, RUSSIA, 1), (0, 1, RUSSIA, 3), (0, 0, TURKEY, 2)]


def test_days_go_to_the_periods_they_lie_in():
    found = streams.impacts_of([RUSSIA], [MONDAY + 6], [9.0], stop=[MONDAY + 9])
    two = {"starts": (MONDAY, MONDAY + 7), "ends": (MONDAY + 7, MONDAY + 14)}

    assert rows(arriving(found, **two)) == [(0, 0, RUSSIA, 3), (1, 0, RUSSIA, 6)]


def test_a_stock_takes_what_is_left_at_the_periods_last_day():
    found = streams.impacts_of([RUSSIA] * 2, [MONDAY, MONDAY + 6], [8.0, 8.0])

    assert rows(arriving(found, half_life=3)) == [(0, 0, RUSSIA, 2), (0, 1, RUSSIA, 8)]


def test_a_stock_begins_with_all_that_came_before_and_a_flow_does_not():
    found = streams.impacts_of([RUSSIA], [MONDAY - 3], [8.0])

    assert rows(arriving(found, half_life=9)) == [(0, 0, RUSSIA, 4)]
    assert rows(arriving(found)) == []


def test_what_gives_nothing_is_left_out():
    other, later, of_no_weight = 3, MONDAY + 7, 1
    found = streams.impacts_of(
        [other, RUSSIA, RUSSIA, RUSSIA],
        [MONDAY, later, MONDAY, MONDAY],
        [5.0, 5.0, 5.0, 0.0],
        dimension=np.array([0, 0, of_no_weight, 0]),
    )
    weights = [float(at != of_no_weight) for at in range(6)]

    assert rows(arriving(found, dimension_weights=weights)) == []


def weekly(x, *, starts, ends, half_life=None):
    cooperation, conflict = np.array(x, dtype=float)
    return weekly_arrivals(
        cooperation,
        conflict,
        MONDAY,
        starts=np.array(starts),
        ends=np.array(ends),
        half_life=half_life,
    )


def test_a_pole_and_an_iso_week_are_one_cluster():
    cooperation, conflict = np.zeros((2, 9)), np.zeros((2, 9))
    cooperation[RUSSIA, [0, 6, 7]] = 1, 2, 4  # Monday, Sunday, and the next Monday.
    conflict[RUSSIA, 3] = 8
    cooperation[TURKEY, 8] = 16
    arrived = weekly([cooperation, conflict], starts=[MONDAY], ends=[MONDAY + 9])

    assert rows(arrived) == [
        (0, 0, RUSSIA, 3),
        (0, 2, RUSSIA, 4),
        (0, 3, TURKEY, 16),
        (0, 0, 2 + RUSSIA, 8),
    ]
    assert arrived.rate.tolist() == [1, 1, 1, 1]


def test_a_week_cut_by_a_period_stays_one_cluster():
    cooperation = np.array([[1.0, 2.0, 4.0]])
    bounds = {"starts": [MONDAY, MONDAY + 2], "ends": [MONDAY + 2, MONDAY + 3]}

    assert rows(weekly([cooperation, cooperation * 0], **bounds)) == [(0, 0, 0, 3), (1, 0, 0, 4)]


def test_weeks_of_a_stock_fade_to_the_periods_last_day():
    cooperation = np.array([[8.0, 0.0, 0.0, 1.0]])
    arrived = weekly(
        [cooperation, cooperation * 0], starts=[MONDAY + 3], ends=[MONDAY + 4], half_life=3
    )

    assert rows(arrived) == [(0, 0, 0, 5)]


@pytest.mark.parametrize("shape", [(3, 0), (3, 5)])
def test_weeks_without_anything_bring_nothing(shape):
    nothing = np.zeros((2, *shape))

    assert rows(weekly(nothing, starts=[MONDAY], ends=[MONDAY + 7], half_life=9)) == []


periods = st.sets(st.integers(-20, DAYS + 50), min_size=2, max_size=12).map(sorted)


@few
@given(worlds(), events(), periods, st.one_of(st.none(), half_lives))
def test_arrivals_amount_to_the_levels(world, found, edges, half_life):
    """Each cluster counted as often as on average, of events and of weeks, is the level."""
    at = FIRST_DAY + np.array(edges)
    span = {"starts": at[:-1], "ends": at[1:], "half_life": half_life}
    sums = summed(found, world)
    x = [over_dimensions(part, ALIKE)[:-1] for part in (sums.cooperation, sums.conflict)]
    if half_life is None:
        levels = [flow(part, FIRST_DAY, at[:-1], at[1:]) for part in x]
    else:
        levels = [stock(part, FIRST_DAY, at[1:] - 1, half_life) for part in x]

    single = arriving(
        impacts(found, world, FOCUS),
        clusters=each_event_apart({event.id: event.confidence for event in found}),
        **span,
    )
    weeks = weekly_arrivals(*x, FIRST_DAY, **span)

    for arrived in (single, weeks):
        np.testing.assert_allclose(
            streams.expected(arrived), np.concatenate(levels), rtol=1e-9, atol=1e-200
        )
        in_order = np.lexsort((arrived.column, arrived.period))
        assert in_order.tolist() == list(range(arrived.amount.size))
        assert single.poles == weeks.poles == len(POLES)
