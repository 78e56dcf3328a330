"""What must be true of dashboards, panels and annotations, each broken once."""

from datetime import UTC, date, datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Dashboard, Panel, PanelPole
from tests.factories.balance import (
    ActorFactory,
    AnnotationFactory,
    DashboardFactory,
    DatasetFactory,
    FocusFactory,
    MethodologyFactory,
    PanelFactory,
    PoleFactory,
)
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db

DAY = date(2024, 7, 3)
NOTE = {"kind": "text", "note": "Mind the gap."}


def test_a_focus_has_one_front_page():
    DashboardFactory(is_front_page=True)

    assert_refused(DashboardFactory(), "dashboard_front_page_one_a_focus", is_front_page=True)


def test_each_focus_has_a_front_page_and_others():
    DashboardFactory(is_front_page=True)
    DashboardFactory()
    georgia = FocusFactory(actor=ActorFactory(code="GEO"))

    assert_accepted(DashboardFactory(focus=georgia), is_front_page=True)


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("panel_with_a_note_says_something", {"kind": "text"}, id="an empty note"),
        pytest.param("panel_years_are_1_to_100", {"years": 0}, id="no year"),
        pytest.param("panel_years_are_1_to_100", {"years": 101}, id="too many years"),
        pytest.param("panel_kind_is_known", {"kind": "pie"}, id="an unknown kind"),
        pytest.param(
            "panel_period_lasts", {"period": DateRange(DAY, DAY)}, id="a period without a day"
        ),
        pytest.param(
            "panel_period_lasts", {"period": DateRange(None, None)}, id="a period without an end"
        ),
        pytest.param(
            "panel_period_is_relative_or_fixed",
            {"years": 3, "period": DateRange(DAY, None)},
            id="two periods",
        ),
        pytest.param("panel_half_life_is_positive", {"half_life": 0}, id="no half-life"),
        pytest.param("panel_half_life_is_positive", {"half_life": float("inf")}, id="eternal"),
        pytest.param("panel_dimensions_are_known", {"dimensions": ["love"]}, id="no dimension"),
        pytest.param("panel_step_is_known", {"step": "decade"}, id="an unknown step"),
        pytest.param("panel_kernel_is_known", {"kernel": "pile"}, id="an unknown count"),
        pytest.param("panel_takes_dimensions", {**NOTE, "dimensions": ["energy"]}, id="text: part"),
        pytest.param("panel_takes_step", {"kind": "heat_map", "step": "year"}, id="one day: step"),
        pytest.param("panel_takes_kernel", {"kind": "pivots", "kernel": "flow"}, id="pivots: flow"),
        pytest.param("panel_takes_half_life", {"kind": "pivots", "half_life": 9}, id="no decay"),
        pytest.param("panel_takes_years", {"kind": "heat_map", "years": 3}, id="one day: years"),
        pytest.param(
            "panel_takes_period",
            {"kind": "dependence", "period": DateRange(DAY, None)},
            id="all time: period",
        ),
    ],
)
def test_a_panel_is_refused(truth, changes):
    assert_refused(PanelFactory(), truth, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"kind": "text", "note": "Mind the gap."}, id="a note"),
        pytest.param({"years": 1}, id="one year"),
        pytest.param({"years": 100}, id="a century"),
        pytest.param({"years": None}, id="as the reader chooses"),
    ],
)
def test_a_panel_is_accepted(changes):
    assert_accepted(PanelFactory(), **changes)


@pytest.mark.parametrize(
    ("truth", "option", "factory"),
    [
        ("panel_takes_focus", "focus", FocusFactory),
        ("panel_takes_dataset", "dataset", DatasetFactory),
        ("panel_takes_methodology", "methodology", MethodologyFactory),
    ],
)
def test_a_note_is_about_nothing(truth, option, factory):
    assert_refused(PanelFactory(kind="text"), truth, **{option: factory()})


def test_a_panel_names_a_pole_once():
    panel, pole = PanelFactory(), PoleFactory()
    panel.poles.add(pole)

    assert_refused(PanelPole(panel=panel, pole=pole), "panel_names_a_pole_once")


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        pytest.param("dashboard_status_is_known", {"status": "gone"}, id="an unknown status"),
        pytest.param(
            "dashboard_draft_has_no_publisher",
            {"status": "draft", "published_at": datetime(2024, 7, 3, tzinfo=UTC)},
            id="a published draft",
        ),
    ],
)
def test_a_dashboard_is_refused(truth, changes):
    assert_refused(DashboardFactory(), truth, **changes)


def test_the_poles_of_a_panel_are_in_their_order():
    second, first = PoleFactory(code="b", position=2), PoleFactory(code="a", position=1)

    assert PanelFactory(poles=[second, first]).shown_poles == [first, second]
    assert Panel(shown_poles=[second]).shown_poles == [second]
    assert Panel().shown_poles == []


def test_a_pin_without_words_is_refused():
    assert_refused(AnnotationFactory(), "annotation_has_a_title", title="")


def test_hidden_panels_are_not_counted():
    dashboard = DashboardFactory()
    PanelFactory.create_batch(2, dashboard=dashboard)
    PanelFactory(dashboard=dashboard, is_hidden=True)

    assert Dashboard.objects.with_panel_count().get().panel_count == 2
