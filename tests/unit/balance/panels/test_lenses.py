"""Events beside what is measured, in words."""

import pytest

from balance.panels.lenses import comparisons, lenses_title, missing_research, strength

POLES = [{"code": "russia", "name": "Russia"}, {"code": "west", "name": "the West"}]


def correlation(rho, n, reason=None):
    return {"rho": rho, "n": n, "reason": reason}


def indicator(code="imports", rho=0.5, n=6, measure="shares", reason=None):
    cells = {"russia": {"measured": 0.25, "events": 0.5}, "west": {"measured": 1, "events": None}}
    return {
        "code": code,
        "name": code.capitalize(),
        "measure": measure,
        "periods": [
            {"start": "2020-01-01", "end": "2021-01-01", "poles": cells},
            {"start": "2021-01-01", "end": "2022-01-01", "poles": cells},
        ],
        "overall": correlation(rho, n, reason),
        "poles": {pole["code"]: correlation(None, 2, "too_few") for pole in POLES},
    }


def answer(*indicators):
    return {"poles": POLES, "indicators": list(indicators)}


@pytest.mark.parametrize(
    ("rho", "words"),
    [
        (0.9, "much alike"),
        (0.5, "rather alike"),
        (0.3, "little in common"),
        (0.0, "without any relation"),
        (-0.3, "slightly opposite"),
        (-0.5, "tend to run opposite"),
        (-0.9, "inversely"),
    ],
)
def test_a_coefficient_has_words(rho, words):
    assert words in strength(rho)


def test_the_title_is_about_the_indicator_with_the_most_pairs():
    found = answer(indicator("gas", 0.9, 4), indicator("imports", -0.9, 20))

    assert lenses_title(found) == "Events and “Imports” order the poles inversely"


def test_indicators_without_a_coefficient_make_no_title():
    found = answer(indicator(rho=None, n=2, reason="too_few"))

    assert lenses_title(found) == "Too little is measured to compare with the events"
    assert not comparisons(found)[0].is_told


def test_a_gap_is_a_dash_and_no_dot():
    (view,) = comparisons(answer(indicator()))

    assert view.measured[0] == ("2021", ["25\u00a0%", "100\u00a0%"])
    assert view.events[0] == ("2021", ["50\u00a0%", "–"])
    assert {dot.letter for dot in view.dots} == {"R"}
    assert view.by_pole[0].number == "–"


def test_an_index_is_written_as_one():
    (view,) = comparisons(answer(indicator(measure="index")))

    assert view.measured[0] == ("2021", ["0.25", "1.00"])


def test_a_larger_share_stands_further_right_and_higher():
    low, high = indicator("a"), indicator("b")
    high["periods"][0]["poles"] = {
        "russia": {"measured": 0.5, "events": 0.75},
        "west": {"measured": None, "events": None},
    }

    first, second = (view.dots[0] for view in comparisons(answer(low, high)))

    assert second.x > first.x
    assert second.y < first.y


def test_research_that_is_there_is_not_missed():
    assert missing_research(answer()) == ["voting_agreement", "trade_shares"]
    assert missing_research(answer(indicator("unga_agreement"))) == ["trade_shares"]
