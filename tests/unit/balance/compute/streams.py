"""Streams of events with known shares, as impacts, for what only statistics can check."""

import numpy as np

from balance.compute.arrivals import arrivals
from balance.compute.bootstrap import intervals
from balance.compute.impacts import Counts, Impacts
from balance.compute.measures import measures
from balance.compute.resampling import each_event_apart
from balance.compute.world import DIMENSIONS

SHARES = (0.3, 0.25, 0.2, 0.15, 0.1)
ALIKE = np.ones(len(DIMENSIONS))
KAPPA = 10.0


def impacts_of(pole, first, points, stop=None, dimension=None):
    """Return the impacts of events of one pole each; conflict is negative."""
    pole, first = (np.array(values, dtype=np.int64) for values in (pole, first))
    points = np.array(points, dtype=np.float64)
    stop = first + 1 if stop is None else np.array(stop)
    dimension = np.zeros(pole.size, dtype=np.int64) if dimension is None else dimension
    event = np.arange(pole.size)
    per_day = points / (stop - first)
    return Impacts(
        event=event,
        pole=pole,
        dimension=dimension,
        first=first,
        stop=stop,
        cooperation=np.maximum(per_day, 0.0),
        conflict=np.maximum(-per_day, 0.0),
        counts=Counts(event, pole, dimension, first, stop, np.ones(pole.size)),
    )


def stream(events, seed, days=1000):
    """Return cooperation at random with the shares SHARES, in the order of time."""
    rng = np.random.default_rng(seed)
    first = np.sort(rng.integers(1, days + 1, events))
    pole = rng.choice(len(SHARES), events, p=SHARES)
    return impacts_of(pole, first, rng.uniform(1, 8, events))


def measured(found, starts, ends, half_life=None, poles=5, confidence=None, seed=1):
    """Return the measures of the periods and their intervals, from single events."""
    starts, ends = np.asarray(starts), np.asarray(ends)
    clusters = each_event_apart(confidence or dict.fromkeys(found.event.tolist(), 1.0))
    arrived = arrivals(
        found,
        clusters,
        poles=poles,
        dimension_weights=ALIKE,
        starts=starts,
        ends=ends,
        half_life=half_life,
    )
    point = pointwise(arrived)
    return point, intervals(arrived, point, KAPPA, seed)


def expected(arrived):
    """Return the levels that arrivals amount to, each cluster counting as often as on average."""
    levels = np.zeros((2 * arrived.poles, arrived.ends.size))
    weighed = arrived.amount * arrived.rate[arrived.cluster]
    np.add.at(levels, (arrived.column, arrived.period), weighed)
    if arrived.half_life is not None:
        for at in range(1, arrived.ends.size):
            days = arrived.ends[at] - arrived.ends[at - 1]
            levels[:, at] += levels[:, at - 1] * 2.0 ** (-days / arrived.half_life)
    return levels


def pointwise(arrived):
    plus, minus = np.split(expected(arrived), 2)
    none = np.zeros(arrived.ends.size)
    return measures(plus, minus, none, none, np.ones_like(plus), KAPPA)
