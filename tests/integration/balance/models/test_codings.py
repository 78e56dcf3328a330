"""What must be true of second codings, each broken once."""

from datetime import date

import pytest

from tests.factories.balance import CodedParticipantFactory, CodingFactory
from tests.factories.users import UserFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        ("coding_interval_fits_its_precision", {"end": date(2024, 7, 6)}),
        ("coding_dates_are_of_our_time", {"start": date(1812, 7, 3), "end": date(1812, 7, 4)}),
        ("coding_dimension_is_known", {"dimension": "magic"}),
        ("coding_confidence_is_a_probability", {"confidence": 1.5}),
        ("coding_confidence_is_a_probability", {"confidence": -0.1}),
    ],
)
def test_a_coding_is_refused(truth, changes):
    assert_refused(CodingFactory(), truth, **changes)


def test_a_coder_codes_an_event_once_and_another_coder_may_too():
    first = CodingFactory()
    other = CodingFactory(event=first.event)

    assert_refused(other, "coding_once_by_a_coder", coder=first.coder)
    assert_accepted(other, coder=UserFactory())


@pytest.mark.parametrize("role", ["host", "witness", ""])
def test_a_coded_participant_acts_or_receives(role):
    assert_refused(CodedParticipantFactory(), "coded_participant_acts_or_receives", role=role)


def test_an_actor_stands_once_in_a_role():
    first = CodedParticipantFactory()
    other = CodedParticipantFactory(coding=first.coding)

    assert_refused(other, "coding_names_an_actor_once_in_a_role", actor=first.actor)
    assert_accepted(other, actor=first.actor, role="recipient")
