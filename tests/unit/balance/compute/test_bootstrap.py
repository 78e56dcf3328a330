import tracemalloc

import numpy as np
import pytest

from balance.compute import bootstrap
from balance.compute.arrivals import arrivals, weekly_arrivals
from balance.compute.bootstrap import intervals
from balance.compute.measures import measures
from balance.compute.resampling import each_event_apart, poisson_counts
from tests.unit.balance.compute.streams import (
    ALIKE,
    KAPPA,
    impacts_of,
    measured,
    pointwise,
    stream,
)

NAMES = ("share", "friction", "tone", "balance", "effective_poles", "lead")
DAY = 100


def one_day(pole, points, confidence=None, poles=3):
    """Measure events of one day."""
    found = impacts_of(pole, [DAY] * len(pole), points)
    sure = dict(enumerate(confidence)) if confidence else None
    return measured(found, [DAY], [DAY + 1], poles=poles, confidence=sure)


def mixed(events=300, seed=4, poles=4):
    """Return cooperation and conflict over three years, some events lasting months."""
    rng = np.random.default_rng(seed)
    first = np.sort(rng.integers(1, 1000, events))
    return impacts_of(
        rng.integers(0, poles + 1, events),
        first,
        rng.uniform(-4, 9, events),
        stop=first + rng.choice([1, 1, 30, 200], events),
    )


@pytest.mark.parametrize("half_life", [None, 90.0])
def test_intervals_are_the_percentiles_of_a_thousand_balances(half_life):
    """Compute every draw's balance by itself, and take numpy's percentiles of the thousand."""
    found, ends = mixed(), np.array([300, 600, 900])
    sure = {key: 0.5 + 0.5 * (key % 2) for key in found.event.tolist()}
    clusters = each_event_apart(sure)
    counts = poisson_counts(clusters.rate, seed=7).astype(float)
    starts = np.array([1, 300, 600])
    last = ends[:, np.newaxis, np.newaxis] - 1
    day = np.arange(found.stop.max())[:, np.newaxis]
    lies = (found.first <= day) & (day < found.stop) & (day <= last)
    if half_life is None:
        per_event = (lies & (day >= starts[:, np.newaxis, np.newaxis])).sum(axis=1)
    else:
        per_event = (lies * 2.0 ** (-np.maximum(last - day, 0) / half_life)).sum(axis=1)
    one = per_event / clusters.rate
    draws = []
    for count in counts.T:
        plus, minus = (
            np.stack([(one * count * x * (found.pole == pole)).sum(axis=1) for pole in range(4)])
            for x in (found.cooperation, found.conflict)
        )
        draws.append(measures(plus, minus, plus[0], minus[0], plus, KAPPA))

    point, interval = measured(found, starts, ends, half_life, 4, sure, seed=7)

    for name in ("share", "friction", "tone", "balance", "effective_poles"):
        values = np.stack([getattr(draw, name) for draw in draws])
        wanted = np.nanpercentile(values, [5, 95], axis=0)
        if name in ("balance", "effective_poles"):
            wanted += getattr(point, name) - np.nanmean(values, axis=0)
            least, most = (0, 1) if name == "balance" else (1, 4)
            wanted = wanted.clip(least, most)
        np.testing.assert_allclose(getattr(interval, name), wanted, rtol=1e-9)
    shares = np.stack([draw.share for draw in draws])
    leads = [(shares.argmax(axis=1) == pole).mean(axis=0) for pole in range(4)]
    np.testing.assert_allclose(interval.lead, leads, rtol=1e-12)


def test_a_share_lies_inside_its_interval():
    point, interval = measured(stream(400, seed=1), [1], [1001])
    low, high = interval.share

    assert ((low < point.share) & (point.share < high)).all()
    assert (interval.balance[0] < point.balance).all()
    assert (point.balance < interval.balance[1]).all()


def test_the_same_seed_gives_the_same_interval():
    first, again, another = (
        measured(mixed(), [1, 400], [400, 900], 365.0, 4, seed=seed)[1] for seed in (1, 1, 2)
    )

    for name in NAMES:
        assert getattr(first, name).tobytes() == getattr(again, name).tobytes()
    assert (first.share != another.share).any()


