"""What must be true of translations, each broken once; and how names are looked up."""

import pytest
from django.utils.translation import override

from balance.models import translated
from balance.models.translations import forget_translations
from tests.factories.balance import ActorFactory, PoleFactory, TranslationFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _anew():
    forget_translations()
    yield
    forget_translations()


def test_a_name_is_translated_once_in_a_language():
    TranslationFactory(english="China")
    other = TranslationFactory(english="Iran")

    assert_refused(other, "translation_once_in_a_language", english="China")
    assert_accepted(other, english="China", language="tr")


@pytest.mark.parametrize("changes", [{"english": ""}, {"text": ""}], ids=["no name", "no text"])
def test_a_translation_says_something(changes):
    assert_refused(TranslationFactory(), "translation_says_something", **changes)


def test_a_language_is_one_of_the_site():
    assert_refused(TranslationFactory(), "translation_language_is_known", language="de")


def test_a_note_may_be_long():
    assert_accepted(TranslationFactory(), english="A note. " * 1000)


def test_a_name_stands_in_the_readers_language_or_in_english():
    TranslationFactory(english="China test", language="ru", text="Китай")
    china, iran = ActorFactory(name="China test"), PoleFactory(name="Iran test")

    assert str(china) == "China test"
    with override("ru"):
        assert (str(china), str(iran)) == ("Китай", "Iran test")
    with override("tr"):
        assert str(china) == "China test"


def test_names_are_read_once_a_request(django_assert_num_queries):
    TranslationFactory(english="China test", language="ru", text="Китай")

    with override("en-gb"), django_assert_num_queries(0):
        assert translated("China test") == "China test"
    with override("ru"), django_assert_num_queries(1):
        assert [translated("China test") for _time in range(3)] == ["Китай"] * 3
