"""Beside an article's address: whether it still answers, and where a copy is kept."""

from datetime import date

import pytest

from tests.factories.articles import ArticleFactory
from tests.factories.balance import EvidenceFactory

pytestmark = pytest.mark.django_db

COPY = "https://archive.example/2024/x"


def test_readers_see_the_archived_copy_and_since_when_the_address_is_dead(client):
    article = ArticleFactory(archive_url=COPY, dead_since=date(2026, 3, 1))
    evidence = EvidenceFactory(article=article, event__status="confirmed")

    for page in (f"/articles/{article.pk}/", "/articles/", evidence.event.get_absolute_url()):
        shown = " ".join(client.get(page).content.decode().split())
        assert f'<a href="{COPY}" rel="noopener">Archived copy</a>' in shown
        assert "has not answered since 1 March 2026" in shown


def test_an_address_that_answers_has_nothing_beside_it(client):
    article = ArticleFactory()

    assert "Archived copy" not in client.get(f"/articles/{article.pk}/").content.decode()


def test_the_api_tells_both_and_the_original(client):
    first = ArticleFactory()
    copy = ArticleFactory(
        archive_url=COPY,
        dead_since=date(2026, 3, 1),
        duplicate_of=first,
        duplicate_basis="text",
    )

    told = client.get(f"/api/v1/articles/{copy.pk}/").json()

    assert (told["archive_url"], told["dead_since"]) == (COPY, "2026-03-01")
    assert told["duplicate_of"] == first.pk
    assert client.get(f"/api/v1/articles/{first.pk}/").json()["archive_url"] is None
