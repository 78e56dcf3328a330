"""The admin in a browser: an editor's desk, the list and the form, on a screen and on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from config.launch.demonstration import ADMINISTRATOR

pytestmark = pytest.mark.browser

_UNFOLD = "() => document.querySelectorAll('details').forEach((part) => { part.open = true })"
DESK, EVENTS, NEW_EVENT = "/admin/", "/admin/balance/event/", "/admin/balance/event/add/"
DASHBOARDS = "/admin/balance/dashboard/"
SEARCH, CODEBOOK = "/admin/search/?q=china", "/admin/codebook/"


def sign_in(page: Page, site, name: str = ADMINISTRATOR) -> None:
    page.goto(f"{site.address}/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")


def open_first(page: Page, address: str) -> None:
    """Open the form of the first row of a list."""
    page.goto(address)
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_url("**/change/**")


@pytest.fixture
def editor(page, site) -> Page:
    sign_in(page, site)
    return page


def found_by_axe(page: Page) -> list[str]:
    page.evaluate(_UNFOLD)
    # Preloading would copy Django's imported sheets into the page, which our policy refuses.
    violations = Axe().run(page, options={"preload": False}).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_where_a_draft_is_previewed_and_an_event_coded(
    open_page, site, width, theme
):
    page = open_page(width=width, theme=theme)
    sign_in(page, site)
    page.goto(f"{site.address}/admin/balance/methodology/")
    page.locator("#result_list tbody tr", has_text="published").locator(".action-select").check()
    page.locator("select[name=action]").select_option("draft_like")
    page.get_by_role("button", name="Run").or_(page.get_by_role("button", name="Go")).last.click()
    page.wait_for_url("**/change/")
    draft = page.url.removesuffix("change/")

    for path in (
        f"{draft}preview/",
        f"{draft}publish/",
        f"{site.address}/admin/balance/coding/add/",
    ):
        page.goto(path)
        page.wait_for_load_state("load")
        assert found_by_axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_on_an_editors_pages(open_page, site, width, theme):
    page = open_page(width=width, theme=theme)
    sign_in(page, site)

    for path in (DESK, EVENTS, NEW_EVENT, DASHBOARDS, SEARCH, CODEBOOK):
        page.goto(f"{site.address}{path}")
        page.wait_for_load_state("load")
        assert found_by_axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_form_of_an_event_is_complete_and_accessible(editor, site):
    open_first(editor, f"{site.address}{EVENTS}")

    order = editor.locator("h2").all_inner_texts()
    wanted = ["What happened", "When", "Who", "What kind of act", "How we know", "Does it count?"]
    places = [next(n for n, words in enumerate(order) if w in words) for w in wanted]

    assert places == sorted(places)
    assert found_by_axe(editor) == []


def test_an_actor_is_chosen_by_typing(editor, site):
    editor.goto(f"{site.address}{NEW_EVENT}")
    editor.locator("#participants-0 .select2-selection").click()
    editor.locator(".select2-search__field").press_sequentially("tur")
    editor.get_by_role("option", name="Turkey (TUR)", exact=True).click()

    chosen = editor.locator("#participants-0 .select2-selection__rendered")
    expect(chosen).to_have_attribute("aria-label", "Actor: Turkey (TUR)")


def test_a_missing_actor_is_created_beside_the_box(editor, site):
    editor.goto(f"{site.address}{NEW_EVENT}")
    with editor.expect_popup() as opened:
        editor.locator("#add_id_participants-0-actor").click()
    beside = opened.value
    beside.get_by_label("Name:").fill("A company of ours")
    beside.get_by_label("Code:").fill("OURCO")
    beside.get_by_label("Kind:").first.select_option("company")
    beside.get_by_role("button", name="Save").click()

    chosen = editor.locator("#participants-0 .select2-selection__rendered")
    expect(chosen).to_contain_text("A company of ours")


def test_a_slash_leads_to_the_search_unless_one_is_writing(editor, site):
    editor.goto(f"{site.address}{NEW_EVENT}")
    title = editor.get_by_label("Title:")
    title.press_sequentially("a/b")
    expect(title).to_have_value("a/b")
    title.blur()

    editor.keyboard.press("/")
    editor.keyboard.type("joint acts")
    editor.keyboard.press("Enter")

    expect(editor.get_by_role("link", name="Joint acts")).to_be_visible()


def test_a_note_is_sent_without_leaving_a_form_that_is_half_filled_in(editor, site):
    open_first(editor, f"{site.address}{EVENTS}")
    title = editor.get_by_label("Title:")
    title.fill("Half written")

    editor.get_by_label("A note for the others").fill("One act or two?")
    editor.get_by_role("button", name="Add the note").click()

    notes = editor.get_by_role("region", name="Notes for discussion")
    expect(notes).to_contain_text("1 open")
    expect(title).to_have_value("Half written")
    assert found_by_axe(editor) == []
    notes.get_by_role("button", name="Settle").click()
    expect(notes).to_contain_text("settled by")


def test_a_row_is_added_with_boxes_that_have_names(editor, site):
    editor.goto(f"{site.address}{NEW_EVENT}")
    editor.get_by_role("button", name="Add another Participant").click()

    row = editor.locator("#participants-2")
    expect(row.get_by_label("Role")).to_be_visible()
    box = row.locator(".select2-selection__rendered")
    expect(box).to_have_attribute("aria-label", "Actor")


def test_panels_move_by_button_and_are_numbered_anew(editor, site):
    open_first(editor, f"{site.address}{DASHBOARDS}")
    rows = editor.locator("#panels-group .inline-related:not(.empty-form)")
    second = rows.nth(1).get_attribute("id")

    rows.nth(1).get_by_role("button", name="Move up").click()

    expect(rows.first).to_have_attribute("id", re.compile(f"^{second}$"))
    numbers = [box.input_value() for box in rows.locator("[name$=-position]").all()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_new_panel_goes_last(editor, site):
    open_first(editor, f"{site.address}{DASHBOARDS}")
    rows = editor.locator("#panels-group .inline-related:not(.empty-form)")
    before = rows.count()

    editor.get_by_role("button", name="Add another Panel").click()

    assert rows.count() == before + 1
    assert rows.last.locator("[name$=-position]").input_value() == str(before + 1)
