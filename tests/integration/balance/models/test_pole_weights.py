"""The pole weights of an actor sum to at most 1 on any day, from whichever side they change."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import PoleMembership
from tests.factories.balance import (
    ActorFactory,
    PoleFactory,
    PoleMembershipFactory,
    SchemeFactory,
)
from tests.truths import assert_accepted, assert_database_refuses

pytestmark = pytest.mark.django_db

WEIGHTS = "pole_weights_of_an_actor_at_most_1"


def years(first, stop):
    return DateRange(date(first, 1, 1) if first else None, date(stop, 1, 1) if stop else None)


@contextmanager
def judged_at_the_end():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {WEIGHTS} DEFERRED")
        yield


def stays(*weights_and_spans, actor=None):
    """Give one actor a membership in a pole of its own for each weight and span."""
    actor = actor or ActorFactory()
    return [
        PoleMembershipFactory(actor=actor, weight=weight, valid=years(*span))
        for weight, span in weights_and_spans
    ]


@pytest.mark.parametrize(
    "memberships",
    [
        pytest.param([(0.6, (None, None)), (0.5, (None, None))], id="always, both"),
        pytest.param([(0.6, (2020, 2022)), (0.5, (2021, 2023))], id="one year in common"),
        pytest.param([(0.6, (None, 2021)), (0.5, (2020, None))], id="the end and the beginning"),
        pytest.param([(0.6, (None, 2021)), (0.5, (None, 2000))], id="before anybody can remember"),
        pytest.param(
            [(0.4, (2020, 2030)), (0.4, (2021, 2023)), (0.4, (2022, 2025))], id="three for a year"
        ),
        pytest.param([(1, (2020, None)), (1e-6, (2020, None))], id="a millionth too much"),
    ],
)
def test_weights_above_1_on_some_day_are_refused(memberships):
    with pytest.raises(IntegrityError, match=WEIGHTS), transaction.atomic():
        stays(*memberships)


@pytest.mark.parametrize(
    "memberships",
    [
        pytest.param([(0.1, (None, None)), (0.2, (2020, 2021)), (0.7, (2020, None))], id="tenths"),
        pytest.param([(0.1, (2020, None))] * 10, id="a tenth of ten"),
        pytest.param([(1, (None, 2021)), (1, (2021, None))], id="from one to the next"),
        pytest.param([(0.5, (2020, 2021)), (0.5, (2022, 2023)), (0.5, (2019, None))], id="in turn"),
    ],
)
def test_weights_up_to_1_are_accepted(memberships):
    assert len(stays(*memberships)) == len(memberships)


def test_each_scheme_has_its_own_sum():
    stay = PoleMembershipFactory(weight=1)
    elsewhere = PoleFactory(scheme=SchemeFactory(code="another"))

    assert_accepted(PoleMembershipFactory(actor=stay.actor, pole=elsewhere, weight=1))


def test_each_actor_has_its_own_sum():
    stay = PoleMembershipFactory(weight=1)

    assert_accepted(PoleMembershipFactory(pole=stay.pole, weight=1))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"weight": 0.6}, id="a heavier weight"),
        pytest.param({"valid": years(2019, None)}, id="a longer stay"),
    ],
)
def test_a_change_that_takes_the_sum_above_1_is_refused(changes):
    _heavy, _light, stay = stays((0.6, (2018, 2020)), (0.5, (2020, None)), (0.5, (2020, None)))

    for name, value in changes.items():
        setattr(stay, name, value)
    assert_database_refuses(stay, WEIGHTS)


def test_a_membership_does_not_move_to_an_actor_that_has_no_room():
    stay = PoleMembershipFactory(weight=1)
    other = PoleMembershipFactory(weight=1)

    other.actor = stay.actor
    assert_database_refuses(other, WEIGHTS)


def test_a_withdrawn_membership_weighs_nothing_until_it_is_restored():
    first = PoleMembershipFactory(weight=1)
    assert_accepted(first, withdrawn_because="Never joined.")
    assert_accepted(PoleMembershipFactory(actor=first.actor, weight=1))

    first.withdrawn_because = ""
    assert_database_refuses(first, WEIGHTS)


def test_restoring_everything_at_once_is_refused_too():
    first = PoleMembershipFactory(weight=1, withdrawn_because="Never joined.")
    PoleMembershipFactory(actor=first.actor, weight=1, withdrawn_because="Never joined.")

    with pytest.raises(IntegrityError, match=WEIGHTS), transaction.atomic():
        PoleMembership.objects.update(withdrawn_because="")


@pytest.mark.django_db(transaction=True)
def test_two_weights_change_places_when_the_check_waits_for_the_end():
    heavy, light = stays((0.9, (None, None)), (0.1, (None, None)))

    with judged_at_the_end():
        PoleMembership.objects.filter(pk=light.pk).update(weight=0.9)
        PoleMembership.objects.filter(pk=heavy.pk).update(weight=0.1)

    light.refresh_from_db()
    assert light.weight == 0.9


@pytest.mark.django_db(transaction=True)
def test_weights_above_1_at_commit_are_refused():
    _heavy, light = stays((0.9, (None, None)), (0.1, (None, None)))

    with pytest.raises(IntegrityError, match=WEIGHTS), judged_at_the_end():
        PoleMembership.objects.filter(pk=light.pk).update(weight=0.9)

    light.refresh_from_db()
    assert light.weight == 0.1
