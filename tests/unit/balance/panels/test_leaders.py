import pytest

from balance.panels.leaders import leaders
from tests.unit.balance.panels.points import NAMES, point, sure


def said(shares, leads):
    text = leaders(sure(point(shares), leads=leads), NAMES)
    return text.replace("\N{NO-BREAK SPACE}", " ")


SHARES = {"russia": 0.26, "west": 0.32, "china": 0.42}


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (1.0, "China leads (42 %), then the West (32 %)"),
        (0.9, "China leads (42 %), then the West (32 %)"),
        (0.899, "China probably leads (42 %), then the West (32 %)"),
        (0.6, "China probably leads (42 %), then the West (32 %)"),
        (0.599, "no clear leader: China has 42 %, the West 32 %"),
    ],
)
def test_the_words_follow_the_chance_of_leading(chance, words):
    assert said(SHARES, {"china": chance, "west": 1 - chance}) == words


def test_without_chances_it_only_ranks():
    assert leaders(point(SHARES), NAMES).startswith("China has the largest share")
    assert said(SHARES, None).startswith("China has the largest share")


def test_who_probably_leads_may_be_written_like_the_next():
    shares = {"russia": 0.2, "west": 0.398, "china": 0.402}

    assert said(shares, {"china": 0.7, "west": 0.3}) == (
        "China probably leads (40 %), then the West (40 %)"
    )


@pytest.mark.parametrize(
    ("shares", "leads", "words"),
    [
        pytest.param(
            {"russia": 0.22, "west": 0.254, "china": 0.253},
            {"russia": 0.09, "west": 0.46, "china": 0.45},
            "the West and China have about a quarter each (25 %)",
            id="a third that will hardly lead is not named",
        ),
        pytest.param(
            {"russia": 0.22, "west": 0.254, "china": 0.253},
            {"russia": 0.1, "west": 0.46, "china": 0.44},
            "the West and China have about a quarter each (25 %), Russia 22 %",
            id="a third that may lead is named",
        ),
        pytest.param(
            {"russia": 0.29, "west": 0.29, "china": 0.42},
            {"russia": 0.3, "west": 0.2, "china": 0.5},
            "China has 42 %, Russia and the West 29 % each",
            id="two share the second place",
        ),
        pytest.param(
            {"russia": 0.1, "west": 0.45, "china": 0.45},
            {"russia": 0.0, "west": 0.5, "china": 0.5},
            "the West and China have 45 % each",
            id="near no simple part",
        ),
        pytest.param(
            {"russia": 1 / 3, "west": 1 / 3, "china": 1 / 3},
            {"russia": 1 / 3, "west": 1 / 3, "china": 1 / 3},
            "Russia, the West and China have about a third each (33 %)",
            id="all alike",
        ),
    ],
)
def test_without_a_clear_leader_the_closest_are_named(shares, leads, words):
    assert said(shares, leads) == f"no clear leader: {words}"


def test_a_single_pole_has_all_of_it_however_sure():
    assert said({"russia": 0.0, "west": 0.0, "china": 1.0}, {"china": 1.0}) == (
        "all cooperation on record is with China"
    )
