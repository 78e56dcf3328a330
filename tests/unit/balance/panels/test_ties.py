"""Standing ties in words."""

from datetime import date

import pytest

from balance.panels.ties import tie_view, ties_headline, when
from tests.unit.balance.panels.standing import answer, cell, row, tie

TODAY = date(2024, 7, 10)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "since 1 January 2020"),
        ({"start_precision": "year"}, "since 2020"),
        ({"start_precision": "month"}, "since January 2020"),
        ({"start": None, "start_precision": None}, "its start not stated"),
        (
            {"end": "2026-12-01", "end_precision": "month"},
            "from 1 January 2020 until December 2026",
        ),
        (
            {"start": None, "start_precision": None, "end": "2026-12-01", "end_precision": "day"},
            "until 1 December 2026, its start not stated",
        ),
    ],
)
def test_dates_are_as_precise_as_they_are_known(given, words):
    assert when(tie(1, "bilateral", **given)) == words


def test_a_label_is_told_where_it_says_more_than_the_rung():
    def called(**given):
        return tie_view(tie(1, "bilateral", **given), "China", "CHN").called

    assert called(label="alliance") == ""
    assert called(label="friendship_treaty") == "friendship treaty"
    assert called(kind_name="applied for member", about="member") == ""
    assert called(about="the delegation") == "the delegation"


def test_what_is_not_ranked_goes_by_its_label():
    view = tie_view(tie(1, "other", kind_name="other tie", label="visa_free_regime"), "China", "C")

    assert (view.rung, view.called) == ("visa free regime", "")


def test_a_tie_without_a_source_says_so():
    assert tie_view(tie(1, "bilateral", confidence=0.3), "China", "CHN").doubt
    assert tie_view(tie(1, "bilateral", confidence=0.6), "China", "CHN").doubt == ""


def test_the_headline_names_the_poles_from_the_highest_rung_down():
    found = answer(
        row("russia", bilateral=cell("bilateral", 3)),
        row("iran", conflict=cell("conflict", 1)),
        row("turkey", bilateral=cell("bilateral", 3)),
        row("china", bilateral=cell("bilateral", 2)),
    )

    assert ties_headline(found, today=TODAY) == (
        "Azerbaijan stands highest with Russia and Turkey (alliance), then China"
        " (strategic partnership); dispute with Iran"
    )


def test_the_headline_of_a_day_gone_by_is_in_the_past():
    found = answer(row("china", bilateral=cell("bilateral", 1)), on="1995-01-01")

    assert ties_headline(found, today=TODAY) == (
        "Azerbaijan stood highest with China (diplomatic relations)"
    )


def test_without_any_rung_the_headline_says_so():
    assert ties_headline(answer(row("china")), today=TODAY) == (
        "Azerbaijan has no bilateral tie with a pole on record"
    )
