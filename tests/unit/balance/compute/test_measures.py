import math

import numpy as np
import pytest

from balance.compute.measures import measures, shift, tilt


def measured(cooperation, conflict=None, *, other=(0.0, 0.0), counts=None, kappa=10.0):
    """Measure one point."""
    poles = len(cooperation)
    column = [
        np.asarray(values, dtype=float).reshape(poles, 1)
        for values in (cooperation, conflict or [0] * poles, counts or [9] * poles)
    ]
    return measures(
        column[0], column[1], np.array([other[0]]), np.array([other[1]]), column[2], kappa
    )


def test_shares_are_parts_of_the_cooperation():
    point = measured([6, 2, 0])

    assert point.share[:, 0].tolist() == [0.75, 0.25, 0]
    assert point.hhi[0] == 0.625
    assert point.reason == [None]


def test_conflict_does_not_move_the_shares():
    assert measured([6, 2], [90, 0]).share.tolist() == measured([6, 2]).share.tolist()


def test_friction_is_parts_of_the_conflict():
    assert measured([1, 1, 1], [3, 1, 0]).friction[:, 0].tolist() == [0.75, 0.25, 0]


@pytest.mark.parametrize(
    ("plus", "minus", "expected"),
    [
        pytest.param(10, 0, 0.5, id="kappa points of cooperation: half way up"),
        pytest.param(0, 10, -0.5, id="kappa points of conflict: half way down"),
        pytest.param(5, 5, 0.0, id="as much of both: zero"),
        pytest.param(0, 0, math.nan, id="neither: null"),
    ],
)
def test_tone(plus, minus, expected):
    assert measured([plus, 1], [minus, 0]).tone[0, 0] == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("cooperation", "effective", "balance"),
    [
        pytest.param([3, 3, 3, 3], 4, 1, id="all alike"),
        pytest.param([3, 3, 0, 0], 2, 0.5, id="two of four alike"),
        pytest.param([3, 0, 0, 0], 1, 0, id="one alone"),
    ],
)
def test_effective_poles_and_balance(cooperation, effective, balance):
    point = measured(cooperation)

    assert point.effective_poles[0] == pytest.approx(effective, abs=1e-12)
    assert point.balance[0] == pytest.approx(balance, abs=1e-12)


@pytest.mark.parametrize("poles", range(1, 12))
def test_rounding_never_leaves_the_ranges(poles):
    point = measured([0.1] * poles)

    assert 1 <= point.effective_poles[0] <= poles
    assert 1 / poles <= point.hhi[0] <= 1
    assert poles == 1 or 0 <= point.balance[0] <= 1


@pytest.mark.parametrize(
    "zero",
    [
        pytest.param(measured([3, 3], [3, 0]).tone[0, 0], id="tone, as much of both"),
        pytest.param(measured([0, 3], [5e-324, 0]).tone[0, 0], id="tone, almost nothing"),
        pytest.param(measured([5, 0]).balance[0], id="balance"),
        pytest.param(tilt(np.zeros(1), np.full(1, 5e-324), 10.0)[0], id="tilt"),
    ],
)
def test_zero_has_no_minus(zero):
    assert (zero, math.copysign(1, zero)) == (0, 1)


@pytest.mark.parametrize(
    ("cooperation", "conflict", "reason", "friction_reason"),
    [
        pytest.param([0, 0], [0, 0], "no_data", "no_data", id="nothing happened"),
        pytest.param([0, 0], [2, 0], "only_conflict", None, id="only conflict"),
        pytest.param([2, 0], [0, 0], None, "no_conflict", id="no conflict"),
        pytest.param([2, 0], [0, 2], None, None, id="both"),
    ],
)
def test_a_null_says_why(cooperation, conflict, reason, friction_reason):
    point = measured(cooperation, conflict)

    assert point.reason == point.balance_reason == [reason]
    assert point.friction_reason == [friction_reason]
    assert np.isnan([point.hhi[0], point.effective_poles[0], point.balance[0]]).tolist() == (
        [reason is not None] * 3
    )
    assert np.isnan(point.share[:, 0]).tolist() == [reason is not None] * 2
    assert np.isnan(point.friction[:, 0]).tolist() == [friction_reason is not None] * 2


