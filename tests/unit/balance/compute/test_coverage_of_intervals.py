"""How often the 90 % interval holds the truth (docs/methodology.md, sections 5.4 and 10)."""

import numpy as np
import pytest

from tests.unit.balance.compute.streams import SHARES, measured, stream

RUNS = 200


def coverage(events, half_life):
    """Return, per pole, the part of the runs in which the interval holds the true share."""
    held = np.zeros(len(SHARES))
    for run in range(RUNS):
        found = stream(events, seed=run)
        low, high = measured(found, [1], [1001], half_life, seed=run)[1].share[..., 0]
        held += (low <= SHARES) & (np.array(SHARES) <= high)
    return held / RUNS


@pytest.mark.parametrize("half_life", [None, 365.0])
def test_400_events_cover_the_truth_in_nine_of_ten_runs(half_life):
    covered = coverage(400, half_life)

    assert ((covered >= 0.85) & (covered <= 0.95)).all()


@pytest.mark.parametrize(
    ("events", "mean"), [pytest.param(30, 0.87, id="30"), pytest.param(60, 0.88, id="60")]
)
def test_few_events_cover_it_a_little_less_often_as_the_documentation_says(events, mean):
    assert coverage(events, None).mean() == pytest.approx(mean, abs=0.02)
