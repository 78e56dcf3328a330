"""Krippendorff's alpha against numbers that others worked out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.agreement import NO_VARIATION, TOO_FEW, Agreement, agreement

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, the example with missing data:
# four observers, twelve units, nominal 0.743, interval 0.849.
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
UNITS = [list(unit) for unit in zip(*OBSERVERS, strict=True)]


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.743), ("interval", 0.849)])
def test_the_published_example(level, alpha):
    assert agreement(UNITS, level).alpha == pytest.approx(alpha, abs=5e-4)


def test_names_are_nominal_whatever_they_are_called():
    names = {1: "CONSULT", 2: ("AZE", "CHN"), 3: "", 4: "AID", 5: (), None: None}
    units = [[names[value] for value in unit] for unit in UNITS]

    assert agreement(units, "nominal").alpha == agreement(UNITS, "nominal").alpha


def test_two_coders_done_by_hand():
    """Three events, one disagreement: observed 2/6, expected 2 * 3 * 3 / (6 * 5)."""
    found = agreement([["a", "a"], ["b", "b"], ["a", "b"]], "nominal")

    assert found.alpha == pytest.approx(1 - (2 / 6) / (18 / 30))


def test_days_count_by_their_distance():
    near = [[739_000, 739_000], [739_100, 739_101], [739_300, 739_300]]
    far = [[739_000, 739_000], [739_100, 739_180], [739_300, 739_300]]

    assert agreement(near, "interval").alpha > 0.99
    assert agreement(far, "interval").alpha < agreement(near, "interval").alpha


@pytest.mark.parametrize(
    ("units", "reason"),
    [
        ([], TOO_FEW),
        ([["a", "a"]], TOO_FEW),
        ([["a", "b"], ["a", None], ["b"]], TOO_FEW),
        ([["a", "a"], ["a", "a"]], NO_VARIATION),
    ],
)
def test_where_nothing_can_be_said_there_is_a_reason(units, reason):
    assert agreement(units, "nominal") == Agreement(None, reason)


def test_other_levels_are_refused():
    with pytest.raises(ValueError, match="ordinal"):
        agreement([], "ordinal")


LEVELS = st.sampled_from(["nominal", "interval"])


@given(st.lists(st.integers(0, 5), min_size=2, max_size=30), LEVELS)
def test_perfect_agreement_is_one(values, level):
    found = agreement([[value, value] for value in values], level)

    alike = len(set(values)) == 1
    assert found == Agreement(None, NO_VARIATION) if alike else found.alpha == pytest.approx(1)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20))
def test_the_order_of_coders_and_events_does_not_matter(pairs):
    found = agreement(pairs, "interval")
    turned = agreement([pair[::-1] for pair in reversed(pairs)], "interval")

    assert found.reason == turned.reason
    assert (found.alpha or 0) == pytest.approx(turned.alpha or 0, abs=1e-9)
    assert found.alpha is None or np.isfinite(found.alpha)
