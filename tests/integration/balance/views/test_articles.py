"""Articles: a list, quotations with little around them, and the text for editors alone."""

import html
import re
from datetime import date

import pytest

from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import ClaimFactory, EventFactory, EvidenceFactory

pytestmark = pytest.mark.django_db


def shown(client, path="/articles/", status=200):
    response = client.get(path)
    assert response.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split())


@pytest.fixture
def article(world):
    return ArticleFactory(
        title="The long story",
        outlet=OutletFactory(name="TASS"),
        text="First. Second. Third. They met. Fifth. Sixth. Last of all.",
    )


def test_the_list_is_narrowed_by_words_and_outlet(client, world, article):
    assert "2 articles" in shown(client)
    assert "1 article" in shown(client, "/articles/?q=long+story")
    assert "1 article" in shown(client, f"/articles/?outlet={article.outlet_id}")
    assert "No article fits." in shown(client, "/articles/?q=nowhere")


def test_the_list_is_narrowed_by_language_and_day(client, world, article):
    ArticleFactory(title="Uzun", language="az", published_on=date(2019, 3, 1))

    assert "1 article, of " in shown(client, "/articles/?language=az")
    assert "Azerbaijani" in shown(client)
    assert "1 article, of " in shown(client, "/articles/?start=2019&end=2020")
    assert "No article fits" in shown(client, "/articles/?start=2018&end=2019&language=az")


def test_the_headline_names_the_outlet_with_most(client, world, article):
    ArticleFactory(outlet=article.outlet, title="Another")

    assert "3 articles of 2 outlets, most of TASS: 2" in shown(client)


def test_the_files_have_what_the_list_shows(client, world, article):
    page = client.get("/articles/?q=long+story&language=x&start=2000").content.decode()

    (address,) = set(re.findall(r'href="(/api/v1/articles/[^"]*format=csv)"', page))
    rows = b"".join(client.get(html.unescape(address)).streaming_content)
    assert rows.count(b"The long story") == 1
    assert len(rows.splitlines()) == 2


@pytest.mark.parametrize(
    "query",
    [
        "outlet=x",
        "outlet=999999999999999999999",
        "q=%00",
        "page=-1",
        "language=%00",
        "language=xx",
        "start=soon",
        "start=2024&end=2020",
        "end=0001",
    ],
)
def test_nonsense_breaks_nothing(client, world, query):
    shown(client, f"/articles/?{query}")


def test_readers_see_the_quotation_and_one_sentence_on_each_side(client, world, article):
    EvidenceFactory(article=article, event=world.treaty, quote="They met.")

    page = shown(client, f"/articles/{article.pk}/")

    assert "Third. They met. Fifth." in page
    for hidden in ("First.", "Second.", "Sixth.", "Last of all."):
        assert hidden not in page
    assert "A treaty with China" in page


def test_what_readers_must_not_see_is_not_named(client, world, article):
    proposal = EventFactory(status="proposed", title="A rumour")
    withdrawn = ClaimFactory(text="A slip.", withdrawn_because="A mistake.")
    EvidenceFactory(article=article, event=proposal, quote="They met.")
    EvidenceFactory(article=article, event=None, claim=withdrawn, quote="They met.")

    page = shown(client, f"/articles/{article.pk}/")

    assert "It is quoted for nothing that readers see yet." in page
    assert "A rumour" not in page
    assert "A slip." not in page


def test_signed_in_editors_read_the_whole_text(admin_client, world, article):
    response = admin_client.get(f"/articles/{article.pk}/")

    assert "Last of all." in response.content.decode()
    assert "private" in response["Cache-Control"]


def test_an_article_of_which_only_the_address_is_known(client, world):
    bare = ArticleFactory(title="", text="", published_on=None, url="https://daily.example/x")

    page = shown(client, f"/articles/{bare.pk}/")

    assert "Read it at daily.example" in page
    assert "Nobody knows when it was published." in page


def test_there_is_no_page_of_an_article_that_is_not_there(client, world):
    shown(client, "/articles/999999999/", 404)


def test_a_long_list_costs_no_query_more(client, world, django_assert_max_num_queries):
    for _number in range(30):
        EvidenceFactory(article=ArticleFactory(), event=world.treaty, quote="")

    with django_assert_max_num_queries(5):
        shown(client)
