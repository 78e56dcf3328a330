import math

import numpy as np
import pytest

from balance.compute.resampling import (
    each_event_apart,
    events_by_source,
    poisson_counts,
    seed_of,
)


def test_each_event_is_drawn_as_often_as_it_is_sure():
    clusters = each_event_apart({7: 0.5, 3: 1.0})

    assert clusters.event.tolist() == [3, 7]
    assert clusters.cluster.tolist() == [0, 1]
    assert clusters.rate.tolist() == [1.0, 0.5]


def test_records_of_one_source_are_drawn_together():
    clusters = events_by_source({9: "b.example", 2: "a.example", 5: "b.example"})

    assert clusters.event.tolist() == [2, 5, 9]
    assert clusters.cluster.tolist() == [0, 1, 1]
    assert clusters.rate.tolist() == [1.0, 1.0]


@pytest.mark.parametrize("make", [each_event_apart, events_by_source])
def test_no_events_are_no_clusters(make):
    clusters = make({})

    assert (clusters.event.size, clusters.cluster.size, clusters.rate.size) == (0, 0, 0)
    assert poisson_counts(clusters.rate, seed=1).shape == (0, 1_000)


def test_a_data_version_has_a_seed_of_its_own_for_good():
    assert seed_of("") == 0xE3B0C44298FC1C14  # The beginning of SHA-256 of nothing.
    assert seed_of("a") != seed_of("b")


@pytest.mark.parametrize("rate", [0.0, 0.05, 0.5, 0.99, 1.0])
def test_counts_follow_the_poisson_distribution(rate):
    counts = poisson_counts([rate], seed=3, draws=200_000)[0]

    for value in range(9):
        wanted = math.exp(-rate) * rate**value / math.factorial(value)
        error = 4 * math.sqrt(wanted * (1 - wanted) / counts.size) + 1 / 65_536
        assert abs((counts == value).mean() - wanted) <= error
    assert counts.max() <= 8


def test_rates_do_not_touch_each_other():
    counts = poisson_counts(np.ones(400), seed=3)

    assert abs(np.corrcoef(counts[:20].astype(float)) - np.eye(20)).max() < 0.15
    assert counts.mean() == pytest.approx(1, abs=0.01)
    assert len(np.unique(counts, axis=0)) == 400


def test_the_same_seed_gives_the_same_counts_however_many_rows_follow():
    rates = np.linspace(0, 1, 700)
    counts = poisson_counts(rates, seed=5, draws=13)

    assert counts.shape == (700, 13)
    assert (poisson_counts(rates, seed=5, draws=13) == counts).all()
    assert (poisson_counts(rates[:300], seed=5, draws=13) == counts[:300]).all()
    assert (poisson_counts(rates, seed=6, draws=13) != counts).any()


@pytest.mark.parametrize("rate", [-0.1, 1.1, float("nan")])
def test_a_rate_that_is_no_probability_is_refused(rate):
    with pytest.raises(ValueError, match="rate"):
        poisson_counts([rate], seed=1)
