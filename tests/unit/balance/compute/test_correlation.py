"""Rank correlation: by hand, and what it must not depend on."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from balance.compute.correlation import NoSpread, TooFewPairs, ranks, spearman

whole = st.integers(-50, 50).map(float)
pairs = st.lists(st.tuples(whole, whole), min_size=3, max_size=30)


def of(found):
    one, other = zip(*found, strict=True)
    assume(len(set(one)) > 1)
    assume(len(set(other)) > 1)
    return list(one), list(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param([1, 2, 3], [10, 20, 90], 1.0, id="the same order"),
        pytest.param([1, 2, 3], [5, 4, 1], -1.0, id="the reverse order"),
        # Differences of ranks 1, 1, 0, 1, 1: 1 - 6 * 4 / (5 * 24).
        pytest.param([1, 2, 3, 4, 5], [2, 1, 3, 5, 4], 0.8, id="two swaps"),
        # Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
        pytest.param([1, 7, 7, 9], [1, 2, 3, 4], math.sqrt(0.9), id="a tie has the average rank"),
    ],
)
def test_by_hand(one, other, expected):
    assert spearman(one, other) == pytest.approx(expected, abs=1e-12)


def test_equal_numbers_share_their_rank():
    assert ranks([5, 1, 5, 9]).tolist() == [2.5, 1.0, 2.5, 4.0]


@given(pairs)
def test_it_lies_between_minus_one_and_one_and_is_symmetric(found):
    one, other = of(found)

    assert -1 <= spearman(one, other) <= 1
    assert spearman(one, other) == pytest.approx(spearman(other, one), abs=1e-12)


@given(pairs)
def test_a_rising_map_of_either_list_changes_nothing(found):
    one, other = of(found)

    mapped = spearman([value**3 + 7 * value for value in one], [math.exp(v / 9) for v in other])

    assert mapped == pytest.approx(spearman(one, other), abs=1e-12)


@given(pairs)
def test_a_falling_map_turns_it_round(found):
    one, other = of(found)

    turned = spearman([-value for value in one], other)

    assert turned == pytest.approx(-spearman(one, other), abs=1e-12)


@given(pairs, st.randoms())
def test_the_order_of_the_pairs_changes_nothing(found, random):
    one, other = of(found)

    shuffled = spearman(*of(random.sample(found, len(found))))

    assert shuffled == pytest.approx(spearman(one, other), abs=1e-12)


@given(pairs)
def test_a_list_agrees_with_itself(found):
    one, _other = of(found)

    assert spearman(one, one) == pytest.approx(1, abs=1e-12)


def test_too_few_pairs_are_no_correlation():
    with pytest.raises(TooFewPairs):
        spearman([1, 2], [1, 2])


def test_a_list_without_spread_orders_nothing():
    with pytest.raises(NoSpread):
        spearman([1, 1, 1], [1, 2, 3])


@pytest.mark.parametrize("wrong", [[1.0, 2.0], [1.0, 2.0, math.nan], [1.0, 2.0, math.inf]])
def test_what_cannot_be_paired_is_refused(wrong):
    with pytest.raises(ValueError, match=r"paired|finite"):
        spearman(wrong, [1.0, 2.0, 3.0])
