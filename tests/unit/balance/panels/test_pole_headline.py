"""The sentence about one pole."""

import pytest

from balance.panels.headline import Standing
from balance.panels.pole_headline import pole_headline


def point(share, tone=None):
    return {"poles": {"west": {"share": share, "tone": tone}}}


def said(latest, year_ago=None, period=""):
    standing = Standing(
        focus="Azerbaijan",
        names={"west": "the West"},
        latest=latest,
        year_ago=year_ago,
        period=period,
    )
    return pole_headline(standing, "west").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("latest", "year_ago", "sentence"),
    [
        pytest.param(
            point(0.26, 0.62),
            point(0.22),
            "The West has 26 % of Azerbaijan’s cooperation with the poles, up 4 points in a year; "
            "the tone is friendly (+0.6).",
            id="rose",
        ),
        pytest.param(
            point(0.26, -0.3),
            point(0.26),
            "The West has 26 % of Azerbaijan’s cooperation with the poles, as a year ago; "
            "the tone is strained (−0.3).",
            id="as a year ago",
        ),
        pytest.param(
            point(0.0, -0.3),
            None,
            "The West has no part of Azerbaijan’s cooperation, no number a year ago; "
            "the tone is strained (−0.3).",
            id="no part",
        ),
        pytest.param(
            point(None, -0.3),
            None,
            "Only conflict is on record between Azerbaijan and the West.",
            id="only conflict",
        ),
        pytest.param(
            point(None),
            None,
            "Nothing is on record yet between Azerbaijan and the West.",
            id="none",
        ),
        pytest.param(
            None, None, "Nothing is on record yet between Azerbaijan and the West.", id="no point"
        ),
    ],
)
def test_the_sentence_follows_from_the_numbers(latest, year_ago, sentence):
    assert said(latest, year_ago) == sentence


def test_a_period_alone_is_named():
    assert said(point(1.0), period="July 2024").startswith("July 2024: the West has 100 %")