def test_a_pole_without_anything_has_no_tone_for_a_reason_of_its_own():
    assert measured([1, 0, 0], [0, 1, 0]).tone_reason == [[None], [None], ["no_data"]]


def test_one_pole_cannot_balance():
    point = measured([4])

    assert point.balance_reason == ["one_pole_scheme"]
    assert math.isnan(point.balance[0])
    assert (point.share[0, 0], point.hhi[0], point.effective_poles[0]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("cooperation", "other", "coverage", "reason"),
    [
        pytest.param([3, 0], (1, 0), 0.75, None, id="a quarter is OTHER's"),
        pytest.param([0, 0], (1, 0), 0.0, None, id="all is OTHER's: zero, not null"),
        pytest.param([0, 0], (0, 0), math.nan, "no_data", id="nothing at all"),
        pytest.param([0, 0], (0, 1), math.nan, "only_conflict", id="only conflict, with OTHER"),
    ],
)
def test_coverage(cooperation, other, coverage, reason):
    point = measured(cooperation, other=other)

    assert point.coverage[0] == pytest.approx(coverage, nan_ok=True)
    assert point.coverage_reason == [reason]


@pytest.mark.parametrize(
    ("cooperation", "counts", "flags"),
    [
        pytest.param([5, 5], [2, 3], (), id="enough of everything"),
        pytest.param([5, 5], [2, 2.9], ("thin",), id="under five events"),
        pytest.param([5, 4.9], [2, 3], ("thin",), id="under kappa points"),
        pytest.param([10, 0], [5, 0], ("single_pole",), id="one pole alone"),
        pytest.param([1, 0], [1, 0], ("thin", "single_pole"), id="one pole alone, and thin"),
        pytest.param([0, 0], [0, 0], ("thin",), id="nothing is thin too"),
    ],
)
def test_flags(cooperation, counts, flags):
    assert measured(cooperation, counts=counts).flags == [flags]


def test_conflict_keeps_a_point_from_being_thin():
    assert measured([1, 1], [8, 0], counts=[4, 1]).flags == [()]


def test_rounded_counts_of_five_events_are_five_events():
    assert measured([9, 9, 9, 9], counts=[1.333333333] * 3 + [1]).flags == [()]


@pytest.mark.parametrize("tiny", [5e-324, 3e-320, 1e-300])
def test_what_has_almost_decayed_still_makes_shares(tiny):
    with np.errstate(all="raise"):
        point = measured([tiny, tiny, 0], [tiny, 0, 0])

    assert point.share[:, 0].tolist() == [0.5, 0.5, 0]
    assert point.effective_poles[0] == pytest.approx(2)
    assert point.friction[:, 0].tolist() == [1, 0, 0]
    assert np.isfinite(point.tone[:2, 0]).all()


@pytest.mark.parametrize("wrong", [-1.0, math.nan, math.inf])
def test_a_level_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError, match="level"):
        measured([wrong, 1])


def test_a_kappa_of_zero_is_refused():
    with pytest.raises(ValueError, match="kappa"):
        measured([1, 1], kappa=0)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(10, 0, 0.5, id="all with A"),
        pytest.param(0, 10, -0.5, id="all with B"),
        pytest.param(7, 7, 0.0, id="alike"),
        pytest.param(0, 0, math.nan, id="neither: null"),
    ],
)
def test_tilt(a, b, expected):
    assert tilt(np.array([a]), np.array([b]), 10.0)[0] == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([1, 0], [1, 0], 0.0, id="nothing moved"),
        pytest.param([1, 0], [0, 1], 1.0, id="everything moved"),
        pytest.param([0.5, 0.5], [0.75, 0.25], 0.25, id="a quarter moved"),
        pytest.param([math.nan, math.nan], [1, 0], math.nan, id="from null: null"),
    ],
)
def test_shift(before, after, expected):
    assert shift(np.array(before), np.array(after)) == pytest.approx(expected, nan_ok=True)
