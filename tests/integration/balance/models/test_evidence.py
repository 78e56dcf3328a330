"""What must be true of evidence, each truth broken once, from the side of the article too."""

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article
from balance.models import Evidence
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ClaimFactory,
    EventFactory,
    EvidenceFactory,
    ObservationFactory,
    TieFactory,
)
from tests.truths import (
    assert_accepted,
    assert_database_refuses,
    assert_refused,
)

pytestmark = pytest.mark.django_db

QUOTATION = "evidence_quotation_occurs_in_the_text"


def test_evidence_about_nothing_is_refused():
    assert_refused(EvidenceFactory(), "evidence_is_about_exactly_one_record", event=None)


def test_evidence_about_two_records_is_refused():
    assert_refused(EvidenceFactory(), "evidence_is_about_exactly_one_record", tie=TieFactory())


@pytest.mark.parametrize(
    ("record", "factory"),
    [
        ("event", EventFactory),
        ("tie", TieFactory),
        ("claim", ClaimFactory),
        ("observation", ObservationFactory),
    ],
)
def test_evidence_is_about_any_one_kind_of_record(record, factory):
    nothing = dict.fromkeys(["event", "tie", "claim", "observation"])

    assert_accepted(EvidenceFactory(), **{**nothing, record: factory()})


@pytest.mark.parametrize("quote", ["They signed a treaty on trade", ""])
def test_a_passage_is_evidence_for_a_record_once(quote):
    known = EvidenceFactory(quote=quote)
    other = EvidenceFactory(event=known.event, article=known.article)

    assert_refused(other, "evidence_recorded_once", quote=quote)


def test_two_passages_of_an_article_may_speak_of_one_event():
    known = EvidenceFactory()

    assert_accepted(
        EvidenceFactory(event=known.event, article=known.article, quote="Nobody objected.")
    )


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("They signed a pact", id="other words"),
        pytest.param("they signed a treaty", id="another capital"),
        pytest.param("They  signed", id="another space"),
        pytest.param("They % a treaty", id="a pattern is no quotation"),
    ],
)
def test_a_quotation_occurs_word_for_word(quote):
    evidence = EvidenceFactory()

    evidence.quote = quote
    assert_database_refuses(evidence, QUOTATION)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("They met.", "They met.", id="the whole text"),
        pytest.param("They met.", ".", id="its last character"),
        pytest.param("100 % _sure_ (yes)", "% _sure_ (", id="marks that patterns know"),
        pytest.param("Görüşdülər: əla 🙂", "əla 🙂", id="any script"),
        pytest.param("", "They met.", id="no text is stored"),
        pytest.param("They met.", "", id="no quotation recorded"),
    ],
)
def test_a_quotation_that_occurs_is_accepted(text, quote):
    assert_accepted(EvidenceFactory(article=ArticleFactory(text=text), quote=quote))


def test_evidence_does_not_move_to_an_article_that_says_something_else():
    evidence = EvidenceFactory()

    evidence.article = ArticleFactory(text="Nothing happened.")
    assert_database_refuses(evidence, QUOTATION)


def test_a_text_keeps_what_is_quoted_from_it():
    article = EvidenceFactory(quote="They signed a treaty").article

    article.text = "They signed a pact."
    assert_database_refuses(article, QUOTATION)


def test_a_text_may_change_around_its_quotations():
    article = EvidenceFactory(quote="They signed a treaty").article

    assert_accepted(article, text="Corrected: They signed a treaty, at last.")


def test_a_text_may_be_removed_but_comes_back_only_with_its_quotations():
    article = EvidenceFactory().article
    assert_accepted(article, text="")

    article.text = "Something else altogether."
    assert_database_refuses(article, QUOTATION)


def test_all_texts_at_once_keep_their_quotations_too():
    EvidenceFactory()
    ArticleFactory()

    with pytest.raises(IntegrityError, match=QUOTATION), transaction.atomic():
        Article.objects.update(text="Something else altogether.")


def test_text_and_quotation_change_together_when_the_check_waits_for_the_end():
    evidence = EvidenceFactory(quote="They signed a treaty")

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        Article.objects.filter(pk=evidence.article_id).update(text="They signed a pact.")
        Evidence.objects.filter(pk=evidence.pk).update(quote="They signed a pact")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    evidence.refresh_from_db()
    assert evidence.quote in evidence.article.text


def test_only_how_things_stand_at_the_end_is_judged_when_the_check_waits():
    evidence = EvidenceFactory(quote="They signed a treaty")
    text = evidence.article.text

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for passing in ("Something else altogether.", text):
            Article.objects.filter(pk=evidence.article_id).update(text=passing)
        for passing in ("Never said.", "Nobody objected"):
            Evidence.objects.filter(pk=evidence.pk).update(quote=passing)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    evidence.refresh_from_db()
    assert evidence.quote == "Nobody objected"
