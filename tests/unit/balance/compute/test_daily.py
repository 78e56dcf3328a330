from datetime import date

import numpy as np
import pytest

from balance.compute import daily as daily_module
from balance.compute.daily import daily
from balance.compute.impacts import impacts
from balance.compute.world import DIMENSIONS

RUSSIA, TURKEY, WEST, OTHER = range(4)
ECONOMIC = DIMENSIONS.index("economic")
DAY = date(2020, 6, 1).toordinal()


@pytest.fixture(scope="module")
def summed(world, met):
    events = [
        met("RUS", id=1, intensity=6, days=3),
        met("RUS", id=2, intensity=4, days=2),
        met("RUS", id=3, intensity=-1),
        met("KAZ", id=4, intensity=5),
    ]
    return daily(impacts(events, world, "FOCUS"), DAY - 1, DAY + 4, poles=3)


def test_impacts_are_summed_by_day(summed):
    assert summed.first_day == DAY - 1
    assert summed.cooperation.shape == (6, 4, 5)
    assert summed.cooperation[ECONOMIC, RUSSIA].tolist() == [0, 4, 4, 2, 0]
    assert summed.conflict[ECONOMIC, RUSSIA].tolist() == [0, 1, 0, 0, 0]
    assert summed.cooperation[ECONOMIC, OTHER].tolist() == [0, 5, 0, 0, 0]
    assert summed.cooperation.sum() == 15


def test_events_begin_on_their_first_day_and_end_on_the_first_day_out(summed):
    assert summed.begun[ECONOMIC, RUSSIA].tolist() == [0, 3, 0, 0, 0]
    assert summed.ended[ECONOMIC, RUSSIA].tolist() == [0, 0, 1, 1, 1]


def test_days_outside_the_span_are_left_out(world, met):
    event = met("RUS", intensity=6, days=3)
    middle = daily(impacts([event], world, "FOCUS"), DAY + 1, DAY + 2, poles=3)

    assert middle.cooperation[ECONOMIC, RUSSIA].tolist() == [2]
    assert middle.begun.sum() == middle.ended.sum() == 0


def test_no_events_are_days_of_zero(world):
    nothing = daily(impacts([], world, "FOCUS"), DAY, DAY + 2, poles=3)

    assert nothing.cooperation.tolist() == np.zeros((6, 4, 2)).tolist()


def test_an_empty_span_has_no_days(world, met):
    assert daily(impacts([met("RUS")], world, "FOCUS"), DAY, DAY, poles=3).begun.shape == (6, 4, 0)


def test_an_inverted_span_is_refused(world):
    with pytest.raises(ValueError, match="stop_day"):
        daily(impacts([], world, "FOCUS"), DAY, DAY - 1, poles=3)


def test_spreading_in_blocks_leaves_no_trace_in_the_sums(world, met, monkeypatch):
    events = [met("RUS", id=n, days=n, intensity=0.1 * n) for n in range(1, 60)]
    found = impacts(events, world, "FOCUS")
    at_once = daily(found, DAY, DAY + 70, poles=3)
    monkeypatch.setattr(daily_module, "_BLOCK", 17)

    in_blocks = daily(found, DAY, DAY + 70, poles=3)

    assert in_blocks.cooperation.tobytes() == at_once.cooperation.tobytes()
