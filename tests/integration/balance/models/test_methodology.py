"""What must be true of methodologies, each broken once; a published one is frozen."""

from datetime import UTC, datetime
from math import inf, nan

import pytest
from django.db import IntegrityError, transaction

from balance.models import Dimension, Methodology
from tests.factories.balance import MethodologyFactory
from tests.truths import assert_accepted, assert_database_refuses, assert_refused

pytestmark = pytest.mark.django_db

FROZEN = "methodology_published_is_frozen"
TODAY = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture
def published():
    Methodology.objects.published().update(status="retired")
    return MethodologyFactory(status="published")


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("methodology_half_life_is_positive", {"half_life": 0}, id="no half-life"),
        pytest.param("methodology_half_life_is_positive", {"half_life": inf}, id="no decay"),
        pytest.param("methodology_half_life_is_positive", {"half_life": nan}, id="no number"),
        pytest.param("methodology_kappa_is_positive", {"kappa": 0}, id="no kappa"),
        pytest.param("methodology_kappa_is_positive", {"kappa": inf}, id="endless kappa"),
        pytest.param("methodology_kappa_is_positive", {"kappa": nan}, id="kappa is no number"),
        pytest.param("methodology_scale_is_known", {"scale": "richter"}, id="another scale"),
        pytest.param(
            "methodology_status_is_known",
            {"status": "leaked", "published_at": TODAY},
            id="neither a draft nor published",
        ),
        pytest.param(
            "methodology_published_has_a_date", {"status": "published"}, id="published, not when"
        ),
        pytest.param(
            "methodology_published_has_a_date", {"published_at": TODAY}, id="a draft with a date"
        ),
        *(
            pytest.param(
                "methodology_weights_are_not_negative",
                {f"weight_{dimension}": weight},
                id=f"{dimension} weighs {weight}",
            )
            for dimension in Dimension.values
            for weight in (-0.001, inf, nan)
        ),
    ],
)
def test_a_methodology_is_refused(truth, changes):
    Methodology.objects.published().update(status="retired")

    assert_refused(MethodologyFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"half_life": 0.5, "kappa": 0.01}, id="small parameters"),
        pytest.param({"weight_cultural": 0}, id="a dimension left out"),
        pytest.param({"status": "retired", "published_at": TODAY}, id="retired"),
    ],
)
def test_a_methodology_is_accepted(changes):
    assert_accepted(MethodologyFactory(), **changes)


def test_one_methodology_is_published(published):
    draft = MethodologyFactory()

    assert_refused(draft, "methodology_published_is_one", status="published", published_at=TODAY)


@pytest.mark.parametrize("status", ["published", "retired"])
@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"half_life": 180}, id="another half-life"),
        pytest.param({"weight_energy": 2}, id="another weight"),
        pytest.param({"scale": "plover"}, id="another scale"),
        pytest.param({"note": "As I said."}, id="another note"),
        pytest.param({"version": "renamed"}, id="another name"),
        pytest.param({"status": "draft", "published_at": None}, id="a draft again"),
    ],
)
def test_a_methodology_that_was_published_is_frozen(published, status, changes):
    Methodology.objects.filter(pk=published.pk).update(status=status)

    with pytest.raises(IntegrityError, match=FROZEN), transaction.atomic():
        Methodology.objects.filter(pk=published.pk).update(**changes)


def test_a_published_methodology_is_not_deleted(published):
    with pytest.raises(IntegrityError, match=FROZEN), transaction.atomic():
        published.delete()


def test_a_retired_methodology_does_not_come_back(published):
    published.status = "retired"
    published.save()

    published.status = "published"
    assert_database_refuses(published, FROZEN)


def test_retiring_makes_room_for_the_next(published):
    draft = MethodologyFactory()
    assert_accepted(published, status="retired")

    assert_accepted(draft, status="published", published_at=TODAY)


def test_a_draft_changes_and_goes():
    draft = MethodologyFactory()
    assert_accepted(draft, half_life=90)

    draft.delete()

    assert not Methodology.objects.filter(version=draft.version).exists()


def test_saving_a_published_methodology_unchanged_is_no_change(published):
    assert_accepted(Methodology.objects.get(pk=published.pk))
