from datetime import date

import numpy as np
import pytest

from balance.compute import scan as scanning
from balance.compute.scan import scan, variation, window_edges

FIRST = date(2015, 1, 1).toordinal()
TODAY = date(2019, 12, 31).toordinal()
CHANGE = date(2017, 7, 1)


def ordinals(*days):
    return np.array([date.fromisoformat(day).toordinal() for day in days])


def even(events=100, cells=4, today=TODAY, seed=1):
    """Return events that come evenly, each in one cell at random."""
    rng = np.random.default_rng(seed)
    day = np.linspace(FIRST, today, events).astype(np.int64)
    return day, np.eye(cells)[rng.integers(0, cells, events)] * rng.uniform(1, 8, (events, 1))


def dates(found):
    return [date.fromordinal(day) for day in found.month.tolist()]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([2, 2, 0], [1, 1, 0], 0.0, id="as much of the same"),
        pytest.param([2, 0, 0], [0, 1, 0], 1.0, id="all of something else"),
        pytest.param([3, 1, 0], [1, 1, 2], 0.5, id="half moved"),
        pytest.param([0, 0, 0], [1, 1, 2], float("nan"), id="from nothing"),
    ],
)
def test_variation_is_half_the_change_of_shares(before, after, expected):
    assert variation(np.array(before), np.array(after)) == pytest.approx(expected, nan_ok=True)


def test_windows_are_the_365_days_before_and_from_the_day_on():
    days = ordinals(
        "2016-07-01", "2016-07-02", "2017-06-30", "2017-07-01", "2018-06-30", "2018-07-01"
    )

    assert window_edges(days, ordinals("2017-07-01")).ravel().tolist() == [0, 3, 5]
    assert window_edges(days, ordinals("2017-07-02")).ravel().tolist() == [1, 4, 6]


def test_both_windows_lie_whole_between_the_first_event_and_today():
    day, cells = even()
    months = dates(scan(day, cells, TODAY, 1, whole_weeks=False))

    assert (months[0], months[-1]) == (date(2016, 1, 1), date(2019, 1, 1))
    assert len(months) == 37

    a_day_less = scan(day[1:], cells[1:], TODAY - 1, 1, whole_weeks=False)
    assert (dates(a_day_less)[0], dates(a_day_less)[-1]) == (date(2016, 2, 1), date(2018, 12, 1))


@pytest.mark.parametrize(
    ("before", "after", "tested"), [(8, 8, True), (7, 8, False), (8, 7, False), (9, 20, True)]
)
def test_both_windows_hold_eight_events(before, after, tested):
    middle = date(2018, 1, 1).toordinal()
    day = np.array([middle - 365] + [middle - 1] * (before - 1) + [middle] * after)
    cells = np.eye(2)[np.arange(day.size) % 2]

    found = scan(day, cells, middle + 364, 1, whole_weeks=False)

    assert dates(found) == ([date(2018, 1, 1)] if tested else [])


def test_a_change_has_the_lowest_p_at_its_month():
    day, _cells = even(200)
    cells = np.where(day[:, np.newaxis] < CHANGE.toordinal(), [8.0, 2.0], [2.0, 8.0])
    cells += np.random.default_rng(1).uniform(0, 2, cells.shape)

    found = scan(day, cells, TODAY, 1, whole_weeks=False)

    assert dates(found)[found.z.argmax()] == CHANGE
    assert found.p.min() == found.p[found.z.argmax()] == 1 / 1001


def test_p_is_family_wise_so_it_falls_with_z_over_all_months():
    found = scan(*even(), TODAY, 1, whole_weeks=False)
    by_z = found.p[np.argsort(found.z)]

    assert (np.diff(by_z) <= 0).all()
    assert (found.p > 0).all()
    assert found.p.max() <= 1


def test_p_is_the_part_of_shuffles_that_stand_out_as_much(monkeypatch):
    """Shuffle anew by the rule as it is written, over the whole table of days."""
    monkeypatch.setattr(scanning, "SHUFFLES", 99)
    day, cells = even(80, seed=6)
    found = scan(day, cells, TODAY, 3, whole_weeks=False)

    def shifts(given):
        values = []
        for month in found.month:
            old = given[(day >= month - 365) & (day < month)].sum(axis=0)
            new = given[(day >= month) & (day < month + 365)].sum(axis=0)
            values.append(abs(new / new.sum() - old / old.sum()).sum() / 2)
        return np.array(values)

    rng = np.random.default_rng(3)
    shuffled = np.array([shifts(rng.permutation(cells)) for _ in range(99)])
    mean, spread = shuffled.mean(axis=0), shuffled.std(axis=0)
    z = (shifts(cells) - mean) / spread
    highest = ((shuffled - mean) / spread).max(axis=1)

    np.testing.assert_allclose(found.z, z)
    assert found.p.tolist() == [(1 + (highest >= at).sum()) / 100 for at in z]


def test_months_where_shuffling_changes_nothing_are_left_out():
    day, _cells = even()

    assert scan(day, np.tile([1.0, 2.0], (100, 1)), TODAY, 1, whole_weeks=False).month.size == 0


def test_no_events_are_no_months():
    none = np.zeros(0, dtype=np.int64), np.zeros((0, 4))

    assert scan(*none, TODAY, 1, whole_weeks=False).p.size == 0


def test_weeks_keep_their_events_and_their_weekdays():
    day = ordinals("2018-01-01", "2018-01-07", "2018-01-08", "2018-02-08")  # Mon Sun Mon Thu.
    blocks, days = scanning._blocks(day, np.array([[1.0], [2.0], [4.0], [8.0]]), True)

    assert blocks[..., 0].tolist() == [
        [1, 0, 0, 0, 0, 0, 2],
        [4, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 8, 0, 0, 0],
    ]
    assert days[[0, 6, 7, 14, 17]].tolist() == [
        *day[:3],
        date(2018, 2, 5).toordinal(),
        day[3],
    ]


def test_weeks_do_not_take_one_weeks_reports_for_many_events():
    """Twenty rows a week tell the same story: shuffled apart, chance looks like change."""
    rng = np.random.default_rng(2)
    weeks = np.arange(FIRST - (FIRST - 1) % 7 + 7, TODAY - 7, 7)
    stories = np.eye(6)[rng.integers(0, 6, weeks.size)]
    day, cells = (
        np.repeat(weeks, 20) + np.tile(np.arange(20) % 7, weeks.size),
        np.repeat(stories, 20, axis=0),
    )
    order = np.argsort(day, kind="stable")

    apart = scan(day[order], cells[order], TODAY, 1, whole_weeks=False)
    together = scan(day[order], cells[order], TODAY, 1, whole_weeks=True)

    assert apart.p.min() == 1 / 1001
    assert together.p.min() > 0.2


def test_a_window_that_a_shuffle_empties_leaves_its_month_out():
    """Nine Thursdays' weeks hold all events, and a week of Fridays may take their place."""
    thursday = date(2018, 3, 1).toordinal()
    day = np.sort(
        np.concatenate(
            [
                [thursday - 365],
                np.repeat(thursday - 1, 8),
                np.repeat(thursday + 1, 8),
                [thursday + 700],
            ]
        )
    )
    found = scan(day, np.eye(2)[np.arange(day.size) % 2], thursday + 700, 1, whole_weeks=True)

    assert date(2018, 3, 1) not in dates(found)
