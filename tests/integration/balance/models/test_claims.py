"""What must be true of claims, each broken once."""

from datetime import date

import pytest

from balance.models import ClaimPole
from tests.factories.balance import ActorFactory, ClaimFactory, PoleFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param(
            "claim_interval_fits_its_precision", {"end": date(2024, 7, 5)}, id="two days are no day"
        ),
        pytest.param("claim_interval_fits_its_precision", {"precision": "month"}, id="no month"),
        pytest.param("claim_has_exactly_one_speaker", {"speaker_name": ""}, id="nobody said it"),
        pytest.param("claim_is_not_empty", {"text": ""}, id="no words"),
        pytest.param(
            "claim_settled_with_a_reason", {"status": "came_true"}, id="true, nobody says why"
        ),
    ],
)
def test_a_claim_is_refused(truth, changes):
    assert_refused(ClaimFactory(), truth, **changes)


def test_two_speakers_make_two_claims():
    claim = ClaimFactory(speaker_name="An analyst")

    assert_refused(claim, "claim_has_exactly_one_speaker", speaker=ActorFactory())


def test_a_claim_is_settled_with_a_reason_and_may_be_opened_again():
    claim = ClaimFactory(status="failed", resolution="It fell.")

    assert_accepted(claim, status="open")


def test_the_speaker_may_be_an_actor():
    assert_accepted(ClaimFactory(), speaker=ActorFactory(), speaker_name="")


def test_a_claim_may_be_dated_by_its_year():
    assert_accepted(ClaimFactory(), start=date(2024, 1, 1), end=date(2025, 1, 1), precision="year")


def test_a_claim_names_a_pole_once():
    pole, other = PoleFactory.create_batch(2)
    claim = ClaimFactory(poles=[pole, other])

    assert_refused(claim.claim_poles.get(pole=other), "claim_names_a_pole_once", pole=pole)


def test_two_claims_may_name_one_pole():
    pole = PoleFactory()
    ClaimFactory(poles=[pole])

    assert_accepted(ClaimPole(claim=ClaimFactory(), pole=pole))
