from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.impacts import impacts
from balance.compute.levels import over_dimensions, stock
from balance.compute.robustness import (
    cooperation_by_event,
    same_leader,
    same_ranking,
    shares_without_each,
    shares_without_groups,
)
from balance.compute.world import DIMENSIONS
from tests.unit.balance.compute.strategies import (
    FIRST_DAY,
    FOCUS,
    POLES,
    days,
    events,
    few,
    half_lives,
    summed,
    worlds,
)
from tests.unit.balance.compute.streams import impacts_of

NAN = float("nan")
ALIKE = np.ones(len(DIMENSIONS))
DAY = date(2020, 6, 1).toordinal()


@pytest.mark.parametrize(
    ("default", "variant", "leader", "ranking"),
    [
        pytest.param([0.5, 0.3, 0.2], [0.6, 0.3, 0.1], True, True, id="other shares, same order"),
        pytest.param([0.5, 0.3, 0.2], [0.5, 0.2, 0.3], True, False, id="two others change places"),
        pytest.param([0.5, 0.3, 0.2], [0.3, 0.5, 0.2], False, False, id="another leads"),
        pytest.param([0.501, 0.499, 0], [0.499, 0.501, 0], False, False, id="by a hair"),
        pytest.param([0.5, 0.3, 0.2], [0.4, 0.4, 0.2], False, False, id="another catches up"),
        pytest.param([0.5, 0.3, 0.2], [0.6, 0.2, 0.2], True, False, id="two others become alike"),
        pytest.param([0.4, 0.4, 0.2], [0.3, 0.3, 0.4], False, False, id="both leaders overtaken"),
        pytest.param([0.4, 0.4, 0.2], [0.45, 0.45, 0.1], True, True, id="both lead still"),
        pytest.param([0.4, 0.4, 0.2], [0.45, 0.35, 0.2], False, False, id="one leads alone"),
        pytest.param([1, 0, 0], [1, 0, 0], True, True, id="poles with nothing are alike"),
        pytest.param([1, 0, 0], [0.9, 0, 0.1], True, False, id="one of them gets something"),
        pytest.param([0.5, 0.5, 0], [0.5 + 1e-12, 0.5 - 1e-12, 0], True, True, id="rounding"),
        pytest.param([0.5, 0.3, 0.2], [NAN] * 3, False, False, id="the variant is null"),
        pytest.param([NAN] * 3, [0.5, 0.3, 0.2], False, False, id="the default is null"),
        pytest.param([NAN] * 2, [0.5, 0.5], False, False, id="alike, from null"),
        pytest.param([0.5, 0.5], [NAN] * 2, False, False, id="null, from alike"),
        pytest.param([NAN] * 3, [NAN] * 3, False, False, id="both are null"),
        pytest.param([1], [1], True, True, id="one pole"),
    ],
)
def test_what_holds(default, variant, leader, ranking):
    default, variants = np.array(default, dtype=float), np.array([variant, default], dtype=float)
    known = not np.isnan(default).any()

    assert same_leader(default, variants).tolist() == [leader, known]
    assert same_ranking(default, variants).tolist() == [ranking, known]


def test_without_variants_nothing_is_said():
    assert same_leader(np.array([0.5, 0.5]), np.zeros((0, 2))).tolist() == []
    assert same_ranking(np.array([0.5, 0.5]), np.zeros((0, 2))).tolist() == []


def left(found, day=DAY, half_life=10.0, weights=ALIKE):
    event, points = cooperation_by_event(found, 3, day, half_life, weights)
    return dict(zip(event.tolist(), points.tolist(), strict=True))


def test_each_event_has_left_what_has_not_faded():
    found = impacts_of([0, 2], [DAY, DAY - 10], [8.0, 8.0])

    assert left(found) == {0: [8, 0, 0], 1: [0, 0, 4]}


def test_an_event_counts_with_its_days_up_to_the_day():
    found = impacts_of([1], [DAY - 1], [8.0], stop=[DAY + 3])

    assert left(found, half_life=1.0) == {0: [0, 2 + 1, 0]}


