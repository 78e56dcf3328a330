"""One search over all that editors keep."""

import pytest

from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import (
    ActorFactory,
    ClaimFactory,
    DashboardFactory,
    EventFactory,
    TieFactory,
)
from tests.factories.users import person

SEARCH = "/admin/search/"


@pytest.fixture
def found(editor):
    """The page that answers a search."""

    def ask(words: str) -> str:
        page = editor.get(SEARCH, {"q": words})
        assert page.status_code == 200
        return page.content.decode()

    return ask


def test_every_kind_is_found_by_a_word(found):
    EventFactory(title="The Zangezur road opens")
    ActorFactory(name="Zangezur company")
    ArticleFactory(title="Zangezur again")
    ClaimFactory(text="Zangezur will be closed.")
    TieFactory(label="zangezur_treaty")
    DashboardFactory(title="Zangezur in numbers")
    OutletFactory(name="Zangezur Herald")

    page = found("zangezur")

    for name in ("Events", "Actors", "Articles", "Claims", "Ties", "Dashboards", "Outlets"):
        assert f"<h2>{name}</h2>" in page


def test_accents_and_the_order_of_words_do_not_matter(found):
    EventFactory(title="Erdoğan visits Gəncə")

    assert "Erdoğan visits Gəncə" in found("gence ERDOGAN")


def test_a_number_finds_the_record_of_the_number(found):
    event, other = EventFactory(title="This one"), EventFactory(title="Another")

    page = found(f"#{event.pk}")

    assert "This one" in page
    assert other.title not in page


@pytest.mark.parametrize("tail", ["", "/", "#part"])
def test_an_article_is_found_by_its_pasted_address(found, tail):
    ArticleFactory(url="https://daily.example/a", title="Found by address")

    assert "Found by address" in found(f"https://daily.example/a{tail}")


def test_a_record_is_found_by_the_address_of_its_page_or_form(found):
    event = EventFactory(title="This one", slug="another-word")
    EventFactory(title="Not this one of the events")
    actor = ActorFactory(code="TUR", name="Turkey")

    for address in (
        f"https://balance.example/ru/events/{event.pk}/",
        f"/admin/balance/event/{event.pk}/change/?_changelist_filters=x",
    ):
        page = found(address)
        assert "This one" in page
        assert "Not this one" not in page
    assert f"/admin/balance/actor/{actor.pk}/change/" in found(
        "https://balance.example/actors/TUR/"
    )


def test_the_codebook_is_searched_too(found):
    assert "/admin/codebook/#joint-acts" in found("joint acts")


def test_nothing_found_says_so_and_nothing_asked_says_how(found):
    assert "Nothing is called “qwertz”" in found("qwertz")
    assert "paste an address" in found("")


@pytest.mark.parametrize(
    "words",
    ["\0", "%", "(*[\\", "x" * 10_000, "9" * 30, "http://[", "/events/" + "9" * 30, "🙂", "<b>"],
)
def test_odd_words_are_no_error(found, words):
    assert "<b>" not in found(words).partition("<h1>")[2]


def test_a_search_costs_a_fixed_number_of_queries(editor, django_assert_max_num_queries):
    for number in range(12):
        EventFactory(title=f"A road {number}", recipients=[ActorFactory(name=f"Road {number}")])
        TieFactory(label=f"road {number}")
        ClaimFactory(text=f"The road {number} will open.")

    with django_assert_max_num_queries(12):
        page = editor.get(SEARCH, {"q": "road"}).content.decode()
    assert "There are more" in page


def test_only_what_one_may_see_is_found(client, db):
    EventFactory(title="A road")
    nobody = person("reader")
    nobody.groups.clear()
    client.force_login(nobody)

    assert "A road" not in client.get(SEARCH, {"q": "road"}).content.decode()


@pytest.mark.parametrize("address", [SEARCH, "/admin/codebook/"])
def test_the_pages_are_for_those_who_sign_in(client, db, address):
    assert client.get(address).status_code == 302


def test_every_page_of_the_admin_has_the_box(editor):
    for address in ("/admin/", "/admin/balance/event/", "/admin/balance/event/add/"):
        assert 'action="/admin/search/"' in editor.get(address).content.decode()
