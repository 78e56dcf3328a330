"""What the page of what-if says about an answer."""

import pytest

from balance.panels.what_if import change_in_words, headline

NAMES = {"russia": "Russia", "west": "the West", "china": "China"}
USUAL = (0.2, 0.5, 0.3)


def point(shares):
    return {"poles": {c: {"share": s} for c, s in zip(NAMES, shares, strict=True)}}


def answer(now=USUAL, usual=USUAL, **settings):
    weights = {"economic": 1.0, "energy": 1.0}
    changed = {
        "half_life": 365.0,
        "kappa": 10.0,
        "dimension_weights": weights,
        "floor": 0.0,
        "without_outlets": [],
        "without_events": [],
    } | settings
    return {
        "poles": [{"code": code, "name": name} for code, name in NAMES.items()],
        "methodology": {"kappa": 10.0, "dimension_weights": weights},
        "settings": changed,
        "points": [point(now)],
        "default": {"half_life": 365.0, "points": [point(usual)]},
    }


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, ""),
        ({"half_life": 90.0}, "With a half-life of 90 days"),
        (
            {"dimension_weights": {"economic": 1.0, "energy": 0.25}},
            "With the weight 0.25 for the dimension “energy”",
        ),
        ({"floor": 0.6}, "Without events less sure than 60\N{NO-BREAK SPACE}%"),
        ({"without_outlets": [{"id": 1, "name": "Report"}]}, "Without what only Report reports"),
        ({"without_events": [{"event": 1, "title": "A pact"}]}, "Without “A pact”"),
        ({"floor": 0.6, "half_life": 90.0}, "With your settings"),
        ({"kappa": 5.0}, "With your settings"),
    ],
    ids=str,
)
def test_a_single_change_is_named(settings, words):
    assert change_in_words(answer(**settings)) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "By default the West has the largest share, 50 %. What if …?"),
        (
            {"now": (0.1, 0.3, 0.6), "floor": 0.5},
            (
                "Without events less sure than 50 %, China would have the largest share, 60 %, "
                "instead of the West with 50 %."
            ),
        ),
        (
            {"now": (0.2, 0.6, 0.2), "floor": 0.5},
            (
                "Without events less sure than 50 %, the West would still have the largest share: "
                "60 % instead of 50 %."
            ),
        ),
        (
            {"now": (0.2, 0.501, 0.299), "half_life": 90.0},
            "With a half-life of 90 days, the West would still have the largest share, 50 %.",
        ),
        (
            {"now": (None,) * 3, "half_life": 90.0},
            "With a half-life of 90 days, no cooperation would be left to share.",
        ),
        (
            {"now": (0.4, 0.4, 0.2), "usual": (0.4, 0.4, 0.2)},
            "By default Russia and the West have the largest share together, 40 % each. What if …?",
        ),
        (
            {"usual": (None,) * 3},
            "No cooperation is on record, so there is nothing to share.",
        ),
    ],
    ids=str,
)
def test_a_headline_says_who_would_lead(given, words):
    assert headline(answer(**given)).replace("\N{NO-BREAK SPACE}", " ") == words
