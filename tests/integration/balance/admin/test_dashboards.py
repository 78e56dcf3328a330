"""An editor reorders, retitles, hides and adds panels; copies a dashboard; pins a moment."""

import pytest

from balance.models import Annotation, Dashboard, Panel
from tests.factories.balance import DashboardFactory, FocusFactory, PanelFactory
from tests.integration.balance.admin.filling import complaints, read_form, told, with_row

LIST = "/admin/balance/dashboard/"
PANEL = {"kind": "tone", "width": "full", "title": "", "note": "", "position": ""}


@pytest.fixture
def dashboard(db):
    """A published dashboard with three panels."""
    dashboard = DashboardFactory()
    for position, title in enumerate(["Shares", "Tone", "Poles"]):
        PanelFactory(dashboard=dashboard, position=position, title=title)
    return dashboard


def form(editor, dashboard):
    return read_form(editor, f"{LIST}{dashboard.pk}/change/", "dashboard_form")


def save(editor, dashboard, data):
    return editor.post(f"{LIST}{dashboard.pk}/change/", data, follow=True)


def titles(dashboard):
    return [panel.title for panel in dashboard.panels.order_by("position", "id")]


def test_panels_are_reordered_retitled_and_hidden(editor, dashboard):
    data = form(editor, dashboard)
    data |= {"panels-0-position": "9", "panels-1-title": "Mood", "panels-2-is_hidden": "on"}

    page = save(editor, dashboard, data)

    assert not complaints(page)
    assert titles(dashboard) == ["Mood", "Poles", "Shares"]
    assert dashboard.panels.get(title="Poles").is_hidden


def test_panels_without_a_position_go_last_in_their_order(editor, dashboard):
    data = with_row(form(editor, dashboard), "panels", **{**PANEL, "title": "First new"})
    data = with_row(data, "panels", **{**PANEL, "title": "Second new"})

    save(editor, dashboard, data)

    assert titles(dashboard) == ["Shares", "Tone", "Poles", "First new", "Second new"]


def test_a_note_says_something(editor, dashboard):
    data = with_row(form(editor, dashboard), "panels", **{**PANEL, "kind": "text"})

    page = save(editor, dashboard, data)

    assert "Write the note" in complaints(page)
    assert dashboard.panels.count() == 3


@pytest.mark.parametrize("years", ["0", "101", "-1", "many"])
def test_years_are_1_to_100(editor, dashboard, years):
    data = form(editor, dashboard)

    assert complaints(save(editor, dashboard, {**data, "panels-0-years": years}))


def test_a_panel_is_removed(editor, dashboard):
    save(editor, dashboard, {**form(editor, dashboard), "panels-0-DELETE": "on"})

    assert titles(dashboard) == ["Tone", "Poles"]


def test_an_emptied_address_stays_as_it_was(editor, dashboard):
    before = dashboard.slug

    page = save(editor, dashboard, {**form(editor, dashboard), "slug": "", "title": ""})
    assert page.status_code == 200
    save(editor, dashboard, {**form(editor, dashboard), "slug": ""})

    dashboard.refresh_from_db()
    assert dashboard.slug == before


def test_a_focus_has_one_page_of_its_own(editor, dashboard):
    DashboardFactory(is_front_page=True, focus=dashboard.focus)
    data = {**form(editor, dashboard), "is_front_page": "on"}

    assert "this focus's own page" in complaints(save(editor, dashboard, data))


def test_the_form_leads_to_the_page_once_it_is_published(editor, dashboard):
    there = f'href="{dashboard.get_absolute_url()}"'
    assert there in editor.get(f"{LIST}{dashboard.pk}/change/").content.decode()

    Dashboard.objects.update(status="draft")

    assert there not in editor.get(f"{LIST}{dashboard.pk}/change/").content.decode()


def test_a_copy_is_a_draft_with_the_same_panels(editor, dashboard):
    for _ in range(2):
        data = {"action": "copy", "_selected_action": [dashboard.pk], "index": "0"}
        editor.post(LIST, data)

    copies = Dashboard.objects.exclude(pk=dashboard.pk)
    assert [titles(copy) for copy in copies] == [titles(dashboard)] * 2
    assert {copy.status for copy in copies} == {"draft"}
    assert len({copy.slug for copy in copies}) == 2
    assert Panel.objects.count() == 9


def test_copying_nothing_in_particular_asks_for_one(editor, dashboard):
    chosen = [dashboard.pk, DashboardFactory().pk]

    page = editor.post(
        LIST, {"action": "copy", "_selected_action": chosen, "index": "0"}, follow=True
    )

    assert "Choose one dashboard." in told(page)


def test_the_list_counts_what_a_reader_sees(editor, dashboard):
    dashboard.panels.filter(title="Tone").update(is_hidden=True)

    assert '<td class="field-panels">2</td>' in editor.get(LIST).content.decode()


def test_a_moment_is_pinned(editor):
    new = read_form(editor, "/admin/balance/annotation/add/", "annotation_form")
    new |= {"focus": str(FocusFactory().pk), "on": "2024-07-03", "title": "Treaty"}

    editor.post("/admin/balance/annotation/add/", new)

    assert Annotation.objects.get().title == "Treaty"
