"""Whose servers need our manners."""

import pytest

from articles.manners import LONGEST_PAUSE, Manners, refusals


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://127.0.0.1:8001", True),
        ("http://localhost:8001", True),
        ("https://wiki", True),
        ("http://wiki:8001", False),
        ("https://news.example", False),
    ],
)
def test_servers_that_the_operator_named_are_ours(settings, origin, is_ours):
    settings.FETCH_ALLOW = ["127.0.0.1:8001", "wiki:443"]

    assert Manners(origin).is_ours is is_ours


@pytest.mark.parametrize(
    ("robots", "pause"),
    [
        ("", 1),
        ("User-agent: *\nCrawl-delay: 7", 7),
        ("User-agent: *\nCrawl-delay: 7\n\nUser-agent: balance\nCrawl-delay: 0.5", 1),
        ("User-agent: *\nCrawl-delay: 86400", LONGEST_PAUSE),
        ("User-agent: *\nCrawl-delay: soon", 1),
        ("\0\ufffd<html>", 1),
    ],
)
def test_the_pause_is_what_robots_txt_asks_for_and_never_less_than_ours(settings, robots, pause):
    settings.FETCH_DELAY = 1
    manners = Manners("https://news.example", robots=robots)

    assert refusals(manners, ["https://news.example/1"]) == {}
    assert manners.pause == pause
