import pytest

from balance.panels.headline import Standing, change_in_points, headline
from tests.unit.balance.panels.points import NAMES, point

YEAR_AGO = point({"russia": 0.30, "west": 0.30, "china": 0.40})


def said(latest, year_ago=YEAR_AGO, **more):
    text = headline(Standing("Azerbaijan", NAMES, latest, year_ago, **more))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_it_names_the_leader_the_next_the_partners_and_who_moved_most():
    latest = point({"russia": 0.26, "west": 0.32, "china": 0.42}, effective_poles=2.93)

    assert said(latest) == (
        "China has the largest share (42 %), then the West (32 %); as if 2.9 equal partners; "
        "Russia fell most in a year, by 4 points."
    )


@pytest.mark.parametrize(
    ("shares", "opening"),
    [
        pytest.param(
            {"russia": 0.2, "west": 0.4, "china": 0.4},
            "The West and China lead together (40 % each); ",
            id="two share the first place",
        ),
        pytest.param(
            {"russia": 0.196, "west": 0.402, "china": 0.402},
            "The West and China lead together (40 % each); ",
            id="equal as written is equal in words",
        ),
        pytest.param(
            {"russia": 0.3, "west": 0.3, "china": 0.4},
            "China has the largest share (40 %), then Russia and the West (30 % each); ",
            id="two share the second place",
        ),
        pytest.param(
            {"russia": 0.0, "west": 0.5, "china": 0.5},
            "The West and China lead together (50 % each); ",
            id="who has nothing is not named",
        ),
        pytest.param(
            {"russia": 0.996, "west": 0.004, "china": 0.0},
            "Russia has the largest share (100 %), then the West (under 1 %); ",
            id="a trace is not nothing",
        ),
    ],
)
def test_ties_are_told(shares, opening):
    assert said(point(shares)).startswith(opening)


def test_a_single_pole_has_all_of_it():
    alone = point({"russia": 0.0, "west": 0.0, "china": 1.0}, flags=("single_pole",))

    assert said(alone, YEAR_AGO) == (
        "All cooperation on record is with China; China rose most in a year, by 60 points."
    )


@pytest.mark.parametrize(
    ("latest", "sentence"),
    [
        pytest.param(
            None, "Nothing is on record yet between Azerbaijan and {}.", id="no point at all"
        ),
        pytest.param(
            point(None, reason="no_data"),
            "Nothing is on record yet between Azerbaijan and {}.",
            id="no data",
        ),
        pytest.param(
            point(None, reason="only_conflict"),
            "Only conflict is on record between Azerbaijan and {}, "
            "so nobody has a share of its cooperation.",
            id="only conflict",
        ),
    ],
)
def test_no_number_is_a_sentence_too(latest, sentence):
    assert said(latest) == sentence.format("Russia, the West and China")


def test_without_a_number_a_year_ago_it_says_so():
    latest = point({"russia": 0.2, "west": 0.3, "china": 0.5})

    assert said(latest, None).endswith("; there is no number for a year ago.")
    assert said(latest, point(None, reason="no_data")).endswith(
        "; there is no number for a year ago."
    )


def test_less_than_half_a_point_is_no_change():
    latest = point({"russia": 0.304, "west": 0.297, "china": 0.399})

    assert said(latest).endswith("; no share moved by a point in a year.")


def test_one_point_is_one_point():
    latest = point({"russia": 0.29, "west": 0.302, "china": 0.404})

    assert said(latest).endswith("; Russia fell most in a year, by 1 point.")


def test_of_two_that_moved_alike_the_one_that_rose_is_named():
    latest = point({"russia": 0.25, "west": 0.35, "china": 0.40})

    assert said(latest).endswith("; the West rose most in a year, by 5 points.")


def test_one_partner_is_not_called_one_point_nought_equal_partners():
    latest = point({"russia": 0.001, "west": 0.001, "china": 0.998}, effective_poles=1.01)

    assert "; in effect one partner; " in said(latest)


def test_thin_evidence_is_said():
    latest = point({"russia": 0.2, "west": 0.3, "china": 0.5}, flags=("thin",), events=1)

    assert said(latest).endswith(". The evidence is thin: 3 events.")


def test_thin_evidence_of_a_single_event():
    latest = point({"russia": 0.2, "west": 0.3, "china": 0.5}, flags=("thin",), events=1 / 3)

    assert said(latest).endswith(". The evidence is thin: 1 event.")


def test_numbers_of_one_period_name_it():
    latest = point({"russia": 0.2, "west": 0.3, "china": 0.5})

    assert said(latest, period="July 2024").startswith("July 2024: China has the largest share")
    assert said(point(None, reason="no_data"), period="July 2024").startswith(
        "July 2024: nothing is on record between"
    )


def test_a_change_without_both_numbers_is_none():
    assert change_in_points(point(None), YEAR_AGO, "china") is None
    assert change_in_points(YEAR_AGO, None, "china") is None
    assert change_in_points(point({"china": 0.346}), YEAR_AGO, "china") == -5
