from datetime import date

import pytest

from balance.compute.world import EventOutOfRange


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"days": 0}, id="no day at all"),
        pytest.param({"days": -1}, id="ends before it starts"),
        pytest.param({"dimension": "sports"}, id="unknown dimension"),
        pytest.param({"intensity": 10.5}, id="more intense than the scale"),
        pytest.param({"intensity": float("nan")}, id="intensity is not a number"),
        pytest.param({"confidence": 1.1}, id="more than certain"),
        pytest.param({"confidence": -0.1}, id="less than impossible"),
    ],
)
def test_an_event_outside_its_ranges_is_refused(met, wrong):
    with pytest.raises(EventOutOfRange):
        met("RUS", **wrong)


def test_the_ends_of_the_ranges_are_inside(met):
    event = met("RUS", intensity=-10, confidence=0, on=date(9999, 12, 30), days=1)

    assert event.end == date(9999, 12, 31)
