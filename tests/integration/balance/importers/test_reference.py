"""What the product ships with: there after every migration, and editors' to change."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from balance.models import CameoCode, Dataset, EventType, Methodology, TieKind
from balance.operations.reference import store_reference

pytestmark = pytest.mark.django_db


def test_types_codes_rungs_and_the_first_methodology_are_there():
    assert EventType.objects.count() == 16
    assert CameoCode.objects.count() == 316
    assert CameoCode.objects.get(code="057").event_type.code == "SUPPORT"
    assert Dataset.objects.get().code == "editorial"
    method = Methodology.objects.published().get()
    assert (method.version, method.scale, method.half_life, method.kappa) == (
        "1.0",
        "goldstein",
        365,
        10,
    )
    assert set(method.dimension_weights.values()) == {1.0}


@pytest.mark.parametrize(
    ("ladder", "rungs"),
    [
        (
            "bilateral",
            [
                "diplomatic_relations",
                "cooperation_agreement",
                "strategic_partnership",
                "comprehensive_strategic_partnership",
                "alliance",
            ],
        ),
        ("membership", ["dialogue_partner", "partner", "observer", "candidate", "member"]),
        ("conflict", ["dispute", "no_relations_or_closed_border", "war"]),
        ("other", []),
    ],
)
def test_the_ladders_are_those_of_the_method(ladder, rungs):
    ranked = TieKind.objects.filter(ladder=ladder, rank__isnull=False).order_by("rank")

    assert [kind.code for kind in ranked] == rungs


def test_it_was_known_on_any_day():
    versions = CameoCode.objects.get(code="057").versions.select_related("pgh_context")

    assert [version.pgh_created_at for version in versions] == [datetime(1970, 1, 1, tzinfo=UTC)]
    assert versions[0].pgh_context.metadata["why"] == "shipped with the product"


def test_a_second_time_nothing_is_added():
    assert store_reference() == 0


def test_an_editors_change_stays_and_what_is_missing_comes_back():
    EventType.objects.filter(code="CONSULT").update(name="Talk", plover_score=1)
    CameoCode.objects.filter(code="057").delete()

    call_command("migrate", verbosity=0)

    assert EventType.objects.get(code="CONSULT").name == "Talk"
    assert CameoCode.objects.get(code="057").goldstein == 8


def test_a_rank_that_an_editor_gave_to_another_rung_is_theirs():
    TieKind.objects.filter(ladder="membership", code="partner").delete()
    TieKind.objects.create(ladder="membership", code="friend", name="friend", rank=2)

    assert store_reference() == 0
    assert not TieKind.objects.filter(code="partner").exists()


def test_it_comes_back_after_a_flush(transactional_db):
    call_command("flush", interactive=False, verbosity=0)

    assert EventType.objects.count() == 16


def test_it_costs_seven_queries_when_nothing_is_missing(django_assert_max_num_queries):
    with django_assert_max_num_queries(9):  # Six tables, and the transaction around them.
        store_reference()
