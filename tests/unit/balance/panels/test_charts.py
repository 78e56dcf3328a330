from typing import Any

import pytest

from balance.panels.chart_data import ChartData
from balance.panels.charts import CHARTS, day_before
from balance.panels.shown import Shown
from balance.queries.questions import BalanceQuestion
from tests.unit.balance.panels.points import NAMES, point, sure

SHARES = {"russia": 0.26, "west": 0.32, "china": 0.42}
TONES = {"russia": -0.3, "west": 0.2, "china": 0.6}


def chart(
    kind: str = "shares", *, intervals: str = "computed", kernel: str = "stock", **options: Any
) -> Any:
    """Return the chart of two months."""
    points = [point(SHARES, on=f"2024-0{month}-28", tones=TONES) for month in (1, 2)]
    if intervals == "computed":
        for each in points:
            sure(
                each,
                leads=SHARES,
                shares={code: [share - 0.1, share + 0.1] for code, share in SHARES.items()},
                tones={code: [tone - 0.1, tone + 0.1] for code, tone in TONES.items()},
                effective_poles=[2.0, 3.0],
            )
    answer = {
        "start": "2024-01-01",
        "end": "2024-03-01",
        "step": "month",
        "kernel": kernel,
        "half_life": 365.0,
        "focus_name": "Azerbaijan",
        "intervals": intervals,
        "poles": [{"code": code, "name": name} for code, name in NAMES.items()],
        "points": points,
    }
    question = BalanceQuestion(focus="AZE", kernel=kernel)
    only = tuple(options.pop("only", ()))
    data = ChartData(question, answer, None, only, [], ["January 2024", "February 2024"], **options)
    return CHARTS[kind](data)


def bands(picture: Any) -> list[bool]:
    return [bool(label.mark.band) for label in picture.labels]


@pytest.mark.parametrize(("kind", "lines"), [("shares", 3), ("tone", 3), ("effective_poles", 1)])
def test_every_line_has_its_band_once_there_are_intervals(kind, lines):
    assert bands(chart(kind).picture) == [True] * lines
    assert bands(chart(kind, intervals="pending").picture) == [False] * lines
    assert len(chart(kind).table.head) > len(chart(kind, intervals="failed").table.head)


def test_shares_are_lines_unless_the_reader_asks_for_layers():
    assert (chart().view, chart().picture.filled) == ("lines", False)
    assert (
        chart(shown=Shown(view="layers")).view,
        chart(shown=Shown(view="layers")).picture.filled,
    ) == ("layers", True)
    assert bands(chart(shown=Shown(view="layers")).picture) == [False] * 3


def test_shares_of_single_periods_are_columns_unless_the_reader_asks_for_lines():
    assert (chart(kernel="flow").view, chart(kernel="flow").picture.filled) == ("layers", True)
    lines = chart(kernel="flow", shown=Shown(view="lines")).picture
    assert (lines.filled, lines.has_bars) == (False, True)


def test_one_pole_has_one_view():
    alone = chart(only=["west"], shown=Shown(view="layers"))

    assert (alone.view, alone.picture.filled, bands(alone.picture)) == ("", False, [True])


def test_each_view_says_where_the_intervals_are():
    assert chart().certainty == [
        ("lines", "bands are 90 % intervals"),
        ("layers", "90 % intervals are in the table"),
    ]
    assert chart("tone", kernel="flow").certainty == [("", "bars are 90 % intervals")]
    assert chart(intervals="pending").certainty == []


def test_each_row_leads_to_the_reasons_of_its_period():
    newest, oldest = chart(only=["west"]).table.links

    assert newest == "/why/AZE/?pole=west&from=2024-01-31&to=2024-02-28"
    assert oldest == "/why/AZE/?pole=west&from=2023-12-31&to=2024-01-28"
    assert chart().table.links[0].startswith("/why/AZE/?from=2024-01-31&")
    assert day_before("1900-01-01") == "1900-01-01"


def test_a_pole_that_the_reader_hides_is_not_drawn_and_keeps_its_numbers():
    whole, part = chart(), chart(shown=Shown(hide=("west",)))

    paths = {label.mark.code: label.mark.path for label in whole.picture.labels}
    del paths["west"]
    assert {label.mark.code: label.mark.path for label in part.picture.labels} == paths
    assert (part.title, part.table) == (whole.title, whole.table)
    assert "Not drawn" in part.not_drawn
    assert "Not drawn" not in whole.not_drawn


def test_what_is_about_one_number_hides_nothing():
    assert chart("effective_poles", shown=Shown(hide=("west",))).not_drawn == ""
    assert chart(only=["west"], shown=Shown(only=("china",))).not_drawn == ""
