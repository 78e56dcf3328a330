"""Addresses are looked at again: the dead are marked, and come back to life."""

from datetime import UTC, date, datetime, timedelta

import pytest

from articles import links
from articles.fetching import Fetched, Refused
from articles.models import Article
from tests.factories.articles import ArticleFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
ALIVE = "https://alive.example/x"


@pytest.fixture
def answers(monkeypatch):
    """What addresses answer: a status, or nothing."""
    known = {}

    def fetch(url, **_asked):
        if status := known.get(url, 0):
            return Fetched(url, url, status, {}, b"")
        raise Refused("Nobody is there.")

    monkeypatch.setattr(links, "fetch", fetch)
    known[ALIVE] = 200
    return known


def look(*days):
    for day in days:
        links.look_again(at=AT + timedelta(days=day), most=10)


def again(article):
    article.refresh_from_db()
    return article.link_failures, article.dead_since


def test_an_address_is_dead_after_three_failures_in_a_row(answers):
    ArticleFactory(url=ALIVE)
    gone = ArticleFactory(url="https://gone.example/x")
    answers["https://gone.example/x"] = 404

    look(0, 2)
    assert again(gone) == (2, None)

    Article.objects.filter(url=ALIVE).update(link_checked_at=None)
    look(4)
    assert again(gone) == (3, date(2026, 11, 26))
    assert gone.link_status == "404"


def test_an_address_that_answers_again_is_alive(answers):
    article = ArticleFactory(url=ALIVE, dead_since=date(2026, 1, 1), link_failures=4)

    look(0)

    assert again(article) == (0, None)


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_closed_door_is_no_dead_address(answers, status):
    article = ArticleFactory(url="https://closed.example/x")
    answers[article.url] = status

    look(0)

    assert again(article) == (0, None)
    assert article.link_status == str(status)


def test_nothing_is_noted_where_nobody_at_all_answers(answers):
    article = ArticleFactory(url="https://gone.example/x")

    look(0)
    article.refresh_from_db()

    assert (article.link_failures, article.link_checked_at) == (0, None)


def test_a_round_is_bounded_and_asks_a_site_once(answers):
    for number in range(4):
        ArticleFactory(url=f"https://one.example/{number}")
        answers[f"https://one.example/{number}"] = 200
    ArticleFactory(url=ALIVE)

    assert len(links.look_again(at=AT, most=10)) == 2
    assert len(links.look_again(at=AT, most=1)) == 1


def test_an_address_waits_a_month_unless_an_editor_asks(answers):
    article = ArticleFactory(url=ALIVE)
    ArticleFactory(url="")
    look(0)

    assert not links.due_links(at=AT + timedelta(days=29)).exists()
    assert links.due_links(at=AT + timedelta(days=31)).get() == article

    assert links.look_soon(articles=Article.objects.all()) == 1
    assert links.due_links(at=AT).get() == article
