"""What must be true of foci, poles and their members, each broken once."""

from datetime import date
from math import nan

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories.balance import (
    ActorFactory,
    FocusFactory,
    PoleFactory,
    PoleMembershipFactory,
    SchemeFactory,
)
from tests.truths import assert_accepted, assert_database_refuses, assert_refused

pytestmark = pytest.mark.django_db

WEIGHTS = "pole_weights_of_an_actor_at_most_1"


def years(first, stop):
    return DateRange(date(first, 1, 1) if first else None, date(stop, 1, 1) if stop else None)


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("pole_is_not_called_other", {"code": "other"}, id="called OTHER"),
        pytest.param("pole_colours_are_hexadecimal", {"color": "red"}, id="a word"),
        pytest.param("pole_colours_are_hexadecimal", {"color": "#0072B2"}, id="capitals"),
        pytest.param("pole_colours_are_hexadecimal", {"color_dark": "#12345"}, id="five digits"),
        pytest.param("pole_colours_are_hexadecimal", {"color_dark": ""}, id="none on dark ground"),
    ],
)
def test_a_pole_is_refused(truth, changes):
    assert_refused(PoleFactory(), truth, **changes)


def test_a_code_is_one_pole_in_a_scheme():
    pole = PoleFactory()

    assert_refused(PoleFactory(), "pole_code_once_in_a_scheme", code=pole.code)


def test_two_schemes_may_have_a_pole_of_one_code():
    pole = PoleFactory()

    assert_accepted(PoleFactory(scheme=SchemeFactory(code="another")), code=pole.code)


def test_a_pole_stays_in_its_scheme():
    pole = PoleFactory()

    pole.scheme = SchemeFactory(code="another")
    assert_database_refuses(pole, "pole_keeps_its_scheme")


def test_one_focus_is_on_the_front_page():
    FocusFactory(is_default=True)
    georgia = FocusFactory(actor=ActorFactory())

    assert_refused(georgia, "focus_on_the_front_page_is_one", is_default=True)


def test_many_foci_are_not_on_the_front_page():
    FocusFactory()

    assert_accepted(FocusFactory(actor=ActorFactory()))


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("pole_membership_lasts", {"valid": years(2020, 2020)}, id="no day"),
        pytest.param("pole_membership_weight_above_0_at_most_1", {"weight": 0}, id="nothing"),
        pytest.param("pole_membership_weight_above_0_at_most_1", {"weight": 1.001}, id="above 1"),
        pytest.param("pole_membership_weight_above_0_at_most_1", {"weight": nan}, id="no number"),
    ],
)
def test_a_membership_is_refused(truth, changes):
    assert_refused(PoleMembershipFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"weight": 1}, id="weight exactly 1"),
        pytest.param({"weight": 0.001}, id="hardly any weight"),
        pytest.param({"valid": DateRange(date(2024, 2, 29), date(2024, 3, 1))}, id="one day"),
    ],
)
def test_a_membership_is_accepted(changes):
    assert_accepted(PoleMembershipFactory(), **changes)


def test_an_actor_is_never_in_a_pole_twice_at_once():
    stay = PoleMembershipFactory(valid=years(2020, 2022), weight=0.4)
    later = PoleMembershipFactory(
        actor=stay.actor, pole=stay.pole, valid=years(2022, None), weight=0.4
    )

    assert_refused(later, "pole_membership_never_twice_at_once", valid=years(2021, None))


def test_an_actor_leaves_a_pole_and_joins_it_again_the_same_day():
    stay = PoleMembershipFactory(valid=years(2020, 2022))

    assert_accepted(
        PoleMembershipFactory(actor=stay.actor, pole=stay.pole, valid=years(2022, None))
    )


def test_a_withdrawn_membership_makes_room_and_comes_back_only_into_it():
    withdrawn = PoleMembershipFactory(withdrawn_because="Never joined.", weight=0.4)
    PoleMembershipFactory(actor=withdrawn.actor, pole=withdrawn.pole, weight=0.4)

    assert_refused(withdrawn, "pole_membership_never_twice_at_once", withdrawn_because="")
