"""Outlets, feeds and articles in the admin."""

import pytest
from django.test import Client

from articles.models import Article, Outlet
from tests.factories.articles import ArticleFactory, FeedFactory, OutletFactory
from tests.factories.balance import EvidenceFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import complaints, read_form, told, with_row

LIST = "/admin/articles/article/"


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    """A client signed in as somebody who may do everything in the admin."""
    client.force_login(UserFactory(username="anna", superuser=True))
    return client


def form(editor: Client, article: Article) -> dict[str, str]:
    return read_form(editor, f"{LIST}{article.pk}/change/", "article_form")


def test_an_article_is_recorded(editor):
    new = read_form(editor, f"{LIST}add/", "article_form")
    new |= {"outlet": str(OutletFactory().pk), "text": "One.\r\nTwo. "}

    page = editor.post(f"{LIST}add/", new, follow=True)

    assert not complaints(page)
    assert Article.objects.get().text == "One.\nTwo. "


def test_saving_an_article_unchanged_leaves_its_text_to_the_letter(editor):
    article = ArticleFactory(text="\n One.\nTwo. \n")

    editor.post(f"{LIST}{article.pk}/change/", form(editor, article))

    article.refresh_from_db()
    assert article.text == "\n One.\nTwo. \n"
    assert "Nothing changed." in told(editor.get(LIST))


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"url": "", "text": ""}, "one of the two is needed"),
        ({"url": "ftp://example.org/a"}, "valid URL"),
        ({"url": "javascript:alert(1)"}, "valid URL"),
        ({"published": "soon"}, "no date that can be read"),
        ({"outlet": "0"}, "valid choice"),
    ],
)
def test_a_wrong_value_is_answered_with_its_cure(editor, wrong, cure):
    article = ArticleFactory()

    page = editor.post(f"{LIST}{article.pk}/change/", {**form(editor, article), **wrong})

    assert cure in complaints(page)


def test_an_address_is_recorded_once(editor):
    ArticleFactory(url="https://daily.example/1")
    article = ArticleFactory()
    data = {**form(editor, article), "url": "https://daily.example/1"}

    page = editor.post(f"{LIST}{article.pk}/change/", data)

    assert "with this address is here already" in complaints(page)


def test_a_text_keeps_what_is_quoted_from_it(editor):
    article = EvidenceFactory().article

    page = editor.post(
        f"{LIST}{article.pk}/change/", {**form(editor, article), "text": "Nothing happened."}
    )

    assert page.status_code == 200
    assert "word for word" in complaints(page)
    assert "Nothing happened." in page.content.decode()
    article.refresh_from_db()
    assert "treaty" in article.text


def test_the_list_counts_the_evidence(editor):
    article = ArticleFactory()
    EvidenceFactory(article=article)
    EvidenceFactory(article=article)

    assert '<td class="field-evidence">2</td>' in editor.get(LIST).content.decode()


def test_an_article_with_evidence_is_not_deleted(editor):
    article = EvidenceFactory().article

    page = editor.post(f"{LIST}{article.pk}/delete/", {"post": "yes"}, follow=True)

    assert "would lose its source" in told(page)
    assert Article.objects.filter(pk=article.pk).exists()


def test_an_article_that_nothing_refers_to_may_go(editor):
    article = ArticleFactory()

    editor.post(f"{LIST}{article.pk}/delete/", {"post": "yes"})

    assert not Article.objects.filter(pk=article.pk).exists()


def test_an_outlet_is_kept_with_its_feeds(editor):
    feed = FeedFactory()
    address = f"/admin/articles/outlet/{feed.outlet.pk}/change/"
    data = read_form(editor, address, "outlet_form")
    data = with_row(data, "feeds", url="https://daily.example/feed.xml", check_every="0")

    page = editor.post(address, {**data, "country": "aze"})
    assert "three capital letters" in complaints(page)
    assert "write 1 or more" in complaints(page)

    page = editor.post(address.replace("change", "delete"), {"post": "yes"}, follow=True)
    assert "never deleted" in told(page)
    assert Outlet.objects.exists()


def test_an_article_is_found_by_its_address(editor):
    article = ArticleFactory(url="https://daily.example/news/very-special")
    ArticleFactory()

    page = editor.get(LIST, {"q": article.url}).content.decode()

    assert "1 result" in page
