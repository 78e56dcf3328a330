from datetime import date
from itertools import pairwise

import pytest

from balance.compute.periods import STEPS, EmptySpan, UnknownStep, count_periods, periods


def as_dates(arrays):
    starts, ends = arrays
    return [
        (date.fromordinal(start), date.fromordinal(end))
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]


@pytest.mark.parametrize(
    ("step", "inner_edges"),
    [
        pytest.param("day", [date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1)], id="days"),
        pytest.param("week", [date(2024, 12, 30)], id="weeks begin on Mondays, across years"),
        pytest.param("month", [date(2025, 1, 1)], id="months"),
        pytest.param("quarter", [date(2025, 1, 1)], id="quarters"),
        pytest.param("year", [date(2025, 1, 1)], id="years"),
    ],
)
def test_periods_follow_the_calendar_and_are_cut_to_the_span(step, inner_edges):
    start, end = date(2024, 12, 29), date(2025, 1, 2)
    edges = [start, *inner_edges, end]

    assert as_dates(periods(start, end, step)) == list(pairwise(edges))


def test_whole_quarters():
    assert as_dates(periods(date(2024, 1, 1), date(2024, 7, 1), "quarter")) == [
        (date(2024, 1, 1), date(2024, 4, 1)),
        (date(2024, 4, 1), date(2024, 7, 1)),
    ]


def test_february_of_a_leap_year_has_29_days():
    starts, ends = periods(date(2024, 2, 1), date(2024, 3, 1), "month")

    assert (ends - starts).tolist() == [29]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(date(2023, 11, 17), date(2026, 3, 5), id="some years"),
        pytest.param(date(2024, 5, 5), date(2024, 5, 6), id="one day"),
        pytest.param(date(9998, 12, 31), date(9999, 12, 31), id="the end of the calendar"),
        pytest.param(date(1, 1, 1), date(1, 3, 1), id="the beginning of the calendar"),
    ],
)
def test_periods_tile_the_span_and_are_as_many_as_counted(step, start, end):
    starts, ends = periods(start, end, step)

    assert starts.size == count_periods(start, end, step)
    assert (starts[0], ends[-1]) == (start.toordinal(), end.toordinal())
    assert (starts[1:] == ends[:-1]).all()
    assert (starts < ends).all()


def test_counting_a_calendar_of_days_makes_none():
    assert count_periods(date(1, 1, 1), date(9999, 12, 31), "day") == 3_652_058


@pytest.mark.parametrize("end", [date(2024, 1, 1), date(2023, 1, 1)])
def test_an_empty_span_is_refused(end):
    with pytest.raises(EmptySpan):
        periods(date(2024, 1, 1), end, "day")


def test_an_unknown_step_is_refused():
    with pytest.raises(UnknownStep, match="decade"):
        count_periods(date(2024, 1, 1), date(2025, 1, 1), "decade")
