"""Servers with feeds, on this machine."""

from contextlib import ExitStack

import pytest
from django.utils import timezone

from articles import killable
from articles.fetching import fetch
from tests.factories.articles import FeedFactory
from tests.servers import PAGE, content, rss, serve


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
