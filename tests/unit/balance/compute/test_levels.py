import numpy as np
import pytest

from balance.compute.levels import count_flow, count_stock, flow, over_dimensions, stock

FIRST = 1000  # The ordinal of the first day of every array here.


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(FIRST - 1, 0.0, id="the day before: nothing yet"),
        pytest.param(FIRST, 8.0, id="at the end of the day itself: all of it"),
        pytest.param(FIRST + 10, 4.0, id="one half-life later: half"),
        pytest.param(FIRST + 20, 4.0, id="two later: a quarter, and 2 that came today"),
        pytest.param(FIRST + 40, 1.0, id="after the last day it goes on fading"),
        pytest.param(FIRST + 10**7, 0.0, id="in the end nothing is left, without a warning"),
    ],
)
def test_stock_at_the_end_of_a_day(day, expected):
    x = np.zeros(21)
    x[[0, 20]] = 8.0, 2.0

    assert stock(x, FIRST, [day], half_life=10)[0] == pytest.approx(expected, abs=1e-12)


def test_stock_does_not_depend_on_the_days_asked_for_with_it():
    x = np.random.default_rng(7).random((3, 400))
    days = np.arange(FIRST - 5, FIRST + 450)

    every_day = stock(x, FIRST, days, half_life=90)
    now_and_then = stock(x, FIRST, days[::37], half_life=90)

    np.testing.assert_allclose(now_and_then, every_day[:, ::37], rtol=1e-12)


@pytest.mark.parametrize("half_life", [1e-3, 1e9])
def test_extreme_half_lives_forget_at_once_or_never(half_life):
    with np.errstate(all="raise"):
        levels = stock(np.ones(100), FIRST, [FIRST + 9, FIRST + 99], half_life)

    expected = [1, 1] if half_life < 1 else [10, 100]
    np.testing.assert_allclose(levels, expected, rtol=1e-6)


@pytest.mark.parametrize("half_life", [0.0, -1.0, float("nan"), float("inf")])
def test_a_half_life_that_is_none_is_refused(half_life):
    with pytest.raises(ValueError, match="half_life"):
        stock(np.ones(2), FIRST, [FIRST], half_life)
    with pytest.raises(ValueError, match="half_life"):
        count_stock(np.ones(2), np.ones(2), FIRST, [FIRST], half_life)


def test_days_out_of_order_are_refused():
    with pytest.raises(ValueError, match="ascending"):
        stock(np.ones(2), FIRST, [FIRST + 1, FIRST], half_life=10)


def test_no_days_asked_for_are_no_levels():
    assert stock(np.ones((2, 5)), FIRST, [], half_life=10).shape == (2, 0)
    assert flow(np.ones((2, 5)), FIRST, [], []).shape == (2, 0)


def test_an_array_without_days_gives_zeros():
    assert stock(np.ones((2, 0)), FIRST, [FIRST], half_life=10).tolist() == [[0], [0]]
    assert flow(np.ones((2, 0)), FIRST, [FIRST], [FIRST + 1]).tolist() == [[0], [0]]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(FIRST, FIRST + 3, 111.0, id="the whole array"),
        pytest.param(FIRST, FIRST + 1, 1.0, id="the end is the first day out"),
        pytest.param(FIRST + 1, FIRST + 2, 10.0, id="the start is the first day in"),
        pytest.param(FIRST - 9, FIRST + 99, 111.0, id="wider than the array"),
        pytest.param(FIRST + 3, FIRST + 9, 0.0, id="after it"),
        pytest.param(FIRST - 9, FIRST, 0.0, id="before it"),
        pytest.param(FIRST + 1, FIRST + 1, 0.0, id="no day"),
    ],
)
def test_flow_is_the_plain_sum_of_a_period(start, end, expected):
    assert flow(np.array([1.0, 10.0, 100.0]), FIRST, [start], [end]).tolist() == [expected]


def test_a_quiet_period_has_a_flow_of_exactly_zero():
    x = np.zeros(1000)
    x[:500] = 0.1

    assert flow(x, FIRST, [FIRST, FIRST + 500], [FIRST + 500, FIRST + 1000])[1] == 0


# One event on the days 1000 and 1001: begun on 1000, and 1002 is the first day out.
BEGUN = np.array([1.0, 0.0, 0.0, 0.0])
ENDED = np.array([0.0, 0.0, 1.0, 0.0])


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(998, 1000, 0, id="a period that ends before it"),
        pytest.param(998, 1001, 1, id="a period that holds its first day"),
        pytest.param(1001, 1010, 1, id="a period that holds its last day"),
        pytest.param(1001, 1002, 1, id="a period within it"),
        pytest.param(1002, 1010, 0, id="a period that begins on the first day out"),
    ],
)
def test_an_event_counts_in_every_period_it_touches(start, end, expected):
    assert count_flow(BEGUN, ENDED, FIRST, [start], [end]).tolist() == [expected]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(999, 0, id="the day before"),
        pytest.param(1000, 1, id="its first day"),
        pytest.param(1011, 1, id="the first day out is less than five half-lives ago"),
        pytest.param(1012, 0, id="the first day out is five half-lives ago"),
    ],
)
def test_an_event_counts_behind_a_stock_for_five_half_lives(day, expected):
    assert count_stock(BEGUN, ENDED, FIRST, [day], half_life=2).tolist() == [expected]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(1004, 1, id="two days ago: within two and a half"),
        pytest.param(1005, 0, id="three days ago: not"),
    ],
)
def test_five_half_lives_need_not_be_whole_days(day, expected):
    assert count_stock(BEGUN, ENDED, FIRST, [day], half_life=0.5).tolist() == [expected]


@pytest.mark.parametrize(
    ("half_life", "expected"),
    [pytest.param(1e-3, 0, id="brief"), pytest.param(1e300, 1, id="ever")],
)
def test_counting_knows_extreme_half_lives(half_life, expected):
    assert count_stock(BEGUN, ENDED, FIRST, [1003], half_life).tolist() == [expected]


def test_thirds_that_came_and_went_leave_exactly_nothing():
    begun, ended = np.zeros(4000), np.zeros(4000)
    begun[:3000] = 1 / 3 + 1 / 3 + 0.1
    ended[1:3001:2] = 2 * (1 / 3 + 1 / 3)
    ended[2:3001:2] = 0.1 + 0.1

    counts = count_flow(begun, ended, 0, [0, 3500], [15, 4000])

    assert counts.tolist() == [11.5, 0.0]
    assert np.copysign(1, counts[1]) == 1


def test_dimensions_weigh_what_they_are_told_to():
    x = np.arange(12.0).reshape(2, 3, 2)

    assert over_dimensions(x, [1, 1]).tolist() == (x[0] + x[1]).tolist()
    assert over_dimensions(x, [0, 2]).tolist() == (2 * x[1]).tolist()
