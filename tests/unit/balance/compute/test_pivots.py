from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from balance.compute.impacts import impacts
from balance.compute.pivots import Points, changes, points
from tests.unit.balance.compute.streams import impacts_of

RUSSIA, TURKEY, WEST, OTHER = range(4)
FIRST = date(2012, 1, 1).toordinal()
LATER = date(2015, 1, 1).toordinal()
CHANGE = date(2017, 7, 1)
TODAY = date(2019, 12, 31).toordinal()


def drifting(
    seed=1, events=160, change=CHANGE, first=FIRST, shares=((0.7, 0.2, 0.1), (0.1, 0.2, 0.7))
):
    """Return events whose cells have the first shares before the change, and the second from it."""
    rng = np.random.default_rng(seed)
    day = np.sort(rng.integers(first, TODAY + 1, events))
    after = day >= change.toordinal()
    cell = np.where(after, *(rng.choice(3, events, p=p) for p in shares[::-1]))
    cells = np.eye(6)[cell] * rng.uniform(1, 8, (events, 1))
    return Points(np.arange(events) + 500, day, cells)


@pytest.mark.parametrize(
    ("intensity", "cells"),
    [
        pytest.param(6, [1.5, 0, 1.0, 0, 0, 0], id="cooperation"),
        pytest.param(-6, [0, 0, 0, 1.5, 0, 1.0], id="conflict"),
    ],
)
def test_an_event_is_a_point_with_all_its_impact_on_its_first_day(world, met, intensity, cells):
    """Of three days' points the west has none on the third, which is OTHER's."""
    event = met(
        "GBR", "RUS", intensity=intensity, confidence=0.5, on=date(2020, 6, 29), days=3, id=7
    )
    found = points(impacts([event], world, "FOCUS"), poles=3)

    assert (found.event.tolist(), found.day.tolist()) == ([7], [date(2020, 6, 29).toordinal()])
    assert found.cells.tolist() == [pytest.approx(cells)]


def test_points_come_in_the_order_of_day_and_id(world, met):
    events = [met("RUS", id=3), met("TUR", id=2), met("USA", id=9, on=date(2020, 5, 1))]

    found = points(impacts(events, world, "FOCUS"), poles=3)

    assert found.event.tolist() == [9, 2, 3]
    assert found.cells.argmax(axis=1).tolist() == [WEST, TURKEY, RUSSIA]


def test_events_that_gave_nothing_to_a_pole_are_no_points(world, met):
    events = [met("KAZ", id=1), met("RUS", id=2, intensity=0), met("RUS", id=3, confidence=0)]

    assert points(impacts(events, world, "FOCUS"), poles=3).day.size == 0


def test_an_event_that_a_pole_comes_to_later_is_a_point_on_its_first_day(world, met):
    event = met("CLUB", on=date(2020, 6, 30), days=2)  # Of the west from its second day on.

    found = points(impacts([event], world, "FOCUS"), poles=3)

    assert found.day.tolist() == [date(2020, 6, 30).toordinal()]
    assert found.cells.tolist() == [pytest.approx([4.5, 0, 1.5, 0, 0, 0])]


def test_a_strong_change_is_found_at_its_month():
    (found,) = changes(drifting(), TODAY, seed=1)

    assert found.is_pivot
    assert found.p < 0.01
    assert abs(found.day - CHANGE.toordinal()) <= 62
    assert found.shares_before.argmax() == RUSSIA
    assert found.shares_after.argmax() == WEST


def test_a_change_carries_what_it_was_made_of():
    given = drifting()
    (found,) = changes(given, TODAY, seed=1)
    before = (given.day >= found.day - 365) & (given.day < found.day)
    after = (given.day >= found.day) & (given.day < found.day + 365)

    assert (found.before, found.after) == (before.sum(), after.sum())
    for shares, inside in ((found.shares_before, before), (found.shares_after, after)):
        sums = given.cells[inside].sum(axis=0)
        assert shares.tolist() == pytest.approx((sums / sums.sum()).tolist())
    assert found.shift == pytest.approx(abs(found.shares_after - found.shares_before).sum() / 2)


def shift_without(given, event, month):
    """Return V at a month as if an event had not been."""
    kept = given.event != event
    old, new = (
        given.cells[kept & (given.day >= start) & (given.day < start + 365)].sum(axis=0)
        for start in (month - 365, month)
    )
    return abs(new / new.sum() - old / old.sum()).sum() / 2


