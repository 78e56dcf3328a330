"""Copies are found by address, by text and by passages; what an editor decides stays."""

import pytest

from articles import duplicates
from articles.duplicates import NotADuplicate, mark_duplicate, mark_no_duplicate, settle, unsettled
from articles.models import Article
from tests.factories.articles import ArticleFactory

pytestmark = pytest.mark.django_db

STORY = " ".join(f"word{number}" for number in range(300))
OTHER = " ".join(f"other{number}" for number in range(300))


def settled(**values):
    return settle(article=ArticleFactory(**values))


def why(article):
    article.refresh_from_db()
    return article.duplicate_of, article.duplicate_basis


def test_the_same_text_elsewhere_is_a_syndicated_copy():
    first = settled(text=STORY)

    assert why(settled(text=f"{STORY}\n")) == (first, "text")
    assert why(first) == (None, "")


def test_the_same_address_with_another_text_is_a_duplicate():
    first = settled(url="https://a.example/x", text=STORY)

    assert why(settled(url="http://www.a.example/x/?utm_source=b", text=OTHER)) == (
        first,
        "address",
    )


@pytest.mark.parametrize(("words", "is_copy"), [(60, True), (30, False)])
def test_passages_in_common_make_a_copy_from_15_in_100_on(words, is_copy):
    first = settled(text=STORY)
    part = " ".join(STORY.split()[:words])

    copy = settled(text=f"{part} {OTHER}")

    assert why(copy) == ((first, "passages") if is_copy else (None, ""))


def test_a_copy_of_a_copy_leads_to_the_first():
    first = settled(text=STORY)
    settled(text=STORY)

    assert why(settled(text=STORY)) == (first, "text")


def test_the_first_recorded_is_the_original_whichever_is_compared_first():
    first = ArticleFactory(text=STORY)
    copy, third = settled(text=OTHER), settled(text=OTHER)

    Article.objects.filter(pk=first.pk).update(text=OTHER)
    settle(article=first)

    assert why(first) == (None, "")
    assert why(copy) == (first, "text")
    assert why(third) == (first, "text")


def test_an_editor_s_word_stays():
    first, copy = settled(text=STORY), settled(text=STORY)

    mark_no_duplicate(article=copy)
    assert why(settle(article=copy)) == (None, "none")

    other = settled(text=OTHER)
    mark_duplicate(article=other, original=first)
    assert why(settle(article=other)) == (first, "editor")


def test_what_repeated_a_duplicate_repeats_the_first():
    first, second = settled(text=STORY), settled(text=OTHER)
    third = settled(text=OTHER)

    mark_duplicate(article=second, original=first)

    assert why(third)[0] == first
    with pytest.raises(NotADuplicate):
        mark_duplicate(article=first, original=third)


def test_articles_wait_until_their_copies_were_looked_for():
    article = ArticleFactory(text=STORY)
    pasted = ArticleFactory(url="", text=OTHER)
    assert set(unsettled()) == {article, pasted}

    settle(article=article)
    settle(article=pasted)
    assert not unsettled().exists()

    Article.objects.filter(pk=article.pk).update(text="Another.")
    assert list(unsettled()) == [article]


def test_looking_for_copies_costs_the_same_among_many(django_assert_max_num_queries):
    for number in range(30):
        settled(text=f"{STORY} {number}")
    article = ArticleFactory(text=f"{STORY} once more, with a few words of its own")

    with django_assert_max_num_queries(15):
        settle(article=article)

    assert duplicates.CANDIDATES < 30
