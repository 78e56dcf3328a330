"""What must be true of actors and their names, each broken once."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Actor
from tests.factories.balance import ActorFactory, AliasFactory
from tests.truths import assert_accepted, assert_database_refuses, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("actor_code_is_capital_letters", {"code": "aze"}, id="small letters"),
        pytest.param("actor_code_is_capital_letters", {"code": ""}, id="no code"),
        pytest.param("actor_code_is_capital_letters", {"code": "_AZE"}, id="starts with a mark"),
        pytest.param("actor_code_is_capital_letters", {"code": "AZ/E"}, id="a slash"),
        pytest.param("actor_code_is_capital_letters", {"code": "AZE\n"}, id="a line break"),
        pytest.param("actor_has_a_name", {"name": ""}, id="no name"),
        pytest.param(
            "actor_with_poles_from_members_is_a_body",
            {"poles_from_members": True},
            id="a state has no members",
        ),
        pytest.param("actor_wikidata_is_an_item", {"wikidata": "P31"}, id="a property"),
        pytest.param("actor_wikidata_is_an_item", {"wikidata": "Q"}, id="no number"),
    ],
)
def test_an_actor_is_refused(truth, changes):
    assert_refused(ActorFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"code": "A"}, id="one letter"),
        pytest.param({"code": "IGO:EU_3.B-1"}, id="every mark"),
        pytest.param({"kind": "organisation", "poles_from_members": True}, id="an organisation"),
        pytest.param({"kind": "bloc", "poles_from_members": True}, id="a bloc"),
        pytest.param({"wikidata": "Q227"}, id="an item of Wikidata"),
    ],
)
def test_an_actor_is_accepted(changes):
    assert_accepted(ActorFactory(), **changes)


def test_nobody_stands_for_himself():
    actor = ActorFactory()

    # The trigger would refuse it too: the check comes first, and says it more plainly.
    assert_refused(actor, "actor_is_not_affiliated_with_itself", affiliation=actor)


def test_affiliations_form_no_circle():
    state = ActorFactory()
    ministry = ActorFactory(affiliation=state)
    minister = ActorFactory(affiliation=ministry)

    state.affiliation = minister
    assert_database_refuses(state, "actor_affiliations_form_no_circle")


def test_affiliations_that_meet_are_no_circle():
    state = ActorFactory()
    ministry = ActorFactory(affiliation=state)

    assert_accepted(ActorFactory(affiliation=ministry), affiliation=state)


def test_one_statement_does_not_close_a_circle_either():
    state = ActorFactory()
    ministry = ActorFactory(affiliation=state)
    outsider = ActorFactory()
    both = Actor.objects.filter(pk__in=[state.pk, outsider.pk])

    with (
        pytest.raises(IntegrityError, match="actor_affiliations_form_no_circle"),
        transaction.atomic(),
    ):
        both.update(affiliation=ministry)


def test_two_actors_change_places_when_the_check_waits_for_the_end():
    state = ActorFactory()
    body = ActorFactory(affiliation=state)

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS actor_affiliations_form_no_circle DEFERRED")
        Actor.objects.filter(pk=state.pk).update(affiliation=body)
        Actor.objects.filter(pk=body.pk).update(affiliation=None)
        cursor.execute("SET CONSTRAINTS actor_affiliations_form_no_circle IMMEDIATE")

    state.refresh_from_db()
    assert state.affiliation == body


def test_a_name_of_an_actor_is_recorded_once():
    alias = AliasFactory()

    assert_refused(AliasFactory(actor=alias.actor), "alias_recorded_once", text=alias.text)


def test_a_name_may_return_after_its_days():
    first_term = DateRange(date(2017, 1, 20), date(2021, 1, 20))
    second_term = DateRange(date(2025, 1, 20))
    alias = AliasFactory(text="Trump", kind="person", valid=first_term)

    assert_accepted(AliasFactory(actor=alias.actor, kind="person"), text="Trump", valid=second_term)


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("alias_lasts", {"valid": DateRange(empty=True)}, id="no day"),
        pytest.param("alias_kind_is_known", {"kind": "nickname"}, id="another kind"),
    ],
)
def test_an_alias_is_refused(truth, changes):
    assert_refused(AliasFactory(), truth, **changes)


def test_an_alias_whose_days_are_left_empty_holds_always():
    alias = AliasFactory()

    assert_accepted(alias, valid=None)

    alias.refresh_from_db()
    assert alias.valid == DateRange(None, None)


def test_two_actors_may_share_a_name():
    alias = AliasFactory()

    assert_accepted(AliasFactory(), text=alias.text)


def test_a_name_is_not_empty():
    assert_refused(AliasFactory(), "alias_is_not_empty", text="")
