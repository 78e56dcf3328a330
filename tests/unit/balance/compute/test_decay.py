import numpy as np
import pytest

from balance.compute.decay import check_half_life, lost, remaining, remaining_sum


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        pytest.param(0, 1.0, id="today: all of it"),
        pytest.param(30, 0.5, id="one half-life: half"),
        pytest.param(60, 0.25, id="two half-lives: a quarter"),
        pytest.param(10**9, 0.0, id="long ago: nothing, and no warning"),
    ],
)
def test_an_impact_halves_every_half_life(age, expected):
    assert remaining(age, half_life=30) == expected
    assert lost(age, half_life=30) == pytest.approx(1 - expected, abs=1e-15)


@pytest.mark.parametrize("half_life", [1e-3, 1.0, 365.0, 1e9, 1e300])
@pytest.mark.parametrize(("age", "days"), [(0, 1), (0, 400), (3, 30), (5_000, 2)])
def test_the_closed_form_is_the_sum_of_its_days(half_life, age, days):
    by_day = remaining(np.arange(age, age + days), half_life).sum()

    assert remaining_sum(age, days, half_life) == pytest.approx(by_day, rel=1e-12, abs=1e-300)


def test_what_a_long_half_life_takes_is_not_rounded_away():
    assert lost(1, half_life=1e20) == pytest.approx(np.log(2) * 1e-20, rel=1e-12)


@pytest.mark.parametrize("half_life", [0, -1, float("nan"), float("inf")])
def test_a_half_life_that_nothing_can_fade_by_is_refused(half_life):
    with pytest.raises(ValueError, match="half_life"):
        check_half_life(half_life)
