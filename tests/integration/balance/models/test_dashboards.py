"""What must be true of dashboards, panels and annotations, each broken once."""

import pytest

from balance.models import Dashboard
from tests.factories.balance import (
    ActorFactory,
    AnnotationFactory,
    DashboardFactory,
    FocusFactory,
    PanelFactory,
)
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


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


def test_a_pin_without_words_is_refused():
    assert_refused(AnnotationFactory(), "annotation_has_a_title", title="")


def test_hidden_panels_are_not_counted():
    dashboard = DashboardFactory()
    PanelFactory.create_batch(2, dashboard=dashboard)
    PanelFactory(dashboard=dashboard, is_hidden=True)

    assert Dashboard.objects.with_panel_count().get().panel_count == 2
