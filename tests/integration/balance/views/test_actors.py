"""The page of an actor: whom it stands for, its poles, ties, events and claims."""

import html
import re
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.panels.actors import since
from tests.factories.balance import (
    ActorFactory,
    AliasFactory,
    ClaimFactory,
    EventFactory,
    PoleMembershipFactory,
    TieFactory,
    TieKindFactory,
)

pytestmark = pytest.mark.django_db


def shown(client, code, status=200):
    response = client.get(f"/actors/{code}/")
    assert response.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split())


def test_a_state_has_its_pole_names_people_and_events(client, world):
    china = world.states["china"]
    AliasFactory(actor=china, text="Beijing")
    ActorFactory(code="XI", name="Xi Jinping", kind="person", affiliation=china)

    page = shown(client, "CHN")

    for words in ("· state ·", "Beijing", "Xi Jinping", "A treaty with China", "1 event"):
        assert words in page
    assert "A pact with Russia" not in page
    assert 'href="/focus/AZE/china/"' in client.get("/actors/CHN/").content.decode()


def test_the_headline_counts_its_events_and_those_of_its_pole(client, world):
    ally = ActorFactory(code="HKG", name="Hong Kong")
    PoleMembershipFactory(actor=ally, pole=world.poles["china"])
    EventFactory(initiators=[world.focus.actor], recipients=[ally])

    page = shown(client, "CHN")

    assert "China took part in 1 of the 3 events on record" in page
    assert "It took part in 1 of the 2 events with China (50" in page
    assert 'href="/events/?actor=CHN&start=2024&end=2025"' in html.unescape(
        client.get("/actors/CHN/").content.decode()
    )


def test_a_person_stands_for_a_state(client, world):
    ActorFactory(code="XI", name="Xi Jinping", kind="person", affiliation=world.states["china"])

    page = shown(client, "XI")

    assert "Stands for China" in page
    assert "that of whom it stands for" in page
    assert "Xi Jinping took part in no confirmed event" in page
    assert "It took part in no confirmed event." in page


def test_ties_are_seen_from_the_actor(client, world):
    kind = TieKindFactory(ladder="bilateral", code="alliance", name="alliance")
    other = TieKindFactory(ladder="other", code="other", name="other tie")
    russia, china = world.states["russia"], world.states["china"]
    TieFactory(actor_a=russia, actor_b=china, kind=kind, label="alliance")
    TieFactory(actor_a=china, actor_b=russia, kind=other, label="visa_free")
    TieFactory(actor_a=china, actor_b=russia, kind=kind, withdrawn_because="A mistake.")

    page = shown(client, "CHN")

    assert "Russia : alliance," in page
    assert "Russia : visa free," in page
    assert page.count("Russia :") == 2


def test_claims_of_the_speaker_stand_on_its_page(client, world):
    ClaimFactory(speaker=world.states["china"], speaker_name="", text="We will build it.")

    assert "We will build it." in shown(client, "CHN")


@pytest.mark.parametrize("code", ["XXX", "aze", "A" * 41])
def test_what_is_no_actor_has_no_page(client, world, code):
    shown(client, code, 404)


def test_a_withdrawn_actor_has_no_page(client, world):
    ActorFactory(code="GONE", withdrawn_because="Twice on record.")

    shown(client, "GONE", 404)


def test_a_busy_actor_costs_no_query_more(client, world, django_assert_max_num_queries):
    china = world.states["china"]
    for _number in range(8):
        TieFactory(actor_a=china)
        ActorFactory(affiliation=china, kind="person")

    with django_assert_max_num_queries(14):
        shown(client, "CHN")


@pytest.mark.parametrize(
    ("valid", "precisions", "words"),
    [
        ((None, None), ("", ""), "its start not stated"),
        ((date(2024, 7, 3), None), ("day", ""), "since 3 July 2024"),
        ((date(2024, 7, 1), None), ("month", ""), "since July 2024"),
        ((None, date(2025, 1, 1)), ("", "year"), "until 2025, its start not stated"),
        (
            (date(1994, 1, 1), date(2016, 3, 14)),
            ("year", "day"),
            "from 1994 until 14 March 2016",
        ),
    ],
)
def test_spans_are_written_as_precisely_as_they_are_known(valid, precisions, words):
    assert since(DateRange(*valid), *precisions) == words
