"""The shipped names of actors: added once, and an editor's word stays."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Actor, Alias
from balance.operations.names import store_names
from balance.queries.dictionary import dictionary
from tests.factories.balance import ActorFactory, AliasFactory, FocusFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def focus():
    return FocusFactory()


@pytest.fixture
def trump():
    america = ActorFactory(code="USA", name="United States")
    return ActorFactory(code="TRUMP", name="Donald Trump", kind="person", affiliation=america)


def codes(text, on=None):
    return [mention.code for mention in dictionary().mentions(text, on=on)]


def test_nothing_is_added_where_somebody_has_still_to_begin():
    assert store_names() == 0
    assert not Actor.objects.exists()


def test_states_and_names_are_added_once(focus):
    assert store_names() > 400
    assert store_names() == 0
    assert Actor.objects.get(code="NAMIBIA").name == "Namibia"
    assert codes("Baku told Zagreb and the IMF.") == ["AZE", "HRV", "IMF"]
    assert codes("let us go, said a turkey") == []


def test_who_is_meant_follows_the_terms_of_office(focus, trump):
    AliasFactory(actor=trump, text="Trump")

    store_names()

    assert codes("Trump, Biden", on=date(2018, 5, 1)) == ["USA"]
    assert codes("Trump, Biden", on=date(2023, 5, 1)) == ["USA"]
    assert codes("Trump", on=date(2023, 5, 1)) == []
    assert codes("Trump", on=date(2025, 8, 8)) == ["USA"]
    assert trump.aliases.filter(text="Trump").count() == 2


def test_one_actor_never_gets_two_codes(focus):
    own = ActorFactory(code="LESOTHO", name="Lesotho")

    store_names()

    assert not Actor.objects.filter(code="LSO").exists()
    assert codes("Lesotho") == [own.code]
    for text in ("NAM", "SCO", "Gazprom"):
        assert len(set(codes(text))) <= 1


def test_what_an_editor_changed_or_removed_stays_so(focus, trump):
    store_names()
    Alias.objects.filter(text="Heydar Aliyev").delete()
    aliyeva = Alias.objects.get(text="Mehriban Aliyeva")
    aliyeva.valid = DateRange(date(2017, 2, 21), date(2030, 1, 1))
    aliyeva.save()
    alias = AliasFactory(actor=trump, text="Mr President")

    assert store_names() == 0

    aliyeva.refresh_from_db()
    assert aliyeva.valid.upper == date(2030, 1, 1)
    assert not Alias.objects.filter(text="Heydar Aliyev").exists()
    assert Alias.objects.filter(pk=alias.pk, kind="name").exists()


def test_a_plain_name_that_an_editor_touched_keeps_its_kind(focus):
    baku = AliasFactory(actor=focus.actor, text="Baku")
    baku.is_case_sensitive = True
    baku.save()

    store_names()

    assert Alias.objects.get(text="Baku").kind == "name"


def test_what_an_actor_is_called_leaves_out_its_ministers(focus, trump):
    store_names()
    AliasFactory(actor=trump, text="The Donald", kind="person")

    own = Alias.objects.own().filter(actor__in=[focus.actor, trump])

    texts = set(own.values_list("text", flat=True))
    assert {"Baku", "Azerbaijani", "The Donald", "Trump"} <= texts
    assert not {"Ali Asadov", "Donald Trump"} & texts