@pytest.mark.parametrize(
    "change", [pytest.param(CHANGE, id="late"), pytest.param(date(2014, 3, 1), id="early")]
)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_events_told_are_those_without_which_it_would_be_smallest(change, seed):
    given = drifting(seed=seed, change=change)
    (found,) = changes(given, TODAY, seed=1)

    by_shift = sorted(
        given.event.tolist(), key=lambda event: shift_without(given, event, found.day)
    )

    assert found.events == by_shift[:5]


def test_an_event_before_the_month_may_have_moved_it_most():
    given = drifting()
    given.cells[np.searchsorted(given.day, CHANGE.toordinal()) - 5, RUSSIA + 3] = 60.0
    largest = given.event[given.cells.argmax() // 6]

    assert largest in [change.events[0] for change in changes(given, TODAY, seed=1)]


def test_a_change_that_no_event_made_alone_tells_none():
    """Every event on one side is alike, so that none makes the shift larger than the rest do."""
    middle = date(2016, 1, 1).toordinal()
    day = np.concatenate([[FIRST], np.arange(middle - 300, middle + 300, 10)])
    cells = np.where(day[:, np.newaxis] < middle, [1.0, 0.0], [0.0, 1.0])

    found = changes(Points(np.arange(day.size), day, cells), TODAY, seed=1)

    assert found[0].shift == pytest.approx(1)
    assert found[0].events == []


def test_of_neighbours_within_six_months_only_the_highest_is_told():
    found = changes(drifting(events=600), TODAY, seed=1)

    assert [abs(a.day - b.day) > 190 for a in found for b in found if a is not b] == []


def test_two_changes_a_year_and_a_half_apart_are_both_told():
    first, second = date(2015, 1, 1).toordinal(), date(2016, 9, 1).toordinal()
    rng = np.random.default_rng(8)
    day = np.sort(rng.integers(FIRST, TODAY + 1, 400))
    cells = np.eye(4)[np.searchsorted([first, second], day, side="right")]
    cells += rng.uniform(0, 0.5, cells.shape)

    found = changes(Points(np.arange(400), day, cells), TODAY, seed=1)

    assert all(
        abs(change.day - at) <= 31 for change, at in zip(found, (first, second), strict=True)
    )


def test_a_future_event_changes_nothing():
    given = drifting()
    later = Points(
        np.append(given.event, 9),
        np.append(given.day, TODAY + 5),
        np.vstack([given.cells, [9] * 6]),
    )

    (known,), (found,) = changes(given, TODAY, seed=1), changes(later, TODAY, seed=1)

    assert (found.day, found.z, found.p) == (known.day, known.z, known.p)


def test_the_same_seed_gives_the_same_p():
    weak = drifting(seed=5, shares=((0.5, 0.3, 0.2), (0.25, 0.3, 0.45)))
    one, again, other = (changes(weak, TODAY, seed=seed) for seed in (1, 1, 2))

    assert [(c.day, c.p, c.z) for c in one] == [(c.day, c.p, c.z) for c in again]
    assert [c.z for c in one] != [c.z for c in other]


def test_whole_weeks_find_the_same_change():
    given = drifting(events=400)
    (found,) = changes(given, TODAY, seed=1, whole_weeks=True)

    assert found.is_pivot
    assert found.z != changes(given, TODAY, seed=1)[0].z
    assert abs(found.day - CHANGE.toordinal()) <= 62


def test_permuting_the_poles_changes_no_p():
    given = drifting()
    permuted = replace(given, cells=given.cells[:, [2, 0, 1, 5, 3, 4]])
    (known,), (found,) = changes(given, TODAY, seed=1), changes(permuted, TODAY, seed=1)

    assert (found.day, found.p, found.events) == (known.day, known.p, known.events)
    assert found.z == pytest.approx(known.z)


def test_no_impacts_are_no_changes():
    assert changes(points(impacts_of([], [], []), poles=3), TODAY, seed=1) == []


def test_shuffled_labels_give_a_pivot_in_under_a_tenth_of_runs():
    """docs/methodology.md, section 10: what chance alone brings about is rarely told."""
    runs, told = 100, 0
    for run in range(runs):
        rng = np.random.default_rng(run + 1000)
        given = drifting(seed=run, events=100, first=LATER)
        shuffled = replace(given, cells=rng.permutation(given.cells))
        told += any(change.is_pivot for change in changes(shuffled, TODAY, seed=run))
    assert told < runs / 10