@pytest.mark.parametrize("half_life", [None, 90.0])
def test_permuting_the_poles_permutes_the_intervals(half_life):
    order = np.array([2, 0, 3, 1])
    found = mixed()
    place = np.append(np.argsort(order), 4)  # OTHER stays the last.
    permuted = impacts_of(
        place[found.pole],
        found.first,
        (found.cooperation - found.conflict) * (found.stop - found.first),
        stop=found.stop,
    )
    span = [1, 400], [400, 900], half_life, 4
    before, after = measured(found, *span)[1], measured(permuted, *span)[1]

    for name in ("share", "friction", "tone"):
        np.testing.assert_allclose(getattr(after, name), getattr(before, name)[:, order])
    np.testing.assert_allclose(after.lead, before.lead[order])
    np.testing.assert_allclose(after.balance, before.balance)
    np.testing.assert_allclose(after.effective_poles, before.effective_poles)


def test_a_day_has_one_interval_whatever_the_period_around_it():
    found = mixed()
    monthly = measured(found, range(1, 930, 30), range(31, 960, 30), 365.0, 4)[1]
    daily = measured(found, range(800, 950), range(801, 951), 365.0, 4)[1]

    for name in NAMES:
        of_month, of_day = getattr(monthly, name)[..., -1], getattr(daily, name)[..., 130]
        np.testing.assert_allclose(of_month, of_day, rtol=1e-9)


def test_blocks_leave_no_trace(monkeypatch):
    span = range(1, 900, 9), range(10, 909, 9), 365.0, 4
    at_once = measured(mixed(), *span)[1]
    monkeypatch.setattr(bootstrap, "_BLOCK", 7)
    in_blocks = measured(mixed(), *span)[1]
    monkeypatch.setattr(bootstrap, "_ROWS", 3)
    in_rows = measured(mixed(), *span)[1]

    for name in NAMES:
        assert getattr(at_once, name).tobytes() == getattr(in_blocks, name).tobytes()
        np.testing.assert_allclose(getattr(in_rows, name), getattr(at_once, name), rtol=1e-9)


def test_more_periods_take_hardly_more_memory():
    def peak(periods):
        tracemalloc.start()
        measured(mixed(), range(1, periods + 1), range(2, periods + 2), 365.0, 4)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(960) < 1.5 * peak(96)


def test_one_certain_event_is_the_whole_share_in_the_draws_that_have_it():
    _point, interval = one_day([0], [8.0])

    assert interval.share[:, :, 0].tolist() == [[1, 0, 0], [1, 0, 0]]
    assert interval.effective_poles[:, 0].tolist() == [1, 1]
    assert interval.lead[:, 0].tolist() == [1, 0, 0]
    assert interval.tone[0, 0, 0] == pytest.approx(8 / 18)  # Drawn once, or more often:
    assert interval.tone[1, 0, 0] > 16 / 26
    assert np.isnan(interval.friction).all()


def test_a_value_in_fewer_than_half_of_the_draws_has_no_interval():
    """An event of confidence 0.5 is in 1 - exp(-0.5) = 39 % of the draws, one of 1 in 63 %."""
    point, interval = one_day([0], [8.0], confidence=[0.5])

    assert point.share[:, 0].tolist() == [1, 0, 0]
    for name in NAMES:
        assert np.isnan(getattr(interval, name)).all()


def test_each_measure_has_draws_of_its_own():
    _point, interval = one_day([0, 1, 2], [8.0, 3.0, -3.0], confidence=[1, 0.5, 0.5])

    assert np.isnan(interval.tone[0, :, 0]).tolist() == [False, True, True]
    assert not np.isnan(interval.share).any()
    assert np.isnan(interval.friction).all()


def test_nothing_has_no_interval():
    _point, interval = one_day([], [])

    for name in NAMES:
        assert np.isnan(getattr(interval, name)).all()


