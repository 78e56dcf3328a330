"""What must be true of outlets, feeds and articles, each broken once."""

import pytest
from django.core.exceptions import ValidationError

from articles import edits
from articles.models import Article
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
        pytest.param(
            "article_archive_is_on_the_web", {"archive_url": "data:text/html,x"}, id="no archive"
        ),
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


def test_an_article_is_no_duplicate_of_itself():
    article = ArticleFactory()

    assert_refused(
        article, "article_is_no_duplicate_of_itself", duplicate_of=article, duplicate_basis="text"
    )


@pytest.mark.parametrize("basis", ["", "none"])
def test_an_article_says_why_it_is_a_duplicate(basis):
    assert_refused(
        ArticleFactory(),
        "article_says_why_it_is_a_duplicate",
        duplicate_of=ArticleFactory(),
        duplicate_basis=basis,
    )


def test_a_duplicate_is_accepted_with_its_reason():
    original = ArticleFactory()

    assert_accepted(ArticleFactory(), duplicate_of=original, duplicate_basis="passages")


def test_the_hash_of_a_text_does_not_see_how_wide_the_breaks_are():
    wide, narrow = (
        ArticleFactory(text="One  two.\n\nThree. "),
        ArticleFactory(text="One two. Three."),
    )
    other, none = ArticleFactory(text="One two. three."), ArticleFactory(text=" \n")
    for article in (wide, narrow, other, none):
        article.refresh_from_db()

    assert wide.text_hash == narrow.text_hash != other.text_hash
    assert none.text_hash == ""


def test_a_hash_follows_its_text():
    article = ArticleFactory()
    Article.objects.filter(pk=article.pk).update(text="Another text.", text_hash="mine")
    article.refresh_from_db()
    same = ArticleFactory(text="Another text.")
    same.refresh_from_db()

    assert article.text_hash == same.text_hash


def test_a_text_too_long_for_a_search_vector_is_stored():
    long = " ".join(f"word{number}" for number in range(400_000))

    assert Article.objects.filter(pk=ArticleFactory(text=long).pk, search="word77").exists()


def test_what_a_machine_notes_of_a_link_is_no_version():
    article = ArticleFactory()
    before = edits.count_versions(article)

    Article.objects.filter(pk=article.pk).update(link_status="404", link_failures=1)

    assert edits.count_versions(article) == before


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
