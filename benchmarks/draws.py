"""Intervals of many made-up events: the arithmetic alone, without the site."""

from datetime import date

import numpy as np

from balance.compute.arrays import Floats
from balance.compute.arrivals import arrivals
from balance.compute.bootstrap import intervals
from balance.compute.impacts import Counts, Impacts
from balance.compute.measures import Measures, measures
from balance.compute.periods import periods
from balance.compute.resampling import each_event_apart
from balance.compute.world import DIMENSIONS

POLES = 5
FIRST, END = date(2010, 1, 1), date(2025, 1, 1)


def draw(found: Impacts) -> None:
    """Draw the events 1,000 times, by month over 15 years."""
    starts, ends = periods(FIRST, END, "month")
    arrived = arrivals(
        found,
        each_event_apart(dict.fromkeys(found.event.tolist(), 0.9)),
        poles=POLES,
        dimension_weights=np.ones(len(DIMENSIONS)),
        starts=starts,
        ends=ends,
        half_life=365.0,
    )
    intervals(arrived, _point(starts.size), 10.0, seed=1)


def made_up(events: int) -> Impacts:
    """Return events of a day each, a third of them conflict, in the order of time."""
    chance = np.random.default_rng(20)
    first = np.sort(chance.integers(FIRST.toordinal(), END.toordinal(), events))
    points = chance.uniform(-4, 8, events)
    pole = chance.integers(0, POLES, events)
    event = np.arange(events)
    dimension = chance.integers(0, len(DIMENSIONS), events)
    counts = Counts(event, pole, dimension, first, first + 1, np.ones(events))
    plus, minus = np.maximum(points, 0.0), np.maximum(-points, 0.0)
    return Impacts(event, pole, dimension, first, first + 1, plus, minus, counts)


def _point(periods_: int) -> Measures:
    """Return measures that are not null; which they are does not change the work."""
    some: Floats = np.ones((POLES, periods_))
    return measures(some, some, some[0], some[0], some, 10.0)
