import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.panels.waterfall import NAMED, steps

ENDS = ("On 1 May", "On 2 May")
FROM_ONE_TO = st.floats(1e-9, 100)


def row(event, value):
    part = "arrived" if value > 0 else "faded"
    return {"event": event, "title": f"Event {event}", "part": part, "cooperation": value}


def change(before, rows):
    after = math.fsum([before, *(row["cooperation"] for row in rows)])
    return {"from": before, "to": after, "difference": after - before}


@given(arrived=st.lists(FROM_ONE_TO, max_size=30), faded=st.lists(FROM_ONE_TO, max_size=30))
def test_the_steps_make_up_the_difference_and_meet(arrived, faded):
    values = [*arrived, *(-value for value in faded)]
    rows = [row(event, value) for event, value in enumerate(values)]
    moved = change(math.fsum(faded) + 1, rows)

    first, *between, last = steps(rows, moved, "cooperation", ENDS)

    assert math.fsum(step.value for step in between) == pytest.approx(moved["difference"], abs=1e-9)
    for before, after in zip([first, *between], between, strict=False):
        assert before.after == after.before
    assert (between or [first])[-1].after == pytest.approx(last.after, abs=1e-9)
    assert all(step.at >= -1e-9 and step.at + step.width <= 100 + 1e-9 for step in between)
    assert len(between) <= NAMED + 2


def test_the_largest_have_a_bar_each_and_the_others_share_one():
    rows = [row(event, -0.1 * (event + 1)) for event in range(12)] + [row(12, 0.01), row(13, 5.0)]

    _first, *between, _last = steps(rows, change(20, rows), "cooperation", ENDS)

    assert [(step.label, step.amount) for step in between] == [
        ("Event 13", "+5.00"),
        ("Event 12", "+0.01"),
        *((f"Event {event}", f"−{0.1 * (event + 1):.2f}") for event in range(11, 4, -1)),
        ("5 other events that faded", "−1.50"),
    ]


def test_a_trace_is_not_written_as_nothing():
    rows = [row(1, -0.001)]

    _first, step, _last = steps(rows, change(3, rows), "cooperation", ENDS)

    assert step.amount == "under 0.01"


def test_where_nothing_ever_was_there_is_no_figure():
    assert steps([], {"from": 0.0, "to": 0.0, "difference": 0.0}, "cooperation", ENDS) == []
