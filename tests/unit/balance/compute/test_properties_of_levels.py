"""What must hold for levels, counts and contributions (docs/methodology.md, section 10)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.daily import daily
from balance.compute.explain import contributions, level
from balance.compute.impacts import impacts
from balance.compute.levels import count_flow, count_stock, flow, over_dimensions, stock
from balance.compute.world import (
    DIMENSIONS,
)
from tests.unit.balance.compute.strategies import (
    ALIKE,
    FIRST_DAY,
    FOCUS,
    POLES,
    STOP_DAY,
    days,
    events,
    few,
    half_lives,
    summed,
    worlds,
)


def by_recursion(x, half_life):
    """Return C(t) = C(t-1) 2^(-1/h) + x(t), day by day."""
    levels, last = [], np.zeros(x.shape[:-1])
    for day in range(x.shape[-1]):
        last = last * 2 ** (-1 / half_life) + x[..., day]
        levels.append(last)
    return np.stack(levels, axis=-1)


@few
@given(worlds(), events(), half_lives, st.sets(days, min_size=1, max_size=20))
def test_stock_is_the_recursion_and_the_direct_sum(world, found, half_life, asked):
    rows = impacts(found, world, FOCUS)
    sums = daily(rows, FIRST_DAY, STOP_DAY, poles=len(POLES))
    x, at = over_dimensions(sums.cooperation, ALIKE), sorted(asked)

    levels = stock(x, FIRST_DAY, FIRST_DAY + np.array(at), half_life)

    np.testing.assert_allclose(levels, by_recursion(x, half_life)[..., at], rtol=1e-9, atol=1e-200)
    for column, day in enumerate(at):
        for pole in range(len(POLES) + 1):
            direct = level(rows, pole, FIRST_DAY + day, half_life, ALIKE).cooperation
            assert levels[pole, column] == pytest.approx(direct, rel=1e-9, abs=1e-200)


@few
@given(worlds(), events(), st.lists(st.tuples(days, days).map(sorted), min_size=1, max_size=9))
def test_flow_is_the_sum_of_its_days(world, found, spans):
    x = over_dimensions(summed(found, world).cooperation, ALIKE)
    starts, ends = np.array(spans).T

    sums = flow(x, FIRST_DAY, FIRST_DAY + starts, FIRST_DAY + ends)

    naive = np.stack([x[:, a:b].sum(axis=1) for a, b in spans], axis=-1)
    np.testing.assert_allclose(sums, naive, rtol=1e-12)


@few
@given(worlds(), events(), days, st.integers(1, 400), half_lives)
def test_counts_are_the_events_counted_one_by_one(world, found, first, length, half_life):
    start, end = FIRST_DAY + first, FIRST_DAY + first + length
    rows = impacts(found, world, FOCUS)
    sums = summed(found, world)
    begun, ended = (over_dimensions(x, ALIKE) for x in (sums.begun, sums.ended))
    counts = rows.counts

    def added(touches):
        parts = np.where(touches, counts.share, 0)
        return np.bincount(counts.pole, parts, minlength=len(POLES) + 1)

    in_flow = added((counts.begun < end) & (counts.ended > start))
    in_stock = added((counts.begun <= start) & (counts.ended > start - 5 * half_life))
    by_flow = count_flow(begun, ended, FIRST_DAY, [start], [end])[:, 0]
    by_stock = count_stock(begun, ended, FIRST_DAY, [start], half_life)[:, 0]

    np.testing.assert_allclose(by_flow, in_flow, rtol=0, atol=2e-9)
    np.testing.assert_allclose(by_stock, in_stock, rtol=0, atol=2e-9)
    assert by_flow[in_flow == 0].tolist() == [0] * int((in_flow == 0).sum())


@few
@given(worlds(), events(), st.tuples(days, days).map(sorted), half_lives)
def test_contributions_sum_to_the_difference(world, found, span, half_life):
    rows = impacts(found, world, FOCUS)
    from_day, to_day = (FIRST_DAY + day for day in span)
    sums = daily(rows, FIRST_DAY, STOP_DAY, poles=len(POLES))
    weights = np.linspace(0, 2, len(DIMENSIONS))

    for pole in range(len(POLES) + 1):
        parts = contributions(rows, pole, from_day, to_day, half_life, weights)
        for name in ("cooperation", "conflict"):
            x = over_dimensions(getattr(sums, name), weights)[pole]
            before, after = stock(x, FIRST_DAY, [from_day, to_day], half_life)
            assert getattr(parts, name).sum() == pytest.approx(after - before, abs=1e-9)
            assert getattr(parts.before, name) == pytest.approx(before, abs=1e-9)
            assert getattr(parts.after, name) == pytest.approx(after, abs=1e-9)
            signs = np.where(np.array(parts.part) == "arrived", 1, -1)
            assert (getattr(parts, name) * signs >= 0).all()
        assert len(set(zip(parts.event.tolist(), parts.part, strict=True))) == parts.event.size
