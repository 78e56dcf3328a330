"""Rungs over time: the highest in force, whatever the order in which ties are listed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.ladders import FIRST, LAST, Step, gaps, overlap, steps

spans = st.tuples(st.integers(1, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))
rungs = st.lists(st.tuples(spans, st.integers(1, 5)), max_size=8)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param([], [], id="nothing holds"),
        pytest.param([((3, 9), 2)], [Step(3, 9, 2)], id="one rung"),
        pytest.param(
            [((1, 9), 1), ((4, 6), 3)],
            [Step(1, 4, 1), Step(4, 6, 3), Step(6, 9, 1)],
            id="up and down again",
        ),
        pytest.param([((1, 5), 2), ((5, 9), 2)], [Step(1, 9, 2)], id="one follows its like"),
        pytest.param([((1, 3), 2), ((5, 9), 2)], [Step(1, 3, 2), Step(5, 9, 2)], id="a gap"),
        pytest.param([((FIRST, LAST), 5)], [Step(FIRST, LAST, 5)], id="start not stated, lasts"),
    ],
)
def test_steps_are_the_highest_rung_in_force(held, expected):
    assert steps(held) == expected


@given(rungs, st.integers(0, 90))
def test_on_any_day_the_step_is_the_largest_rank_that_holds(held, day):
    expected = max((rank for (start, end), rank in held if start <= day < end), default=None)

    found = [step.rank for step in steps(held) if step.start <= day < step.end]

    assert found == ([] if expected is None else [expected])


@given(rungs, st.randoms())
def test_the_order_of_the_ties_changes_nothing(held, random):
    shuffled = random.sample(held, len(held))

    assert steps(shuffled) == steps(held)


@given(rungs)
def test_neighbouring_steps_differ(held):
    found = steps(held)

    for before, after in itertools.pairwise(found):
        assert before.end < after.start or before.rank != after.rank


@given(st.lists(spans, max_size=6), st.integers(0, 90))
def test_a_day_is_in_a_gap_exactly_when_no_span_covers_it(covered, day):
    in_gap = any(start <= day < end for start, end in gaps(covered))

    assert in_gap != any(start <= day < end for start, end in covered)


def test_spans_that_only_touch_share_no_day():
    assert overlap((1, 4), (4, 9)) is None
    assert overlap((1, 5), (4, 9)) == (4, 5)
