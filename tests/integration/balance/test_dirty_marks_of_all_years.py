"""Which changes mark all years, because every number may follow from them; and which mark none."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Actor, CameoCode, EventType, Pole
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    AliasFactory,
    AnnotationFactory,
    ClaimFactory,
    DashboardFactory,
    EvidenceFactory,
    FocusFactory,
    MethodologyFactory,
    ObservationFactory,
    PanelFactory,
    PoleFactory,
    PoleMembershipFactory,
    RecordFactory,
    SchemeFactory,
    TieFactory,
    TieKindFactory,
)
from tests.marks import ALL_YEARS, assert_marked, clear_marks, count_by_year, unmarked_event

pytestmark = pytest.mark.django_db

MEMBER = {"ladder": "membership", "code": "member"}
OBSERVER = {"ladder": "membership", "code": "observer"}


@pytest.fixture
def event():
    return unmarked_event()


def test_a_pole_membership_marks_all_years(event):
    membership = PoleMembershipFactory()
    assert_marked(ALL_YEARS)

    for changes in ({"weight": 0.5}, {"valid": DateRange(date(2020, 1, 1), None)}):
        type(membership).objects.filter(pk=membership.pk).update(**changes)
        assert_marked(ALL_YEARS)

    type(membership).objects.filter(pk=membership.pk).update(withdrawn_because="A mistake.")
    assert_marked(ALL_YEARS)

    membership.delete()
    assert_marked(ALL_YEARS)


@pytest.mark.parametrize("field", ["code", "affiliation", "poles_from_members", "withdrawn"])
def test_who_stands_for_whom_marks_all_years(event, field):
    body = ActorFactory(kind="organisation")
    changes = {
        "code": {"code": "RENAMED"},
        "affiliation": {"affiliation": ActorFactory()},
        "poles_from_members": {"poles_from_members": True},
        "withdrawn": {"withdrawn_because": "Never was."},
    }
    clear_marks()

    Actor.objects.filter(pk=body.pk).update(**changes[field])

    assert_marked(ALL_YEARS)


def test_what_a_type_or_a_code_is_worth_marks_all_years(event):
    EventType.objects.filter(pk=event.event_type_id).update(plover_score=1)
    assert_marked(ALL_YEARS)

    CameoCode.objects.filter(pk=event.cameo_code_id).update(goldstein=1)

    assert_marked(ALL_YEARS)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"code": "renamed"}, id="code"),
        pytest.param({"position": 77}, id="position"),
    ],
)
def test_a_pole_marks_all_years_when_it_comes_changes_and_goes(event, changes):
    pole = PoleFactory()
    assert_marked(ALL_YEARS)

    Pole.objects.filter(pk=pole.pk).update(**changes)
    assert_marked(ALL_YEARS)

    pole.delete()
    assert_marked(ALL_YEARS)


def test_a_focus_that_is_read_against_another_scheme_marks_all_years(event):
    focus = FocusFactory()
    focus.scheme = SchemeFactory(code="another")
    focus.save()

    assert_marked(ALL_YEARS)


def test_a_full_membership_marks_all_years(event):
    tie = TieFactory(kind=TieKindFactory(**MEMBER))
    assert_marked(ALL_YEARS)

    tie.withdrawn_because = "Never joined."
    tie.save()
    assert_marked(ALL_YEARS)

    tie.delete()
    assert_marked(ALL_YEARS)


def test_a_tie_that_becomes_or_was_a_full_membership_marks_all_years(event):
    tie = TieFactory(kind=TieKindFactory(**OBSERVER))
    assert_marked()

    for kind in (MEMBER, OBSERVER):
        tie.kind = TieKindFactory(**kind)
        tie.save()
        assert_marked(ALL_YEARS)


def test_a_kind_of_tie_that_is_no_longer_full_membership_marks_all_years(event):
    kind = TieKindFactory(**MEMBER)
    clear_marks()

    kind.code = "associate"
    kind.save()

    assert_marked(ALL_YEARS)


def test_without_any_event_a_year_is_marked_all_the_same():
    FocusFactory()
    clear_marks()

    PoleMembershipFactory()

    assert len(count_by_year()) == 1


@pytest.mark.parametrize(
    "factory",
    [
        ArticleFactory,
        EvidenceFactory,
        AnnotationFactory,
        DashboardFactory,
        PanelFactory,
        AliasFactory,
        ActorFactory,
        ClaimFactory,
        ObservationFactory,
        MethodologyFactory,
        RecordFactory,
    ],
)
def test_what_enters_no_number_marks_nothing(event, factory):
    row = factory(event=event) if factory is EvidenceFactory else factory()
    row.save()
    row.delete()

    assert_marked()


@pytest.mark.parametrize(
    ("factory", "changes"),
    [
        (ActorFactory, {"name": "A new name"}),
        (PoleFactory, {"name": "A new name", "color": "#000000"}),
        (FocusFactory, {"summary": "A new summary."}),
        (TieKindFactory, {"name": "A new name", "rank": 900}),
    ],
)
def test_a_new_name_marks_nothing(event, factory, changes):
    row = factory()
    clear_marks()

    for name, value in changes.items():
        setattr(row, name, value)
    row.save()

    assert_marked()
