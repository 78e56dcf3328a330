"""The page on which an article is added, and what the list does about copies."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles import killable
from articles.fetching import Refused
from articles.intake import taking
from articles.models import Article
from tests.factories.articles import ArticleFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import read_form, told

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"
PAGE = f"{LIST}take-in/"
WORDS = "On Monday the ministers met in Baku. They signed a treaty on trade. Nobody objected. " * 8


@pytest.fixture(scope="module", autouse=True)
def no_process_left():
    yield
    killable.stop_all()


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(username="anna", superuser=True))
    return client


def shown(page):
    return " ".join(page.content.decode().split())


def test_a_text_is_added_and_what_was_found_is_shown(editor):
    page = editor.post(PAGE, {"text": f"date 2024-08-24 {WORDS}", "outlet": "Daily"}, follow=True)

    article = Article.objects.get()
    assert page.redirect_chain[-1][0] == f"{LIST}{article.pk}/change/"
    for words in ("Published on 24 August 2024, from the page.", "Language: English."):
        assert words in shown(page)


def test_the_list_and_the_desk_lead_to_the_page(editor):
    assert PAGE in shown(editor.get(LIST))
    assert PAGE in shown(editor.get("/admin/"))
    assert "A saved page (.html)" in shown(editor.get(f"{PAGE}?url=https://a.example/%00"))


def test_a_double_click_adds_one_article(editor):
    for _click in range(2):
        page = editor.post(PAGE, {"text": WORDS}, follow=True)

    assert Article.objects.count() == 1
    assert "here already" in shown(page)


def test_a_copy_is_announced_with_its_original(editor):
    editor.post(PAGE, {"text": WORDS, "title": "First <b>"})
    first = Article.objects.get()

    page = editor.post(PAGE, {"text": WORDS, "url": "https://copy.example/x"}, follow=True)

    assert f'<a href="{LIST}{first.pk}/change/">First &lt;b&gt;</a>' in shown(page)


def test_a_file_is_added_and_a_pdf_is_not(editor):
    page = SimpleUploadedFile("a.txt", WORDS.encode())
    editor.post(PAGE, {"file": page})
    assert Article.objects.count() == 1

    refused = editor.post(PAGE, {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7"), "title": "Kept"})
    assert "copy its text" in shown(refused)
    assert 'value="Kept"' in shown(refused)


@pytest.mark.parametrize(
    ("given", "cure"),
    [
        ({}, "Give an address, a text or a file."),
        ({"url": "javascript:alert(1)"}, "begins with http:// or https://"),
        ({"url": "https://a.example/\x00"}, "Null characters are not allowed"),
        ({"text": WORDS, "published_on": "2024-13-41"}, "Enter a valid date"),
        ({"text": "..."}, "There are no words in it"),
        ({"text": WORDS, "outlet": "a" * 900}, "at most 200 characters"),
        ({"file": SimpleUploadedFile("a.txt", b"")}, "There are no words in it"),
        ({"url": "http://127.0.0.1/x"}, "errorlist"),
    ],
)
def test_what_is_wrong_is_said_with_its_cure(editor, given, cure):
    page = editor.post(PAGE, given)

    assert page.status_code == 200
    assert cure in shown(page)
    assert not Article.objects.exists()


def test_an_address_that_does_not_answer_is_a_reason(editor, monkeypatch):
    def refuse(_url):
        raise Refused("Nobody is there.")

    monkeypatch.setattr(taking, "fetch", refuse)

    page = editor.post(PAGE, {"url": "https://a.example/x"})

    assert "Nobody is there." in shown(page)
    assert 'value="https://a.example/x"' in shown(page)


def test_the_page_is_for_those_who_may_add(client):
    client.force_login(UserFactory(is_staff=True))

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"text": WORDS}).status_code == 403


def test_chosen_articles_repeat_the_oldest_or_none(editor):
    first, second = ArticleFactory(published_on="2024-01-01"), ArticleFactory()
    chosen = {"_selected_action": [first.pk, second.pk]}

    editor.post(LIST, {**chosen, "action": "mark_as_duplicates"})
    second.refresh_from_db()
    assert (second.duplicate_of, second.duplicate_basis) == (first, "editor")
    assert second in editor.get(f"{LIST}?duplicate=1").context["cl"].queryset
    assert second not in editor.get(f"{LIST}?duplicate=0").context["cl"].queryset

    editor.post(LIST, {**chosen, "action": "mark_as_no_duplicates"})
    second.refresh_from_db()
    assert (second.duplicate_of, second.duplicate_basis) == (None, "none")


def test_one_article_alone_repeats_nothing(editor):
    chosen = {"_selected_action": [ArticleFactory().pk], "action": "mark_as_duplicates"}

    assert "at least one that repeats it" in shown(editor.post(LIST, chosen, follow=True))


def test_addresses_are_looked_at_soon(editor):
    article = ArticleFactory(link_checked_at="2026-11-22T00:00Z")

    editor.post(LIST, {"_selected_action": [article.pk], "action": "look_at_addresses"})

    article.refresh_from_db()
    assert article.link_checked_at is None


def test_an_editor_s_choice_of_the_original_is_kept(editor):
    original, copy = ArticleFactory(text="One."), ArticleFactory(text="Two.")
    filled = read_form(editor, f"{LIST}{copy.pk}/change/", "article_form")

    editor.post(f"{LIST}{copy.pk}/change/", {**filled, "duplicate_of": original.pk})
    copy.refresh_from_db()
    assert (copy.duplicate_of, copy.duplicate_basis) == (original, "editor")

    filled = read_form(editor, f"{LIST}{copy.pk}/change/", "article_form")
    page = editor.post(
        f"{LIST}{copy.pk}/change/", {**filled, "duplicate_of": copy.pk, "seen_version": ""}
    )
    assert "does not repeat itself" in shown(page)
    assert told(editor.get(LIST)) is not None
