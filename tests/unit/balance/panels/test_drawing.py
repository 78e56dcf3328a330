from datetime import date
from itertools import pairwise

import pytest

from balance.panels.drawing import areas, band, bars, line, positions, spread, stretches, time_ticks


def test_days_stand_in_proportion_to_time():
    days = [date(2024, 1, 11), date(2024, 1, 21), date(2024, 5, 10)]

    assert positions(days, start=date(2024, 1, 1)) == [77, 154, 1000]


def test_a_line_has_a_gap_where_there_is_no_number_and_a_dot_where_it_stands_alone():
    assert line([0, 250, 500, 750], [1.0, 0.5, None, 0.0], 0, 1) == "M0 0L250 500 M750 1000h0"


def test_a_band_goes_out_along_the_highs_and_back_along_the_lows():
    ends = [[0.5, 1.0], [0.25, 0.75], None, [0.0, 0.5]]

    assert band([0, 250, 500, 750], ends, 0, 1) == (
        "M0 0L250 250L250 750L0 500Z M750 500L750 1000Z"
    )
    assert band([0], [None], 0, 1) == ""


def test_bars_stand_where_there_is_an_interval():
    assert bars([0, 250, 500], [[0.5, 1.0], None, [0.0, 0.5]], 0, 1) == "M0 500V0 M500 1000V500"


def test_layers_stand_on_each_other_and_fill_the_whole():
    lower, upper = areas([0, 1000], [[0.25, 0.5], [0.75, 0.5]])

    assert lower == "M0 750L1000 500L1000 1000L0 1000Z"
    assert upper == "M0 0L1000 0L1000 500L0 750Z"


def test_a_gap_in_one_layer_is_a_gap_in_all():
    lower, upper = areas([0, 500, 1000], [[0.5, None, 0.5], [0.5, 0.5, 0.5]])

    assert lower.count("M") == upper.count("M") == 2


def test_labels_keep_their_order_and_their_distance():
    placed = spread([50.0, 51.0, None, 49.0, 99.0], gap=10)

    assert placed[2] is None
    assert placed[3] < placed[0] < placed[1] < placed[4]
    ordered = sorted(y for y in placed if y is not None)
    assert all(b - a >= 10 - 1e-9 for a, b in pairwise(ordered))
    assert ordered[-1] <= 95


def test_neighbouring_stretches_are_one():
    found = stretches([100, 200, 300, 400], [True, True, False, True])

    assert [(part.at, part.width) for part in found] == [(0, 20), (30, 10)]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2010, 1, 1), date(2026, 11, 22), ["2010", "2013", "2016", "2019", "2022", "2025"]),
        (date(2020, 3, 1), date(2025, 1, 1), ["2021", "2022", "2023", "2024"]),
        (date(2024, 1, 1), date(2024, 12, 31), ["Jan 2024", "Mar 2024", "May 2024"]),
    ],
)
def test_ticks_stand_on_round_dates(first, last, labels):
    assert [tick.label for tick in time_ticks(first, last)][: len(labels)] == labels
    assert len(time_ticks(first, last)) <= 6
