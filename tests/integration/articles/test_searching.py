"""Articles are searched in their own language."""

import pytest

from articles.models import Article
from articles.searching import STEMMED, articles_with_words
from tests.factories.articles import ArticleFactory

pytestmark = pytest.mark.django_db


def found(words):
    return set(articles_with_words(Article.objects.all(), words))


@pytest.fixture
def articles():
    return {
        "en": ArticleFactory(language="en", title="", text="The ministers signed treaties."),
        "ru": ArticleFactory(language="ru", title="", text="Министры подписали договоры."),
        "tr": ArticleFactory(language="tr", title="", text="Bakanlar anlaşmaları imzaladı."),
        "az": ArticleFactory(language="az", title="", text="Nazirlər müqavilə imzaladı."),
        "hy": ArticleFactory(language="hy", title="", text="Նախարարները ստորագրեցին։"),
        "": ArticleFactory(language="", title="", text="Ministers signing."),
    }


@pytest.mark.parametrize(
    ("words", "languages"),
    [
        pytest.param("treaty", ["en"], id="another form of an English word"),
        pytest.param("договор", ["ru"], id="another form of a Russian word"),
        pytest.param("министров подписал", ["ru"], id="two of them"),
        pytest.param("anlaşma", ["tr"], id="another form of a Turkish word"),
        pytest.param("müqavilə", ["az"], id="a word of a language without stems"),
        pytest.param("müqavilələr", [], id="another form of it is not found"),
        pytest.param("sign", ["en", ""], id="an article whose language nobody told"),
        pytest.param("the treaty", ["en"], id="a word that English has everywhere"),
        pytest.param("и договор", ["ru"], id="a word that Russian has everywhere"),
        pytest.param("imzaladı -anlaşma", ["az"], id="without a word"),
        pytest.param('"подписали договоры"', ["ru"], id="a phrase"),
    ],
)
def test_words_are_found_in_the_language_of_the_article(articles, words, languages):
    assert found(words) == {articles[code] for code in languages}


def test_the_stems_are_those_of_the_trigger(django_assert_num_queries):
    for code, config in {**STEMMED, "az": "simple", "xx": "simple"}.items():
        article = ArticleFactory(language=code, title="Договоры treaties", text="")
        vector = Article.objects.filter(pk=article.pk)
        assert vector.extra(
            where=["search = to_tsvector(%s::regconfig, title || ' ' || text)"], params=[config]
        ).exists(), code
