from datetime import date

import numpy as np
import pytest

from balance.compute.impacts import impacts, without_events
from balance.compute.world import DIMENSIONS

RUSSIA, TURKEY, WEST, OTHER = range(4)
DAY = date(2020, 6, 1).toordinal()


def test_an_event_gives_intensity_times_confidence(world, met):
    found = impacts([met("RUS", intensity=6, confidence=0.5)], world, "FOCUS")

    assert found.pole.tolist() == [RUSSIA]
    assert found.cooperation.tolist() == [3.0]
    assert found.conflict.tolist() == [0.0]
    assert found.dimension.tolist() == [DIMENSIONS.index("economic")]
    assert (found.first.tolist(), found.stop.tolist()) == ([DAY], [DAY + 1])


def test_conflict_is_a_positive_number_of_its_own(world, met):
    found = impacts([met("RUS", intensity=-6)], world, "FOCUS")

    assert found.cooperation.tolist() == [0.0]
    assert found.conflict.tolist() == [6.0]


def test_an_event_is_spread_evenly_over_its_days(world, met):
    found = impacts([met("RUS", intensity=6, days=3)], world, "FOCUS")

    assert found.cooperation.tolist() == [2.0]
    assert (found.stop - found.first).tolist() == [3]


def test_a_change_of_membership_cuts_the_days_but_not_the_share_per_day(world, met):
    found = impacts([met("GBR", intensity=6, on=date(2020, 6, 30), days=3)], world, "FOCUS")

    assert found.pole.tolist() == [WEST, OTHER]
    assert (found.stop - found.first).tolist() == [1, 2]
    assert found.cooperation.tolist() == [2.0, 2.0]


def test_counting_reads_the_first_day_and_neither_intensity_nor_confidence(world, met):
    event = met("GBR", "RUS", intensity=0, confidence=0, on=date(2020, 6, 30), days=3)
    counts = impacts([event], world, "FOCUS").counts

    assert counts.pole.tolist() == [WEST, RUSSIA]
    assert counts.share.tolist() == [0.5, 0.5]
    assert (counts.ended - counts.begun).tolist() == [3, 3]


def test_rows_are_in_the_order_of_first_day_then_event(world, met):
    events = [met("RUS", id=2), met("RUS", id=3, on=date(2020, 5, 1)), met("RUS", id=1)]

    assert impacts(events, world, "FOCUS").event.tolist() == [3, 1, 2]


def test_the_focus_itself_gives_no_row(world, met):
    assert impacts([met("PRESIDENT"), met("RUS", focus="TUR")], world, "FOCUS").event.size == 0


@pytest.mark.parametrize("others", [["RUS"], ["BANK", "GBR", "CLUB"], ["KAZ", "USA", "MINISTER"]])
def test_an_event_is_given_away_whole(world, met, others):
    found = impacts([met(*others, on=date(2019, 12, 1), days=400, intensity=8)], world, "FOCUS")

    assert np.sum(found.cooperation * (found.stop - found.first)) == pytest.approx(8, abs=1e-12)
    assert found.counts.share.sum() == pytest.approx(1, abs=1e-12)


def test_without_an_event_it_is_as_if_it_had_not_been(world, met):
    first, second = met("RUS", id=1), met("TUR", "USA", id=2, days=3)
    both = impacts([first, second], world, "FOCUS")

    left = without_events(both, {2, 99})

    alone = impacts([first], world, "FOCUS")
    for name in ("event", "pole", "dimension", "first", "stop", "cooperation", "conflict"):
        assert getattr(left, name).tolist() == getattr(alone, name).tolist(), name
    for name in ("event", "pole", "dimension", "begun", "ended", "share"):
        assert getattr(left.counts, name).tolist() == getattr(alone.counts, name).tolist(), name
    assert without_events(both, ()).event.tolist() == both.event.tolist()
