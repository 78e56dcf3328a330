"""The form of a dashboard is shown as readers would see it, and nothing of it is stored."""

from datetime import date
from html import unescape

import pytest
from django.apps import apps
from django.test import Client

from balance.models import Dashboard, Panel
from tests.factories.balance import (
    DashboardFactory,
    EventFactory,
    PanelFactory,
    PoleFactory,
    SchemeFactory,
)
from tests.factories.balance import PoleMembershipFactory as Membership
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import complaints, read_form, with_row

LIST = "/admin/balance/dashboard/"
PANEL = {"kind": "tone", "width": "full", "title": "", "note": "", "position": ""}


@pytest.fixture
def dashboard(db):
    dashboard = DashboardFactory(title="As it is stored", focus__is_default=True)
    pole = PoleFactory(code="china", name="China", scheme=dashboard.focus.scheme)
    china = Membership(pole=pole).actor
    EventFactory(start=date(2024, 7, 3), initiators=[dashboard.focus.actor], recipients=[china])
    for position, title in enumerate(["First", "Second", "Third"], 1):
        PanelFactory(dashboard=dashboard, position=position, title=title, kind="tone")
    return dashboard


@pytest.fixture
def filled(editor, dashboard):
    return read_form(editor, f"{LIST}{dashboard.pk}/change/", "dashboard_form")


def preview(client, dashboard, data):
    page = client.post(f"{LIST}{dashboard.pk}/preview/", data)
    assert page.status_code == 200
    return unescape(page.content.decode())


def _pole_of_others():
    return PoleFactory(code="north", scheme=SchemeFactory(code="others"))


def rows_of_everything():
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for app in ("articles", "balance", "pghistory")
        for model in apps.get_app_config(app).get_models()
    }


def test_it_shows_the_form_and_stores_nothing(editor, dashboard, filled):
    before = rows_of_everything()
    data = filled | {"title": "As it is typed", "panels-0-position": "9", "panels-1-title": "New"}
    data = with_row(data, "panels", **{**PANEL, "kind": "text", "note": "*Mind* the gap."})

    page = preview(editor, dashboard, data)

    assert "As it is typed" in page
    assert "<em>Mind</em>" in page
    places = [page.index(words) for words in (">New<", ">Third<", ">First<", "<em>Mind</em>")]
    assert places == sorted(places)
    assert "As it is stored" not in page
    assert rows_of_everything() == before


def test_hidden_and_removed_panels_are_not_shown(editor, dashboard, filled):
    page = preview(
        editor, dashboard, filled | {"panels-0-is_hidden": "on", "panels-1-DELETE": "on"}
    )

    assert (">First<" in page, ">Second<" in page, ">Third<" in page) == (False, False, True)


def test_what_is_wrong_is_said_in_its_place(editor, dashboard, filled):
    data = filled | {"title": "", "panels-1-kind": "comparison", "panels-2-years": "many"}

    page = preview(editor, dashboard, data)

    assert "Title: This field is required." in page
    assert "This kind of panel compares poles: choose 2 to 4." in page
    assert "Last years: Enter a whole number." in page
    assert ">First<" in page


def test_only_our_own_admin_may_frame_it(editor, dashboard, filled):
    page = editor.post(f"{LIST}{dashboard.pk}/preview/", filled)

    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert "script-src 'unsafe" not in page["Content-Security-Policy"]
    assert editor.get("/")["X-Frame-Options"] == "DENY"


def test_a_new_dashboard_is_previewed(editor, dashboard):
    data = read_form(editor, f"{LIST}add/", "dashboard_form")
    data |= {"title": "From nothing", "focus": str(dashboard.focus.pk)}
    data = with_row(data, "panels", **{**PANEL, "title": "Tone of it"})

    page = editor.post(f"{LIST}preview/", data).content.decode()

    assert "From nothing" in page
    assert "Tone of it" in page
    assert Dashboard.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"panels-TOTAL_FORMS": "x"},
        {"title": "\0", "focus": "999999999999999999999", "panels-TOTAL_FORMS": "0"},
        {"panels-TOTAL_FORMS": "1", "panels-INITIAL_FORMS": "1", "panels-0-id": "\0"},
        {"panels-TOTAL_FORMS": "1", "panels-INITIAL_FORMS": "0", "panels-0-kind": "pie"},
    ],
)
def test_nonsense_is_no_error_page(editor, dashboard, data):
    assert editor.post(f"{LIST}preview/", data).status_code == 200
    assert editor.post(f"{LIST}{dashboard.pk}/preview/", data).status_code == 200


def test_without_a_form_it_says_what_it_is_for(editor, dashboard):
    page = editor.get(f"{LIST}{dashboard.pk}/preview/")

    assert "The preview follows the form" in page.content.decode()


def test_it_is_for_those_who_may_edit(dashboard):
    nobody, staff = Client(), Client()
    staff.force_login(UserFactory(username="berta", is_staff=True))

    assert nobody.post(f"{LIST}{dashboard.pk}/preview/").status_code == 302
    assert staff.post(f"{LIST}{dashboard.pk}/preview/").status_code == 403
    assert staff.post(f"{LIST}preview/").status_code == 403


def test_the_form_leads_to_its_preview(editor, dashboard):
    form = editor.get(f"{LIST}{dashboard.pk}/change/").content.decode()

    assert f'formaction="{LIST}{dashboard.pk}/preview/"' in form
    assert f'formaction="{LIST}preview/"' in editor.get(f"{LIST}add/").content.decode()


def test_who_published_and_when_is_kept(editor, dashboard):
    Dashboard.objects.update(status="draft")
    address = f"{LIST}{dashboard.pk}/change/"

    editor.post(address, read_form(editor, address, "dashboard_form") | {"status": "published"})
    dashboard.refresh_from_db()
    assert (str(dashboard.published_by), dashboard.published_at is None) == ("anna", False)

    editor.post(address, read_form(editor, address, "dashboard_form") | {"status": "draft"})
    dashboard.refresh_from_db()
    assert (dashboard.status, dashboard.published_by, dashboard.published_at) == (
        "draft",
        None,
        None,
    )


def test_the_poles_of_a_panel_are_kept_and_those_of_others_refused(editor, dashboard, filled):
    china, north = PoleFactory._meta.model.objects.get(code="china"), _pole_of_others()
    address = f"{LIST}{dashboard.pk}/change/"

    page = editor.post(address, filled | {"panels-0-chosen_poles": [china.pk]})
    assert not complaints(page)
    assert Panel.objects.get(title="First").shown_poles == [china]

    again = read_form(editor, address, "dashboard_form")
    page = editor.post(address, again | {"panels-0-chosen_poles": [north.pk]})
    assert "is not read against" in complaints(page)


def test_an_option_that_does_nothing_is_refused_with_the_cure(editor, dashboard, filled):
    data = filled | {"panels-0-kind": "heat_map", "panels-0-step": "year"}

    page = editor.post(f"{LIST}{dashboard.pk}/change/", data)

    assert "clear the step, or choose a chart" in complaints(page)


def test_years_and_a_period_at_once_are_refused(editor, dashboard, filled):
    data = filled | {"panels-0-years": "3", "panels-0-period": "2020 –"}

    page = editor.post(f"{LIST}{dashboard.pk}/change/", data)

    assert "not both" in complaints(page)