def test_an_event_of_several_poles_is_one_row(world, met):
    events = [met("RUS", "TUR", id=5, intensity=6), met("BANK", id=2, on=date(2020, 5, 22))]

    found = left(impacts(events, world, "FOCUS"))

    assert list(found) == [2, 5]  # In the order of time.
    assert found == {2: pytest.approx([0.75, 0, 1.5]), 5: [3, 3, 0]}


def test_events_that_left_nothing_are_no_rows(world, met):
    events = [
        met("RUS", id=1, intensity=-6),
        met("KAZ", id=2),
        met("RUS", id=3, on=date(2020, 6, 2)),
        met("RUS", id=4, dimension="energy"),
        met("RUS", id=5, on=date(1, 1, 1)),
    ]
    weights = [float(name != "energy") for name in DIMENSIONS]

    found = impacts(events, world, "FOCUS")

    assert left(found, weights=weights) == {}
    assert cooperation_by_event(found, 3, DAY, 10.0, weights)[1].shape == (0, 3)


def test_a_half_life_of_zero_is_refused():
    with pytest.raises(ValueError, match="half_life"):
        left(impacts_of([0], [DAY], [8.0]), half_life=0.0)


def test_each_event_is_left_out_in_turn():
    points = np.array([[6.0, 0.0], [2.0, 2.0], [0.0, 4.0]])

    assert shares_without_each(points).tolist() == [[0.25, 0.75], [0.6, 0.4], [0.8, 0.2]]


def test_without_its_only_event_there_is_no_share():
    assert np.isnan(shares_without_each(np.array([[6.0, 0.0]]))).all()
    assert shares_without_each(np.zeros((0, 2))).shape == (0, 2)


def test_a_large_event_does_not_round_away_the_others():
    points = np.array([[1.0, 0.0], [1e17, 0.0], [0.0, 1.0], [0.1, 0.0]])

    assert shares_without_each(points)[1].tolist() == pytest.approx([1.1 / 2.1, 1 / 2.1])
    assert shares_without_each(points)[2].tolist() == [1, 0]


def test_groups_are_left_out_whole():
    points = np.array([[6.0, 0.0], [2.0, 2.0], [0.0, 4.0]])
    groups = np.array([[True, True, False], [False, False, False], [True, True, True]])

    found = shares_without_groups(points, groups)

    assert found[:2].tolist() == [[0, 1], [8 / 14, 6 / 14]]
    assert np.isnan(found[2]).all()
    assert shares_without_groups(points, groups[:0]).shape == (0, 2)


@few
@given(st.lists(st.tuples(*[st.floats(0.001, 1e6)] * 3), min_size=2, max_size=20))
def test_a_group_of_one_is_an_event_left_out(rows):
    points = np.array(rows)

    alone = shares_without_groups(points, np.eye(len(rows), dtype=bool))

    np.testing.assert_allclose(alone, shares_without_each(points), rtol=1e-9)


@few
@given(worlds(), events(), days, half_lives)
def test_what_the_events_left_is_the_stock_and_without_one_it_is_that_of_the_rest(
    world, found, day, half_life
):
    at = FIRST_DAY + day
    weights = np.linspace(0, 2, len(DIMENSIONS))

    def stocks(some):
        x = over_dimensions(summed(some, world).cooperation, weights)[:-1]
        return stock(x, FIRST_DAY, [at], half_life)[:, 0]

    rows = impacts(found, world, FOCUS)
    event, points = cooperation_by_event(rows, len(POLES), at, half_life, weights)
    np.testing.assert_allclose(points.sum(axis=0), stocks(found), rtol=1e-9, atol=1e-200)
    for key, share in zip(event.tolist(), shares_without_each(points), strict=True):
        rest = stocks([other for other in found if other.id != key])
        if rest.sum() > 0:
            np.testing.assert_allclose(share, rest / rest.sum(), rtol=1e-7, atol=1e-12)
        else:
            assert np.isnan(share).all()
