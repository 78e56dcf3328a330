import pytest

from articles import tasks
from articles.duplicates import unsettled
from tests.factories.articles import ArticleFactory

pytestmark = pytest.mark.django_db


def test_articles_are_compared_though_one_of_them_fails(monkeypatch, caplog):
    first, broken, copy = (ArticleFactory(text=f"Gas flows {n // 2 * 2}.") for n in (0, 3, 1))
    usual = tasks.settle

    def settle(*, article):
        if article.pk == broken.pk:
            raise ValueError("broken")
        return usual(article=article)

    monkeypatch.setattr(tasks, "settle", settle)

    assert tasks.settle_articles() == 3
    assert list(unsettled()) == [broken]
    copy.refresh_from_db()
    assert copy.duplicate_of == first
    assert f"Article {broken.pk}" in caplog.text


def test_a_round_looks_at_as_many_addresses_as_the_setting_says(monkeypatch, settings):
    asked = []
    monkeypatch.setattr(tasks, "look_again", lambda *, at, most: asked.append(most) or [])
    settings.LINKS_A_ROUND = 7

    assert tasks.look_at_links() == 0
    assert asked == [7]
