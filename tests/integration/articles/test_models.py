"""What must be true of outlets, feeds and articles, each broken once."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories.articles import (
    ArticleFactory,
    FeedFactory,
    FeedHealthFactory,
    OutletFactory,
    ServerFactory,
    VisitFactory,
)
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("outlet_has_a_name", {"name": ""}, id="no name"),
        pytest.param("outlet_country_is_three_letters", {"country": "AZ"}, id="two letters"),
        pytest.param("outlet_country_is_three_letters", {"country": "aze"}, id="small letters"),
        pytest.param("outlet_country_is_three_letters", {"country": "AZ\n"}, id="a line break"),
    ],
)
def test_an_outlet_is_refused(truth, changes):
    assert_refused(OutletFactory(), truth, **changes)


def test_an_outlet_needs_no_country():
    assert_accepted(OutletFactory(), country="")


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("feed_is_checked_at_most_once_a_minute", {"check_every": 0}, id="always"),
        pytest.param("feed_address_is_on_the_web", {"url": "file:///etc/passwd"}, id="a file"),
        pytest.param("feed_address_is_on_the_web", {"url": "ftp://a.example/"}, id="ftp"),
        pytest.param("feed_address_is_on_the_web", {"url": ""}, id="no address"),
        pytest.param(
            "feed_address_is_on_the_web",
            {"url": "gopher://a.example/\nhttps://a.example/"},
            id="an address on the second line",
        ),
    ],
)
def test_a_feed_is_refused(truth, changes):
    assert_refused(FeedFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"check_every": 1}, id="every minute"),
        pytest.param({"url": "http://a.example/feed"}, id="without encryption"),
    ],
)
def test_a_feed_is_accepted(changes):
    assert_accepted(FeedFactory(), **changes)


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("article_has_an_address_or_a_text", {"url": "", "text": ""}, id="nothing"),
        pytest.param(
            "article_address_is_on_the_web", {"url": "javascript:alert(1)"}, id="a script"
        ),
        pytest.param("article_address_is_on_the_web", {"url": "//evil.example/"}, id="no scheme"),
    ],
)
def test_an_article_is_refused(truth, changes):
    assert_refused(ArticleFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"url": ""}, id="a pasted text"),
        pytest.param({"text": ""}, id="an address only"),
        pytest.param({"published_on": None}, id="without a date"),
    ],
)
def test_an_article_is_accepted(changes):
    assert_accepted(ArticleFactory(), **changes)


def test_an_address_is_recorded_once():
    known = ArticleFactory()

    assert_refused(ArticleFactory(), "article_address_is_recorded_once", url=known.url)


def test_pasted_texts_share_having_no_address():
    ArticleFactory(url="")

    assert_accepted(ArticleFactory(url=""))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://a.example/x", "file:///etc"])
def test_a_form_takes_only_addresses_on_the_web(address):
    with pytest.raises(ValidationError):
        OutletFactory.build(homepage=address).full_clean()


def test_a_feed_fails_with_a_reason():
    assert_refused(FeedHealthFactory(), "feed_fails_with_its_error", failures=1)


@pytest.mark.parametrize("origin", ["news.example", "file:///etc", "https://news.example/a"])
def test_a_server_is_an_origin(origin):
    assert_refused(ServerFactory(), "server_is_on_the_web", origin=origin)


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        ("visit_is_waiting_or_given_up", {"state": "gone"}),
        ("visit_is_given_up_with_its_error", {"state": "given up"}),
    ],
)
def test_a_page_to_fetch_is_refused(truth, changes):
    assert_refused(VisitFactory(), truth, **changes)
