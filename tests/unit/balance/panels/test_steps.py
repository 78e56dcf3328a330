"""Lanes: where bars and marks stand, and what of them is uncertain."""

from datetime import date

import pytest

from balance.panels.steps import timeline
from balance.panels.ties import tie_views
from tests.unit.balance.panels.standing import answer, cell, row, step, tie

TODAY = date(2024, 7, 10)
YEARS = 34  # From 1991 to the end of 2024.


def drawn(*steps, ties=(), ladder="bilateral"):
    """Return the one lane of China with these steps."""
    found = answer(row("china", **{ladder: cell(ladder, steps=list(steps))}), ties=list(ties))
    view = timeline(found, tie_views(found), today=TODAY)
    (lane,) = view.poles[0].lanes
    return lane


def test_a_step_stands_where_its_days_are_and_as_high_as_its_rung():
    low, high = drawn(
        step("bilateral", 1, "2001-01-01", "2011-01-01"), step("bilateral", 3, "2011-01-01", None)
    ).bars

    assert low.at == pytest.approx(100 * 10 / YEARS, abs=0.05)
    assert low.width == pytest.approx(100 * 10 / YEARS, abs=0.05)
    assert high.at == pytest.approx(low.at + low.width)
    assert high.at + high.width < 100  # It reaches today, and the axis goes on.
    assert high.height == pytest.approx(3 * low.height)
    assert low.top + low.height == high.top + high.height


@pytest.mark.parametrize(
    ("precision", "days"), [("day", 1), ("month", 31), ("year", 365)], ids=lambda value: str(value)
)
def test_a_step_is_unsure_for_as_long_as_its_start_may_be(precision, days):
    bar = drawn(step("bilateral", 1, "2001-01-01", None, start_precision=precision)).bars[0]

    assert bar.unsure == pytest.approx(100 * days / (YEARS * 365.25), rel=0.01)


def test_a_start_that_is_not_stated_makes_the_whole_step_unsure():
    bar = drawn(step("bilateral", 2, None, None)).bars[0]

    assert bar.at == 0
    assert bar.unsure == bar.width
    assert bar.says == "strategic partnership, its start not stated"


def test_marks_are_numbered_and_last_as_long_as_they_do():
    mark = {"rank": None, "kind_name": "chair"}
    ties = [
        tie(1, "membership", **mark, start="2001-01-01", end="2011-01-01", end_precision="day"),
        tie(2, "membership", **mark, start="2023-01-01"),
        tie(3, "membership", **mark, poles=[], partner="SCO"),  # Stands in a lane of its own.
    ]

    first, second = drawn(ties=ties, ladder="membership").marks

    assert (first.number, second.number) == (1, 2)
    assert first.until - first.at == pytest.approx(100 * 10 / YEARS, abs=0.05)
    assert second.until < 100


def test_ladders_without_anything_have_no_lane():
    found = answer(row("china"))

    assert timeline(found, {}, today=TODAY).poles[0].lanes == []


def test_the_axis_begins_with_the_first_ranked_tie_if_that_is_earlier():
    early = tie(1, "conflict", start="1988-01-01", start_precision="year")

    assert timeline(answer(), {}, today=TODAY).start == 1991
    assert timeline(answer(ties=[early]), {}, today=TODAY).start == 1988


def test_others_that_never_moved_are_only_named():
    moved = row(
        "SCO",
        membership=cell(
            "membership",
            steps=[
                step("membership", 1, "2001-01-01", "2002-01-01"),
                step("membership", 2, "2002-01-01", None),
            ],
        ),
    )
    still = row(
        "ADB", membership=cell("membership", steps=[step("membership", 2, "2001-01-01", None)])
    )
    found = answer(other={"ladders": row("other")["ladders"], "actors": [moved, still]})

    view = timeline(found, {}, today=TODAY)

    assert [group.code for group in view.others] == ["SCO"]
    assert [group.code for group in view.plain] == ["ADB"]