def test_a_null_has_no_interval_whatever_was_drawn():
    found = impacts_of([0, 1], [DAY, DAY], [8.0, 8.0])
    span = {"starts": np.array([DAY]), "ends": np.array([DAY + 1]), "half_life": None}
    clusters = each_event_apart({0: 1.0, 1: 1.0})
    arrived = arrivals(found, clusters, poles=2, dimension_weights=ALIKE, **span)
    null = measures(*np.zeros((2, 2, 1)), *np.zeros((2, 1)), np.zeros((2, 1)), KAPPA)
    interval = intervals(arrived, null, KAPPA, seed=1)

    for name in NAMES:
        assert np.isnan(getattr(interval, name)).all()


@pytest.mark.parametrize(
    ("pole", "points"),
    [
        pytest.param([0, 1, 2], [3.0, 3.0, 2.0], id="in one piece each"),
        pytest.param([0, 1, 1, 2], [0.3, 0.1, 0.2, 0.2], id="in two, whose sum is rounded"),
    ],
)
def test_poles_that_share_every_event_lead_together(pole, points):
    found = impacts_of(pole, [DAY] * len(pole), points)
    found.event[:-1] = 0  # One event with two partners; the last is another's.
    sure = dict.fromkeys(found.event.tolist(), 1.0)
    _point, interval = measured(found, [DAY], [DAY + 1], poles=3, confidence=sure)
    first, second, third = interval.lead[:, 0]

    assert first == second > 0
    assert first + second + third == pytest.approx(1)


def test_the_lead_is_certain_only_with_enough_events():
    few = one_day([0, 0, 1], [5.0] * 3)[1].lead[:, 0]
    many = one_day([0] * 80 + [1] * 40, [5.0] * 120)[1].lead[:, 0]

    assert 0.5 < few[0] < 0.9
    assert many[0] > 0.99


def test_balance_is_moved_to_where_resampling_would_have_left_it():
    """Four events of four poles are as balanced as can be, and no draw is more so."""
    point, interval = one_day([0, 1, 2, 3], [5.0] * 4, poles=4)

    assert (point.balance[0], point.effective_poles[0]) == pytest.approx((1, 4))
    assert (interval.balance[1, 0], interval.effective_poles[1, 0]) == (1, 4)
    assert 0 < interval.balance[0, 0] < 1


def test_one_pole_cannot_balance():
    _point, interval = one_day([0] * 9, [5.0] * 9, poles=1)

    assert np.isnan(interval.balance).all()
    assert interval.effective_poles[:, 0].tolist() == [1, 1]
    assert interval.share[:, 0, 0].tolist() == [1, 1]


@pytest.mark.parametrize("half_life", [None, 365.0])
def test_less_certain_events_make_wider_intervals(half_life):
    def width(confidence):
        found = stream(400, seed=3)
        sure = dict.fromkeys(found.event.tolist(), confidence)
        low, high = measured(found, [1], [1001], half_life, confidence=sure)[1].share
        return (high - low).mean()

    assert width(0.25) == pytest.approx(2 * width(1.0), rel=0.1)  # The root of four times fewer.


def test_weeks_and_events_that_come_one_a_week_have_intervals_alike():
    found = stream(400, seed=3)
    found.first[:] = 7 * np.arange(400) + 1  # Mondays.
    found.stop[:] = found.first + 1
    starts, ends = np.array([1]), np.array([2801])
    x = np.zeros((2, 5, 2800))
    x[0, found.pole, found.first - 1] = found.cooperation
    arrived = weekly_arrivals(*x, 1, starts=starts, ends=ends, half_life=None)
    weekly = intervals(arrived, pointwise(arrived), KAPPA, seed=2)
    single = measured(found, starts, ends)[1]

    np.testing.assert_allclose(weekly.share, single.share, atol=0.02)


def test_what_has_almost_faded_still_has_intervals():
    found = impacts_of([0, 1] * 20, range(1, 41), [5.0] * 40)
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        _point, interval = measured(found, [DAY, 9_000], [9_000, 9_001], 9.0, poles=2)

    np.testing.assert_allclose(interval.share[..., 0], interval.share[..., 1], rtol=1e-6)
    assert (interval.share[1] > interval.share[0]).all()
