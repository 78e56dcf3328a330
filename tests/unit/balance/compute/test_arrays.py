import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.arrays import runs


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([], [], id="no days"),
        pytest.param([0.0, 0.0], [], id="days of nothing"),
        pytest.param([0.0, 2.0, 2.0, 1.0, 0.0, 2.0], [[1, 2, 2], [3, 1, 1], [5, 1, 2]], id="runs"),
        pytest.param([3.0, 3.0], [[0, 2, 3]], id="from end to end"),
    ],
)
def test_runs_of_the_same_number(values, expected):
    assert runs(np.array(values)) == expected


@given(st.lists(st.sampled_from([0.0, 0.1, 0.1 + 2**-60, 5.0]), max_size=50))
def test_runs_give_every_number_back(values):
    again = np.zeros(len(values))
    for first, length, number in runs(np.array(values)):
        again[first : first + length] = number

    assert again.tolist() == values
