from balance.panels.titles import (
    effective_poles_title,
    pole_title,
    shares_title,
    tone_title,
)
from tests.unit.balance.panels.points import NAMES, point

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
