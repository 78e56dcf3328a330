"""One cycle over many feeds, good and bad: each gets what it deserves, and none waits for long."""

import json
import time

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from articles.cycles import AlreadyRunning, run_cycle
from articles.management.commands import fetch_feeds
from articles.models import Article, FeedHealth, Visit
from articles.tasks import fetch_due
from tests.factories.articles import FeedFactory
from tests.servers import (
    RSS,
    content,
    dripping,
    endless,
    hanging_up,
    moved,
    rss,
    silent,
    status,
)

pytestmark = pytest.mark.django_db


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
