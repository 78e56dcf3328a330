"""What comes in becomes one article, once, or nothing at all."""

from datetime import UTC, date, datetime

import pytest

from articles import intake, killable
from articles.fetching import Fetched, Refused
from articles.intake import taking
from articles.models import Article, Outlet
from tests.factories.articles import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
WORDS = "On Monday the ministers met in Baku. They signed a treaty on trade. Nobody objected. " * 8
PAGE = (
    '<html><head><meta property="og:site_name" content="The Daily">'
    '<meta property="article:published_time" content="2024-07-03"><title>Gas</title></head>'
    f"<body><article><h1>Gas</h1><p>{WORDS}</p></article></body></html>"
).encode()


@pytest.fixture(scope="module", autouse=True)
def no_process_left():
    yield
    killable.stop_all()


def take_page(url="https://www.daily.example/news/1?utm_source=x#top", page=PAGE, **more):
    return intake.take_in_page(page=page, url=url, at=AT, **more)


def take_text(text=WORDS, **more):
    return intake.take_in_text(text=text, at=AT, **more)


def test_a_page_becomes_an_article_of_its_outlet():
    article = take_page()

    assert article.is_new
    assert article.title == "Gas"
    assert article.outlet.name == "The Daily"
    assert article.outlet.homepage == "https://daily.example/"
    assert (article.published_on, article.date_basis) == (date(2024, 7, 3), "page")
    assert (article.language, article.is_garbled) == ("en", False)
    assert article.url == "https://www.daily.example/news/1?utm_source=x"
    assert article.canonical_url == "https://daily.example/news/1"


def test_the_same_address_twice_is_the_same_article():
    first = take_page()
    again = take_page("http://daily.example/news/1/")

    assert again.pk == first.pk
    assert not again.is_new
    assert Article.objects.count() == 1


def test_what_an_editor_corrected_stays_and_what_lacks_is_filled():
    known = ArticleFactory(
        url="https://daily.example/news/1", title="Corrected", text="", published_on=None
    )

    take_page()
    known.refresh_from_db()

    assert known.title == "Corrected"
    assert "On Monday the ministers met" in known.text
    assert known.published_on == date(2024, 7, 3)


def test_a_feed_s_date_counts_before_the_page_s():
    article = take_page(published_on=date(2024, 7, 1), given_by=intake.Basis.FEED)

    assert (article.published_on, article.date_basis) == (date(2024, 7, 1), "feed")


def test_an_outlet_is_found_by_its_host_or_the_one_above():
    known = OutletFactory(name="Daily", homepage="http://www.daily.example/en/")

    assert take_page("https://az.daily.example/news/2").outlet == known
    assert take_page("https://notdaily.example/news/2").outlet != known


def test_two_sites_of_one_name_are_two_outlets():
    OutletFactory(name="The Daily", homepage="https://elsewhere.example/")

    assert take_page().outlet.name == "daily.example"


def test_a_text_begins_with_its_date_and_is_taken_in_once():
    article = take_text(f"date 2024-08-24 {WORDS}")
    again = take_text(f"date 2024-08-24\n\n{WORDS.replace(' ', '  ')}")

    assert (article.published_on, article.date_basis) == (date(2024, 8, 24), "page")
    assert article.outlet.name == "Unknown outlet"
    assert (again.pk, again.is_new) == (article.pk, False)


def test_a_text_with_an_address_and_a_date_of_the_editor():
    article = take_text(
        url="https://daily.example/x", outlet="The Daily", published_on=date(2024, 1, 2), title="T"
    )

    assert (article.title, article.url) == ("T", "https://daily.example/x")
    assert (article.published_on, article.date_basis) == (date(2024, 1, 2), "editor")


@pytest.mark.parametrize(
    ("error", "taken"),
    [
        pytest.param(intake.NoText, {"text": ""}, id="nothing"),
        pytest.param(intake.NoText, {"text": "\x00 12"}, id="no letter"),
        pytest.param(intake.TooLarge, {"text": "a" * 5_000_001}, id="too long"),
        pytest.param(intake.NoAddress, {"text": WORDS, "url": "javascript:alert(1)"}, id="script"),
        pytest.param(intake.NoAddress, {"text": WORDS, "url": "https://a.example/\x00"}, id="NUL"),
        pytest.param(intake.NoAddress, {"text": WORDS, "url": f"https://a.example/{'x' * 2000}"}),
    ],
)
def test_bad_texts_are_refused_and_nothing_is_stored(error, taken):
    with pytest.raises(error):
        intake.take_in_text(at=AT, **taken)

    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html><body><nav>Home</nav></body></html>", id="menus only"),
        pytest.param(b"/etc/passwd", id="a path"),
        pytest.param(b"\x00" * 5000, id="zeros"),
    ],
)
def test_pages_without_a_text_are_refused(page):
    with pytest.raises(intake.NotTakenIn):
        take_page(page=page)

    assert not Article.objects.exists()


def test_a_reader_that_is_killed_is_a_reason(monkeypatch):
    def stopped(*_args, **_more):
        raise killable.Stopped("It took too long.")

    monkeypatch.setattr(killable, "run", stopped)

    with pytest.raises(intake.CannotRead, match="too long"):
        take_page()


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.pdf", b"%PDF-1.7 ...", intake.WrongKindOfFile),
        ("a.txt", b"%PDF-1.7 ...", intake.WrongKindOfFile),
        ("a.docx", b"PK\x03\x04", intake.WrongKindOfFile),
        ("a.txt", b"\x00\x00\x00\x00", intake.WrongKindOfFile),
        ("a.txt", b"", intake.NoText),
        ("a.html", b"x" * 5_000_001, intake.TooLarge),
    ],
)
def test_files_that_are_no_articles_are_refused(name, data, error):
    with pytest.raises(error):
        intake.take_in_file(name=name, data=data, at=AT)

    assert not Article.objects.exists()


def test_files_become_articles():
    russian = "Президент прибыл с визитом в Китай. Стороны подписали договор о торговле. " * 3
    text = intake.take_in_file(name="a.txt", data=russian.encode("cp1251"), at=AT)
    page = intake.take_in_file(name="a.HTML", data=PAGE, at=AT)

    assert text.language == "ru"
    assert page.outlet.name == "The Daily"


def test_an_address_is_fetched_and_kept_where_it_led(monkeypatch):
    def fetch(url):
        headers = {"content-type": "text/html; charset=utf-8"}
        return Fetched(url, "https://daily.example/news/9", 200, headers, PAGE)

    monkeypatch.setattr(taking, "fetch", fetch)

    assert intake.take_in_address(url="daily.example/short", at=AT).url.endswith("/news/9")


def test_an_address_that_fails_says_why(monkeypatch):
    def refuse(url):
        raise Refused("It leads inside.")

    monkeypatch.setattr(taking, "fetch", refuse)
    with pytest.raises(intake.CannotFetch, match="inside"):
        intake.take_in_address(url="https://daily.example/x", at=AT)

    monkeypatch.setattr(taking, "fetch", lambda url: Fetched(url, url, 404, {}, b""))
    with pytest.raises(intake.CannotFetch, match="404"):
        intake.take_in_address(url="https://daily.example/x", at=AT)

    assert not Article.objects.exists()
