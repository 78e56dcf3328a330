import pytest

from balance.panels.titles import (
    effective_poles_title,
    pole_title,
    shares_title,
    tone_title,
)
from tests.unit.balance.panels.points import NAMES, point, sure

RUSSIA_LEADS = {"russia": 0.5, "west": 0.3, "china": 0.2}
CHINA_LEADS = {"russia": 0.3, "west": 0.2, "china": 0.5}
LEVEL = {"russia": 0.4, "west": 0.2, "china": 0.4}


def months(*shares):
    return [point(each, on=f"2024-{number:02}-28") for number, each in enumerate(shares, 1)]


def test_the_last_change_of_the_leader_is_the_news():
    points = months(CHINA_LEADS, RUSSIA_LEADS, RUSSIA_LEADS, CHINA_LEADS, CHINA_LEADS)

    assert shares_title(points, NAMES, "month") == "China overtook Russia in April 2024"


def test_a_tie_on_the_way_does_not_change_the_leader():
    points = months(RUSSIA_LEADS, LEVEL, RUSSIA_LEADS)

    assert shares_title(points, NAMES, "month") == "Russia has the largest share throughout"


def test_two_others_level_at_the_top_overtake_nobody():
    others = {"russia": 0.2, "west": 0.4, "china": 0.4}
    points = months(RUSSIA_LEADS, others, RUSSIA_LEADS)

    assert shares_title(points, NAMES, "month") == "Russia has the largest share throughout"


def test_the_month_after_a_tie_is_the_month_of_the_change():
    points = months(RUSSIA_LEADS, LEVEL, CHINA_LEADS)

    assert shares_title(points, NAMES, "month") == "China overtook Russia in March 2024"


def test_gaps_change_no_leader():
    points = months(RUSSIA_LEADS, None, RUSSIA_LEADS)

    assert shares_title(points, NAMES, "month") == "Russia has the largest share throughout"


def test_level_from_first_to_last():
    assert shares_title(months(LEVEL, LEVEL), NAMES, "month") == "Russia and China are level"


def test_no_shares_at_all():
    assert shares_title([], NAMES, "month") == "No cooperation is on record in this period"
    assert shares_title(months(None), NAMES, "year") == "No cooperation is on record in this period"


def test_a_pole_alone_tells_its_peak():
    points = months(RUSSIA_LEADS, CHINA_LEADS, RUSSIA_LEADS)

    assert pole_title(points, "west", NAMES, "day") == (
        "The West’s share was largest on 1 January 2024"
    )
    assert pole_title(months(None), "west", NAMES, "day") == "The West has no share in this period"


def test_tone_names_best_and_worst():
    last = point(CHINA_LEADS, tones={"china": 0.61, "west": 0.0, "russia": -0.38})

    assert tone_title(last, NAMES) == "Friendliest with China (+0.6), coolest with Russia (−0.4)"


def test_tone_of_one_pole_of_equals_and_of_none():
    one = point(CHINA_LEADS, tones={"china": -0.3})
    same = point(CHINA_LEADS, tones={"china": 0.31, "west": 0.29})

    assert tone_title(one, NAMES) == "The tone with China is strained (−0.3)"
    assert tone_title(same, NAMES) == "The tone is the same with all: +0.3"
    assert tone_title(None, NAMES) == "No contact is on record in this period"


def test_effective_poles_against_a_year_ago():
    now = point(CHINA_LEADS, effective_poles=2.94)

    def title(before):
        return effective_poles_title(now, before, "Azerbaijan")

    assert title(None) == "Azerbaijan stands as if it had 2.9 equal partners"
    assert title(point(CHINA_LEADS, effective_poles=2.0)).endswith("up from 2.0 a year ago")
    assert title(point(CHINA_LEADS, effective_poles=3.0)).endswith("down from 3.0 a year ago")
    assert title(point(CHINA_LEADS, effective_poles=2.9)).endswith("partners, as a year ago")
    assert effective_poles_title(point(None), now, "Azerbaijan").startswith("No cooperation")


@pytest.mark.parametrize(
    ("chance", "title"),
    [
        (0.9, "China overtook Russia in February 2024"),
        (0.89, "China probably overtook Russia in February 2024"),
        (0.6, "China probably overtook Russia in February 2024"),
        (0.59, "China edged past Russia in February 2024, within the margin"),
    ],
)
def test_overtaking_is_claimed_as_firmly_as_the_chances_allow(chance, title):
    points = months(RUSSIA_LEADS, CHINA_LEADS, CHINA_LEADS)
    sure(points[-1], leads={"china": chance, "russia": 1 - chance})

    assert shares_title(points, NAMES, "month") == title


def test_a_lead_that_was_open_at_times_is_said_to_have_been():
    points = [sure(each, leads={"russia": 1.0}) for each in months(RUSSIA_LEADS, RUSSIA_LEADS)]
    assert shares_title(points, NAMES, "month") == "Russia has the largest share throughout"

    sure(points[0], leads={"russia": 0.59})

    assert shares_title(points, NAMES, "month") == (
        "Russia has the largest share throughout, at times within the margin"
    )


def test_a_peak_has_its_interval():
    points = months(RUSSIA_LEADS)
    sure(points[0], shares={"west": [0.15, 0.42]})

    assert pole_title(points, "west", NAMES, "month").replace("\N{NO-BREAK SPACE}", " ") == (
        "The West’s share was largest in January 2024: 30 % (15–42 %)"
    )


@pytest.mark.parametrize(
    ("china", "russia", "title"),
    [
        pytest.param(
            [0.4, 0.8],
            [-0.6, -0.3],
            "Friendliest with China (+0.6), coolest with Russia (−0.4)",
            id="both stand out",
        ),
        pytest.param(
            [0.4, 0.8],
            [-0.6, 0.0],
            "Friendliest with China (+0.6); coolest, within the margin, with Russia (−0.4)",
            id="the coolest may be another",
        ),
        pytest.param(
            [0.2, 0.8],
            [-0.6, -0.3],
            "Coolest with Russia (−0.4); friendliest, within the margin, with China (+0.6)",
            id="the friendliest may be another",
        ),
        pytest.param(
            [0.2, 0.8],
            [-0.6, 0.0],
            "Within the margin, friendliest with China (+0.6) and coolest with Russia (−0.4)",
            id="neither stands out",
        ),
    ],
)
def test_a_tone_stands_out_when_no_interval_reaches_its_own(china, russia, title):
    last = point(CHINA_LEADS, tones={"china": 0.6, "west": 0.0, "russia": -0.4})
    sure(last, tones={"china": china, "west": [-0.2, 0.3], "russia": russia})

    assert tone_title(last, NAMES) == title


def test_partners_that_may_be_as_many_as_before_are_not_said_to_be_fewer():
    now = sure(point(CHINA_LEADS, effective_poles=2.9), effective_poles=[2.5, 3.0])

    def title(before, ends=None):
        year_ago = sure(point(CHINA_LEADS, effective_poles=before), effective_poles=ends)
        return effective_poles_title(now, year_ago, "Azerbaijan")

    assert title(2.2, [2.0, 2.4]).endswith("up from 2.2 a year ago")
    assert title(2.2, [2.0, 2.6]).endswith("; a year ago 2.2, within the margin")
    assert title(2.2).endswith("up from 2.2 a year ago")
    assert title(2.6).endswith("; a year ago 2.6, within the margin")
