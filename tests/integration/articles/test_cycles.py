"""One cycle over many feeds, good and bad: each gets what it deserves, and none waits for long."""

import json
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from articles import killable, visiting
from articles.cycles import AlreadyRunning, run_cycle
from articles.fetching import fetch
from articles.looking import look_now
from articles.management.commands import fetch_feeds
from articles.manners import Manners
from articles.models import Article, Feed, FeedHealth, Server, Visit
from articles.tasks import fetch_due
from articles.visiting import try_again, visits_due
from tests.factories.articles import FeedFactory, VisitFactory
from tests.servers import (
    content,
    dripping,
    endless,
    hanging_up,
    moved,
    serve,
    silent,
    status,
)

pytestmark = pytest.mark.django_db
RSS = "application/rss+xml"
PAGE = "<html><body><article><h1>Talks</h1>{}</article></body></html>".format(
    "<p>On Monday the ministers met in Baku and signed a treaty on trade between the states.</p>"
    * 9
)


def rss(*addresses):
    items = "".join(
        f"<item><link>{url}</link><title>Talks</title><pubDate>03.07.2024</pubDate></item>"
        for url in addresses
    )
    return content(f'<rss version="2.0"><channel>{items}</channel></rss>', RSS)


BAD = {
    "drip": (dripping(), "not arrive in time"),
    "silence": (silent(), "not arrive in time"),
    "flood": (endless(RSS), "longer than 5.0 MB"),
    "broken": (status(500), "status 500"),
    "inside": (moved("http://169.254.169.254/latest/"), "not on the public network"),
    "circle": (moved("/feed"), "more than 5 times"),
    "page": (content("<html><p>Not here</p></html>"), "no feed"),
    "picture": (content(b"GIF89a", "image/gif"), "This is image/gif"),
    "bomb": (content('<!DOCTYPE r [<!ENTITY a "b">]><rss/>', RSS), "entities"),
    "nested": (content("<rss><channel>" + "<a>" * 466_000, RSS), "too much computing time"),
    "cut": (hanging_up(), "broke off"),
}


@pytest.fixture
def hasty(monkeypatch):
    """Limits that a test can wait for."""
    monkeypatch.setitem(fetch.__globals__, "SECONDS", 2.0)
    monkeypatch.setattr(killable.run, "__kwdefaults__", killable.run.__kwdefaults__ | {"cpu": 1})


@pytest.fixture
def sites(settings):
    """Make a server of its own for each feed."""
    with ExitStack() as running:

        def make(replies):
            site = running.enter_context(serve(replies))
            settings.FETCH_ALLOW = [*settings.FETCH_ALLOW, site.host]
            return site

        yield make


def health(feed):
    return FeedHealth.objects.get(feed=feed)


def test_a_hundred_feeds_of_which_some_are_slow_broken_or_hostile(sites, hasty):
    for number in range(100 - len(BAD)):
        site = sites({})
        pages = [f"{site.origin}/{number}/{page}" for page in range(3)]
        site.replies["/feed"] = rss(*pages)
        FeedFactory(url=f"{site.origin}/feed")
    bad = {
        name: FeedFactory(url=f"{sites({'/feed': reply}).origin}/feed")
        for name, (reply, _reason) in BAD.items()
    }
    begun = time.monotonic()

    cycle = run_cycle(now=timezone.now(), seconds=1.0)

    assert time.monotonic() - begun < 10
    assert len(cycle.looks) == 100
    assert len(cycle.failures) == len(BAD)
    assert Article.objects.count() == Visit.objects.count() == 3 * (100 - len(BAD))
    for name, (_reply, reason) in BAD.items():
        assert reason in health(bad[name]).error, name
        assert health(bad[name]).failures == 1
    assert FeedHealth.objects.filter(failures=0, items=3, new_items=3).count() == 100 - len(BAD)


def test_a_hundred_feeds_of_one_server_of_our_own(sites, hasty):
    site = sites({"/slow": dripping()})
    for number in range(30):
        site.replies[f"/{number}"] = rss(f"{site.origin}/pages/{number}")
        FeedFactory(url=f"{site.origin}/{number}")
    FeedFactory(url=f"{site.origin}/slow")

    cycle = run_cycle(now=timezone.now(), seconds=1.0)

    assert [look.feed for look in cycle.failures] == [f"{site.origin}/slow"]
    assert Article.objects.count() == 30
    assert site.paths.count("/robots.txt") == 1


@pytest.fixture
def site(sites):
    return sites({})


@pytest.fixture
def feed(site):
    site.replies["/feed"] = rss(f"{site.origin}/1")
    site.replies["/1"] = content(PAGE)
    return FeedFactory(url=f"{site.origin}/feed", check_every=60)


