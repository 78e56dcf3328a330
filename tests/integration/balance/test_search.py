"""Events and articles by words, wherever the words stand."""

from datetime import date

import pytest
from django.db import connection

from articles.models import Article
from articles.searching import articles_with_words
from balance.models import Event
from balance.queries.events import EventFilter, listed_events
from balance.queries.search import START, STOP, events_with_words
from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import ActorFactory, AliasFactory, EventFactory, EvidenceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def talks():
    """Talks on gas, by two people, with a description and a quotation."""
    aliyev = ActorFactory(code="ALIYEV", name="Ilham Aliyev")
    AliasFactory(actor=aliyev, text="İlham Əliyev")
    event = EventFactory(
        title="Talks on gas",
        description="A pipeline across the Caspian was discussed.",
        start=date(2020, 1, 1),
        initiators=[aliyev],
        recipients=[ActorFactory(code="TKM", name="Turkmenistan")],
    )
    article = ArticleFactory(text="They spoke of a memorandum. It rained.")
    EvidenceFactory(event=event, article=article, quote="They spoke of a memorandum.")
    return event


@pytest.fixture
def others():
    return [
        EventFactory(title="A treaty on rail", start=date(2021, 1, 1)),
        EventFactory(title="Gas and rail", start=date(2019, 1, 1)),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "talks",
        "talking",  # As the language bends it.
        "pipelines",
        "memorandum",
        "aliyev",
        "Əliyev",
        "turkmenistan gas",  # A name, and a word of the title.
        "gas memorandum Caspian",
        '"across the Caspian"',
        "the gas of Aliyev",  # The and of are in every text.
        "coal or memorandum",
        "gas -rail",
    ],
)
def test_words_are_found_wherever_they_stand(talks, others, words):
    assert list(events_with_words(Event.objects.all(), words)) == [talks]


@pytest.mark.parametrize(
    "words",
    ["unicorn", "gas unicorn", '"Caspian the across"', "talks -gas", "talks -Aliyev", "!!!", "-"],
)
def test_what_is_not_there_is_not_found(talks, words):
    assert not events_with_words(Event.objects.all(), words)


@pytest.mark.parametrize(
    "words",
    ["' & | ! ( ) : *", '"', "a'b\\c", "or or or", "-" * 200, "x" * 200, "\ue000 <b>", "%s %"],
)
def test_no_text_makes_a_search_fail(talks, words, client):
    assert client.get("/events/", {"q": words}).status_code == 200
    assert client.get("/events/", {"q": words, "view": "calendar"}).status_code == 200
    assert client.get("/articles/", {"q": words}).status_code == 200
    assert client.get("/api/v1/events/", {"q": words}).status_code == 200


def test_the_best_match_comes_first_unless_the_newest_is_asked(talks, others):
    by_rank = listed_events(EventFilter(words="gas or caspian"))
    by_time = listed_events(EventFilter(words="gas or caspian"), newest=True)

    assert [event.title for event in by_rank] == ["Talks on gas", "Gas and rail"]
    assert [event.title for event in by_time] == ["Talks on gas", "Gas and rail"]
    rail = [event.title for event in listed_events(EventFilter(words="gas or rail"))]
    assert rail[0] == "Gas and rail"
    newest = [event.title for event in listed_events(EventFilter(words="gas or rail"), newest=True)]
    assert newest[0] == "A treaty on rail"


def test_what_was_found_is_marked(talks):
    (event,) = listed_events(EventFilter(words="gas pipeline memorandum"))

    assert event.marked_title == f"Talks on {START}gas{STOP}"
    assert f"{START}pipeline{STOP}" in event.marked_text
    assert f"{START}memorandum{STOP}" in event.marked_quote


def test_a_mark_in_a_text_is_no_markup(client, talks):
    Event.objects.filter(pk=talks.pk).update(title="<b>Gas</b> & oil")

    page = client.get("/events/?q=gas").content.decode()

    assert "&lt;b&gt;<mark>Gas</mark>&lt;/b&gt; &amp; oil" in page


def test_the_api_searches_as_the_page_does(client, talks, others):
    found = client.get("/api/v1/events/", {"q": "turkmenistan gas"}).json()["results"]

    assert [event["id"] for event in found] == [talks.pk]


def test_the_words_of_quotations_have_an_index(talks):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")  # Only such an index is read by bitmaps.
        plan = events_with_words(Event.objects.all(), "memorandum").explain()

    assert "evidence_quoted_words" in plan
    assert "event_search" in plan


def test_articles_are_found_by_title_text_and_outlet():
    report = ArticleFactory(title="A summit", outlet=OutletFactory(name="Report Agency"))
    ArticleFactory(title="Another", outlet=OutletFactory(name="Trend"))

    for words in ("summit", "agency", "report summit", "summits -trend"):
        assert list(articles_with_words(Article.objects.all(), words)) == [report], words
