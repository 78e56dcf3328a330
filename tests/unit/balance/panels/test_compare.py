from balance.panels.compare import dates_comparison, dates_headline, poles_comparison
from balance.panels.comparison import top, when
from balance.queries.questions import BalanceQuestion
from tests.unit.balance.panels.points import NAMES, point, sure

BEFORE = {"russia": 0.4, "west": 0.48, "china": 0.12}
AFTER = {"russia": 0.22, "west": 0.5, "china": 0.28}
ASKED = BalanceQuestion(focus="AZE")


def two(before=BEFORE, after=AFTER):
    return point(before, on="2021-07-31"), point(after, on="2024-07-31")


def answer(points, intervals="pending"):
    return {
        "points": points,
        "poles": [{"code": code, "name": name} for code, name in NAMES.items()],
        "focus_name": "Azerbaijan",
        "start": "2021-07-01",
        "end": "2024-08-01",
        "step": "month",
        "kernel": "stock",
        "intervals": intervals,
    }


def test_the_headline_names_who_rose_and_who_fell_most():
    assert dates_headline(*two(), NAMES).replace("\N{NO-BREAK SPACE}", " ") == (
        "Between July 2021 and July 2024 China rose from 12 % to 28 % "
        "and Russia fell from 40 % to 22 %."
    )


def test_a_change_under_a_point_is_none():
    same = BEFORE | {"russia": 0.404, "west": 0.476}

    sentence = dates_headline(*two(after=same), NAMES)

    assert sentence == "Between July 2021 and July 2024 no share moved by a point."


def test_one_that_fell_alone_is_told_alone():
    after = BEFORE | {"russia": 0.3, "west": 0.484, "china": 0.124}

    assert "no other share rose by a point" in dates_headline(*two(after=after), NAMES)


def test_without_a_share_at_one_end_nothing_is_compared():
    sentence = dates_headline(*two(before=None), NAMES)

    assert sentence.endswith("nothing can be compared: a share is missing.")


def test_a_date_within_a_month_is_a_day():
    assert when(point(None, on="2024-02-29")) == "February 2024"
    assert when(point(None, on="2024-02-28")) == "28 February 2024"


def test_the_table_has_both_dates_and_the_difference():
    made = dates_comparison(answer(list(two())), ASKED)

    assert made.head == ["Pole", "July 2021", "July 2024", "Change"]
    china = next(row for row in made.rows if row.code == "china")
    assert [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in china.cells] == [
        "12 %",
        "28 %",
        "up 16 points",
    ]


def test_a_pole_without_a_share_has_a_dash_and_no_slope():
    made = dates_comparison(answer(list(two(before=None))), ASKED)

    assert [row.cells[0] for row in made.rows] == ["–"] * 4
    assert not any(line.is_whole for line in made.slope.lines)


def test_intervals_that_overlap_leave_the_change_open():
    before, after = two()
    sure(before, shares={"russia": [0.3, 0.5], "china": [0.05, 0.2], "west": [0.4, 0.6]})
    sure(after, shares={"russia": [0.1, 0.25], "china": [0.15, 0.4], "west": [0.4, 0.6]})

    made = dates_comparison(answer([before, after], "computed"), ASKED)

    assert made.deck.endswith("overlap: the West and China.")
    assert made.head[2] == "90 % interval"


def test_each_pole_has_a_frame_on_the_same_axes_with_the_others_behind():
    made = poles_comparison(answer(list(two())), ASKED, ["china", "russia", "mars"])

    assert [frame.code for frame in made.frames] == ["china", "russia"]
    ups = [[tick.label for tick in frame.picture.up] for frame in made.frames]
    assert ups[0] == ups[1]
    marks = [label.mark.code for label in made.frames[0].picture.labels]
    assert marks == ["behind", "behind", "china"]


def test_the_axis_has_room_for_every_interval():
    before, after = two()
    assert top([before, after], NAMES) == 0.6

    sure(after, shares={"west": [0.2, 0.75]})

    assert top([before, after], NAMES) == 0.8
