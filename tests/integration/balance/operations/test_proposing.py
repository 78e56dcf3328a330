"""Reading articles: idempotent, what is decided stays, and poison stops nobody but itself."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from articles.models import Article
from balance.coding.proposing import Mark, Proposed
from balance.models import Proposal, Reading
from balance.operations import deciding, proposing
from balance.operations.proposing import propose_from, read_again, waiting_articles
from balance.tasks import read_articles
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    DecisionFactory,
    EventTypeFactory,
    FocusFactory,
)
from tests.factories.users import UserFactory

NOW = datetime(2024, 7, 5, 12, tzinfo=UTC)
SENTENCE = "They signed a treaty on trade."

pytestmark = pytest.mark.django_db


def proposed(**changes):
    start = 31
    values = {
        "kind": "event",
        "sentence": SENTENCE,
        "start": start,
        "end": start + len(SENTENCE),
        "title": "A treaty on trade",
        "initiators": ("AZE",),
        "recipients": ("CHN",),
        "event_type": "SUPPORT",
        "cameo_code": "057",
        "date": date(2024, 7, 1),
        "span_end": date(2024, 7, 2),
        "precision": "day",
        "dimension": "economic",
        "score": 0.7,
        "marks": (Mark(start, start + 4, "initiator", "AZE"),),
        "features": {"verb": 1.0},
    }
    return Proposed(**{**values, **changes})


@pytest.fixture
def engine(monkeypatch):
    """Let the engine find what a test says; `asked` counts how often it was asked."""
    FocusFactory()
    ActorFactory(code="CHN")
    EventTypeFactory()
    engine = SimpleNamespace(finds=[proposed()], asked=0, error=None)

    def propose(text, *, published_on):
        engine.asked += 1
        if engine.error:
            raise engine.error
        return engine.finds

    monkeypatch.setattr(proposing, "proposed_in", propose)
    return engine


def read(article):
    return propose_from(article=article.pk, at=NOW)


def test_an_article_gets_its_proposals(engine):
    article = ArticleFactory()

    assert waiting_articles() == [article.pk]
    assert read(article) == 1

    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.sentence) == ("waiting", SENTENCE)
    assert set(proposal.participants.values_list("actor__code", "role")) == {
        ("AZE", "initiator"),
        ("CHN", "recipient"),
    }
    assert proposal.marks == [{"start": 31, "end": 35, "role": "initiator", "code": "AZE"}]
    assert proposal.rank == proposal.score == 0.7
    assert Reading.objects.get().state == "read"
    assert waiting_articles() == []


def test_reading_again_changes_nothing_and_costs_nothing(engine):
    article = ArticleFactory()
    read(article)
    before = list(Proposal.objects.values())

    assert read(article) == 1
    assert engine.asked == 1
    assert list(Proposal.objects.values()) == before


def test_a_killed_reading_is_repeated_harmlessly(engine):
    article = ArticleFactory()
    read(article)
    key = Proposal.objects.get().pk
    read_again(readings=Reading.objects.all())

    assert read(article) == 1
    assert Proposal.objects.get().pk == key


def test_a_changed_text_is_read_again(engine):
    article = ArticleFactory()
    read(article)
    article.text = f"First. {article.text}"
    article.save()
    moved = proposed(start=38, end=38 + len(SENTENCE), score=0.6)
    other = proposed(sentence="First.", start=0, end=6)
    engine.finds = [moved, other]

    assert waiting_articles() == [article.pk]
    assert read(article) == 2
    assert set(Proposal.objects.values_list("sentence_start", "score")) == {(38, 0.6), (0, 0.7)}


def test_what_is_no_longer_found_goes_unless_somebody_decided(engine):
    article = ArticleFactory()
    engine.finds = [proposed(), proposed(recipients=()), proposed(event_type="AGREE")]
    EventTypeFactory(code="AGREE")
    read(article)
    rejected, undone, _gone = Proposal.objects.order_by("pk")
    deciding.reject(proposal=rejected, by=UserFactory(), at=NOW, opened_at=None)
    DecisionFactory(proposal=undone)
    engine.finds = []
    read_again(readings=Reading.objects.all())

    read(article)

    assert set(Proposal.objects.all()) == {rejected, undone}


def test_what_was_decided_is_not_proposed_again(engine):
    article = ArticleFactory()
    read(article)
    deciding.reject(proposal=Proposal.objects.get(), by=UserFactory(), at=NOW, opened_at=None)
    engine.finds = [proposed(score=0.9)]
    read_again(readings=Reading.objects.all())

    read(article)

    assert list(Proposal.objects.values_list("state", "score")) == [("rejected", 0.7)]


def test_copies_and_articles_without_a_text_are_not_read(engine):
    article = ArticleFactory()
    ArticleFactory(duplicate_of=article, duplicate_basis="text")
    empty = ArticleFactory(text="")

    assert waiting_articles() == [article.pk]
    assert read(empty) is None


def test_a_poison_article_is_quarantined_and_the_queue_goes_on(engine, monkeypatch):
    poison, good = ArticleFactory(text="Poison."), ArticleFactory()
    usual = proposing.proposed_in

    def propose(text, **rest):
        if text == "Poison.":
            raise ValueError("too\0 nasty")
        return usual(text, **rest)

    monkeypatch.setattr(proposing, "proposed_in", propose)
    for _ in range(7):
        read_articles()

    reading = Reading.objects.get(article=poison)
    assert (reading.state, reading.attempts) == ("quarantined", 5)
    assert "nasty" in reading.error
    assert good.proposals.count() == 1
    assert waiting_articles() == []

    read_again(readings=[reading])

    assert waiting_articles() == [poison.pk]


def test_an_article_that_kills_the_worker_is_given_up_after_five_attempts(engine, monkeypatch):
    article = ArticleFactory()

    def die(*_):
        raise SystemExit

    monkeypatch.setattr(proposing, "_read", die)
    for _ in range(5):
        with pytest.raises(SystemExit):
            read(article)

    assert read(article) is None
    assert Reading.objects.get().state == "quarantined"
    assert Reading.objects.get().error == proposing.DIED


def test_a_quarantined_article_is_read_once_its_text_changed(engine):
    article = ArticleFactory()
    engine.error = ValueError("no")
    for _ in range(6):
        read(article)
    engine.error = None
    article.text = f"{article.text} Indeed."
    article.save()

    assert waiting_articles() == [article.pk]
    assert read(article) == 1


def test_acts_without_a_focus_come_after_the_rest(engine):
    engine.finds = [proposed(initiators=("CHN",), recipients=(), marks=())]

    read(ArticleFactory())

    proposal = Proposal.objects.get()
    assert (proposal.score, proposal.rank) == (0.7, 0.35)


def test_looking_for_what_waits_costs_one_query(engine, django_assert_num_queries):
    ArticleFactory.create_batch(5)

    with django_assert_num_queries(1):
        assert len(waiting_articles()) == 5


def test_an_article_that_is_saved_wakes_the_worker(django_capture_on_commit_callbacks, monkeypatch):
    woken = []
    monkeypatch.setattr("balance.tasks.wake_reading", woken.append)

    with django_capture_on_commit_callbacks(execute=True):
        article = ArticleFactory()
        ArticleFactory(text="")

    assert woken == [article.pk]
    assert Article.objects.count() == 2