@pytest.fixture
def now():
    return timezone.now()


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


# --- pages ---


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (status(404), "given up"),
        (status(503), "waiting"),
        (content(b"%PDF", "application/pdf"), "given up"),
    ],
)
def test_a_page_that_is_gone_for_good_is_given_up_at_once(site, feed, now, reply, state):
    site.replies["/1"] = reply

    run_cycle(now=now)

    assert Visit.objects.get().state == state
    assert Visit.objects.get().error


def test_a_page_is_given_up_after_five_attempts_and_an_editor_may_try_again(site, feed, now):
    site.replies["/1"] = status(500)
    at, attempts = now, []
    for _ in range(6):
        run_cycle(now=at)
        visit = Visit.objects.get()
        attempts.append((visit.attempts, visit.state))
        at = visit.due_at

    assert attempts[3:] == [(4, "waiting"), (5, "given up"), (5, "given up")]
    site.replies["/1"] = content(PAGE)
    try_again(visits=[visit.pk], now=at)
    run_cycle(now=at)
    assert Article.objects.get().text


def test_a_page_that_ends_the_worker_each_time_is_given_up_and_others_go_on(site, feed, now):
    FeedFactory(url=f"{site.origin}/other")
    site.replies |= {"/other": rss(f"{site.origin}/2"), "/2": content(PAGE)}
    poison = VisitFactory(article__url=f"{site.origin}/poison", attempts=5, due_at=now)

    run_cycle(now=now)

    poison.refresh_from_db()
    assert (poison.state, poison.error) == (
        "given up",
        "The worker ended while it read this page.",
    )
    assert "/poison" not in site.paths
    assert Article.objects.exclude(text="").count() == 2


def test_an_attempt_counts_before_it_is_made(site, feed, now, monkeypatch):
    def end(*_, **__):
        raise SystemExit

    monkeypatch.setattr(visiting, "_take_in", end)
    with pytest.raises(SystemExit):
        run_cycle(now=now)

    assert Visit.objects.get().attempts == 1


def test_a_server_with_many_pages_does_not_keep_the_others_waiting(db, now):
    for number in range(60):
        VisitFactory(article__url=f"https://many.example/{number}")
    few = VisitFactory(article__url="https://few.example/1")

    due = visits_due(now=now)

    assert len(due) == 21
    assert due[-1] == few


def test_pages_that_cannot_be_read_in_time_wait_for_the_next_cycle(site, feed, now, monkeypatch):
    monkeypatch.setattr(visiting, "GRACE", -60)

    cycle = run_cycle(now=now)

    assert (cycle.outcomes, cycle.pages_left) == ([], 1)
    assert Visit.objects.get().attempts == 0


# --- who starts it ---


def test_two_cycles_do_not_run_at_once(feed, now):
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('articles.cycles'))")
        with pytest.raises(AlreadyRunning):
            run_cycle(now=now)
        assert fetch_due.delay().get() == 0
    finally:
        other.close()


def test_the_command_waits_for_a_worker_and_then_says_so(feed, monkeypatch):
    monkeypatch.setattr(fetch_feeds, "PATIENCE", 0.3)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('articles.cycles'))")
        with pytest.raises(CommandError, match="try again later"):
            call_command("fetch_feeds")
    finally:
        other.close()


def test_the_worker_fetches_what_is_due(feed):
    assert fetch_due.delay().get() == 2
    assert fetch_due.delay().get() == 0


def test_without_feeds_the_worker_asks_little_and_says_nothing(
    db, caplog, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        assert fetch_due.delay().get() == 0

    assert not caplog.records


def report(capsys, *arguments):
    call_command("fetch_feeds", *arguments, "--json")
    return json.loads(capsys.readouterr().out)


def test_the_command_tells_what_it_did(site, feed, capsys):
    bad = FeedFactory(url=f"{site.origin}/none")

    told = report(capsys)

    assert {name: told[name] for name in ("feeds", "items", "new", "pages")} == {
        "feeds": 2,
        "items": 1,
        "new": 1,
        "pages": 1,
    }
    assert told["failed"] == [{"feed": bad.url, "reason": "The server answered with status 404."}]
    assert report(capsys)["feeds"] == 0
    assert report(capsys, "--all")["feeds"] == 2
    call_command("fetch_feeds")
    assert "Feeds looked at: 0, failed: 0" in capsys.readouterr().out


def test_the_command_fails_when_no_feed_could_be_read(site, capsys):
    FeedFactory(url=f"{site.origin}/none")

    with pytest.raises(CommandError, match="No feed could be read"):
        call_command("fetch_feeds")

    assert "status 404" in capsys.readouterr().out
