"""Looking at feeds: what is new, when to look again, and how a server wants to be visited."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from articles.cycles import run_cycle
from articles.looking import look_now
from articles.manners import Manners
from articles.models import Article, Feed, FeedHealth, Server, Visit
from tests.factories.articles import FeedFactory
from tests.servers import RSS, content, hanging_up, rss, status

pytestmark = pytest.mark.django_db


def health(feed):
    return FeedHealth.objects.get(feed=feed)


def test_what_a_feed_lists_becomes_an_article_with_the_text_of_its_page(site, feed, now):
    cycle = run_cycle(now=now)

    article = Article.objects.get()
    assert (article.title, article.outlet) == ("Talks", feed.outlet)
    assert (article.published_on.isoformat(), article.date_basis) == ("2024-07-03", "feed")
    assert "signed a treaty on trade" in article.text
    assert (cycle.outcomes[0].error, Visit.objects.count()) == ("", 0)
    state = health(feed)
    assert (state.looked_at, state.succeeded_at, state.items, state.new_items) == (now, now, 1, 1)
    assert state.due_at - now == timedelta(hours=1)


def test_a_feed_is_looked_at_when_it_is_due_and_stores_nothing_twice(site, feed, now):
    run_cycle(now=now)

    early = run_cycle(now=now + timedelta(minutes=59))
    again = run_cycle(now=now + timedelta(minutes=60))

    assert (early.looks, [look.new for look in again.looks]) == ([], [0])
    assert Article.objects.count() == 1
    assert site.paths.count("/1") == 1


def test_the_same_article_by_another_address_is_known(site, feed, now):
    run_cycle(now=now)
    site.replies["/feed"] = rss(f"{site.origin}/1?utm_source=feed", f"{site.origin}/1#top")

    assert [look.new for look in run_cycle(now=now + timedelta(hours=1)).looks] == [0]


def test_an_inactive_feed_is_left_alone(site, feed, now):
    Feed.objects.update(is_active=False)

    assert run_cycle(now=now).looks == []
    assert look_now(feeds=[feed.pk], now=now) == 0
    assert site.asked == []


def test_a_server_is_asked_only_for_what_changed(site, feed, now):
    listed = content('<rss version="2.0"/>', RSS, ETag='"7"', Last_Modified="Wed, 03 Jul 2024")
    site.replies["/feed"] = listed
    run_cycle(now=now)
    site.replies["/feed"] = status(304)

    look = run_cycle(now=now + timedelta(hours=1)).looks[0]

    _path, headers = site.asked[-1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"7"', "Wed, 03 Jul 2024")
    assert look.is_unchanged
    assert health(feed).failures == 0


def test_what_fails_is_left_alone_for_longer_each_time_and_success_forgives(site, feed, now):
    good, site.replies["/feed"] = site.replies["/feed"], status(500)
    waits = []
    at = now
    for _ in range(7):
        run_cycle(now=at)
        waits.append((health(feed).due_at - at) / timedelta(hours=1))
        at = health(feed).due_at

    assert waits == [2, 4, 8, 16, 24, 24, 24]
    assert health(feed).failures == 7
    assert "status 500" in health(feed).error
    site.replies["/feed"] = good
    run_cycle(now=at)
    assert (health(feed).failures, health(feed).error) == (0, "")


@pytest.mark.parametrize(
    ("written", "hours"),
    [("18000", 5), ("1", 2), ("99999999999999", 24 * 7), ("soon", 2), ("", 2)],
)
def test_a_server_says_when_to_come_back(site, feed, now, written, hours):
    site.replies["/feed"] = status(429, Retry_After=written)

    run_cycle(now=now)

    assert health(feed).due_at - now == timedelta(hours=hours)


def test_a_server_says_on_which_day_to_come_back(site, feed):
    site.replies["/feed"] = status(503, Retry_After="Thu, 04 Jul 2024 18:00:00 GMT")
    now = datetime(2024, 7, 4, 12, tzinfo=UTC)

    run_cycle(now=now)

    assert health(feed).due_at - now == timedelta(hours=6)


def test_robots_txt_is_read_once_a_day_and_obeyed(site, feed, now):
    site.replies["/robots.txt"] = content("User-agent: Balance\nDisallow: /1", "text/plain")

    run_cycle(now=now)
    run_cycle(now=now + timedelta(hours=2))

    assert site.paths.count("/robots.txt") == 1
    assert "/1" not in site.paths
    visit = Visit.objects.get()
    assert (visit.state, visit.attempts) == ("given up", 1)
    assert "asks visitors like us to stay away" in visit.error
    run_cycle(now=now + timedelta(days=2))
    assert site.paths.count("/robots.txt") == 2


@pytest.mark.parametrize("reply", [status(503), hanging_up()], ids=["an error", "half of it"])
def test_who_cannot_say_what_is_forbidden_is_not_asked(site, feed, now, reply):
    site.replies["/robots.txt"] = reply

    run_cycle(now=now)

    assert "robots.txt" in health(feed).error
    assert site.paths == ["/robots.txt"]


def test_old_words_of_robots_txt_count_while_there_are_no_new_ones(site, feed, now):
    run_cycle(now=now)
    site.replies["/robots.txt"] = status(503)

    assert not run_cycle(now=now + timedelta(days=2)).failures
    assert run_cycle(now=now + timedelta(days=40)).failures


def test_a_server_gets_the_pause_it_asks_for_across_cycles(site, feed, now):
    site.replies["/robots.txt"] = content("User-agent: *\nCrawl-delay: 30", "text/plain")

    run_cycle(now=now)
    too_early = run_cycle(now=now + timedelta(seconds=5))
    later = run_cycle(now=now + timedelta(seconds=40))

    assert (too_early.pages_left, len(later.outcomes)) == (1, 1)
    assert Server.objects.get().free_at - now > timedelta(seconds=60)


def test_other_peoples_servers_are_asked_one_thing_at_a_time_with_a_pause(
    site, settings, monkeypatch, now
):
    monkeypatch.setattr(Manners, "is_ours", False)
    settings.FETCH_DELAY = 1
    times = []

    def note(handler):
        times.append(time.monotonic())
        rss()(handler)

    for number in range(3):
        site.replies[f"/{number}"] = note
        FeedFactory(url=f"{site.origin}/{number}")

    cycle = run_cycle(now=now, seconds=1.5)

    assert times[1] - times[0] >= 0.99
    assert (len(cycle.looks), cycle.feeds_left) == (2, 1)


def test_a_server_that_wants_a_rest_gets_it_for_all_its_pages(site, settings, monkeypatch, now):
    monkeypatch.setattr(Manners, "is_ours", False)
    settings.FETCH_DELAY = 0
    for number in range(3):
        site.replies[f"/{number}"] = status(429, Retry_After="3600")
        FeedFactory(url=f"{site.origin}/{number}")

    cycle = run_cycle(now=now)
    soon = run_cycle(now=now + timedelta(minutes=30))
    later = run_cycle(now=now + timedelta(minutes=70))

    assert [len(one.looks) for one in (cycle, soon, later)] == [1, 0, 1]


def test_a_server_that_does_not_answer_is_not_asked_for_its_other_pages(
    site, settings, monkeypatch, now
):
    monkeypatch.setattr(Manners, "is_ours", False)
    settings.FETCH_DELAY = 0
    for number in range(3):
        site.replies[f"/{number}"] = hanging_up()
        FeedFactory(url=f"{site.origin}/{number}")

    assert len(run_cycle(now=now).looks) == 1
