"""What must hold for the balance of any events (docs/methodology.md, section 10)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.levels import count_stock, over_dimensions, stock
from balance.compute.measures import measures, shift
from tests.unit.balance.compute.strategies import (
    ALIKE,
    FIRST_DAY,
    POLES,
    STOP_DAY,
    events,
    few,
    summed,
    worlds,
)

SAMPLES = np.arange(FIRST_DAY, STOP_DAY + 300, 61)


def measured(found_events, world, days_at, half_life=90.0):
    """Return the measures of the stock, all dimensions alike."""
    sums = summed(found_events, world)
    plus, minus = (
        stock(over_dimensions(x, ALIKE), FIRST_DAY, days_at, half_life)
        for x in (sums.cooperation, sums.conflict)
    )
    begun, ended = (over_dimensions(x, ALIKE) for x in (sums.begun, sums.ended))
    counts = count_stock(begun, ended, FIRST_DAY, days_at, half_life)
    return measures(plus[:-1], minus[:-1], plus[-1], minus[-1], counts[:-1], 10.0)


@few
@given(worlds(), events())
def test_every_measure_stays_in_its_range(world, found):
    point = measured(found, world, SAMPLES)
    known = [reason is None for reason in point.reason]

    np.testing.assert_allclose(point.share[:, known].sum(axis=0), 1, rtol=0, atol=1e-12)
    assert np.isnan(point.share[:, np.logical_not(known)]).all()
    for values, low, high in (
        (point.share, 0, 1),
        (point.friction, 0, 1),
        (point.tone, -1, 1),
        (point.hhi, 1 / len(POLES), 1),
        (point.effective_poles, 1, len(POLES)),
        (point.balance, 0, 1),
        (point.coverage, 0, 1),
    ):
        numbers = values[~np.isnan(values)]
        assert ((low <= numbers) & (numbers <= high)).all()
        assert not np.signbit(numbers[numbers == 0]).any()
    assert (np.abs(point.tone[~np.isnan(point.tone)]) < 1).all()


@few
@given(worlds(), events(largest=1.0), st.sampled_from([0.125, 0.7, 3.0, 10.0]))
def test_scaling_every_intensity_changes_no_share(world, found, factor):
    scaled = [replace(event, intensity=event.intensity * factor) for event in found]
    before, after = measured(found, world, SAMPLES), measured(scaled, world, SAMPLES)

    for name in ("share", "friction", "hhi", "effective_poles", "balance", "coverage"):
        np.testing.assert_allclose(getattr(after, name), getattr(before, name), rtol=1e-9)


@few
@given(worlds(), events(), st.permutations(range(len(POLES))))
def test_permuting_the_poles_permutes_the_answer(world, found, order):
    permuted = replace(world, poles=tuple(POLES[at] for at in order))
    before, after = measured(found, world, SAMPLES), measured(found, permuted, SAMPLES)

    for name in ("share", "friction", "tone"):
        np.testing.assert_allclose(
            getattr(after, name), getattr(before, name)[list(order)], rtol=1e-12
        )
    for name in ("hhi", "effective_poles", "balance", "coverage"):
        np.testing.assert_allclose(
            getattr(after, name), getattr(before, name), rtol=1e-12, atol=1e-12
        )
    assert (after.reason, after.flags) == (before.reason, before.flags)


@few
@given(worlds(), events())
def test_shift_is_a_distance_between_zero_and_one(world, found):
    share = measured(found, world, SAMPLES).share
    moved = shift(share[:, :-1], share[:, 1:])
    known = moved[~np.isnan(moved)]

    assert ((known >= 0) & (known <= 1)).all()
    np.testing.assert_array_equal(moved, shift(share[:, 1:], share[:, :-1]))


@pytest.mark.parametrize("seed", range(5))
def test_levels_that_fade_for_ages_never_break_the_shares(seed):
    faded = np.random.default_rng(seed).random((5, 400)) * np.logspace(2, -330, 400)
    with np.errstate(all="ignore"):
        faded *= np.random.default_rng(seed).random((5, 400)) > 0.3
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        point = measures(faded, faded[::-1], faded[0], faded[1], np.ones((5, 400)), 10.0)

    known = [reason is None for reason in point.reason]
    np.testing.assert_allclose(point.share[:, known].sum(axis=0), 1, rtol=0, atol=1e-12)
    assert np.isfinite(point.effective_poles[known]).all()
