"""Nothing that an editor did is lost: two at once, undo, restoring, an expired session."""

import re

import pytest
from playwright.sync_api import Page, expect

from config.launch.demonstration import ADMINISTRATOR

pytestmark = pytest.mark.browser

EVENTS = "/admin/balance/event/?status__exact=confirmed"


def sign_in(page: Page, site) -> None:
    page.get_by_label("Username").fill(ADMINISTRATOR)
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Log in").click()


def editor(open_page, site, **options) -> Page:
    page = open_page(**options)
    page.goto(f"{site.address}/admin/login/?next=/admin/")
    sign_in(page, site)
    page.wait_for_url("**/admin/")
    return page


@pytest.fixture
def page(open_page, site) -> Page:
    """Signed in, on the form of an event; whatever a test does to it, it undoes."""
    page = editor(open_page, site)
    page.goto(f"{site.address}{EVENTS}")
    page.locator("#result_list tbody th a").nth(3).click()
    page.wait_for_url("**/change/**")
    return page


def write(page: Page, text: str) -> None:
    page.get_by_label("Description").fill(text)
    page.get_by_role("button", name="Save and continue editing").click()


def told(page: Page):
    return page.locator(".messagelist")


def test_the_second_of_two_editors_sees_both_versions_and_the_first_undoes(page, open_page, site):
    before = page.get_by_label("Description").input_value()
    second = editor(open_page, site)
    second.goto(page.url)
    write(page, "As the first one wrote it.")
    expect(told(page)).to_contain_text("changed successfully")

    write(second, "As the second one wrote it.")

    expect(second.locator(".errorlist.nonfield")).to_contain_text("As the first one wrote it.")
    expect(second.get_by_label("Description")).to_have_value("As the second one wrote it.")
    told(page).get_by_role("button", name="Undo").click()
    expect(told(page)).to_contain_text("as it was")
    expect(page.get_by_label("Description")).to_have_value(before)


def test_an_earlier_version_is_restored_with_a_reason(page):
    before, form = page.get_by_label("Description").input_value(), page.url
    write(page, "A mistake.")

    page.goto(re.sub(r"change/.*", "history/", form))
    page.get_by_role("link", name="Restore this version").first.click()
    expect(page.get_by_role("table", name="What changes")).to_contain_text("A mistake.")
    page.get_by_label("Reason").fill("It was right before.")
    page.get_by_role("button", name="Restore this version").click()

    expect(told(page)).to_contain_text("as it was at that moment")
    expect(page.get_by_label("Description")).to_have_value(before)


def test_a_form_outlives_its_session_without_javascript(open_page, site):
    page = editor(open_page, site, java_script_enabled=False)
    page.goto(f"{site.address}/admin/balance/claim/add/")
    page.context.clear_cookies(name="sessionid")

    page.locator("#id_text").fill("What took an hour to write.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(told(page)).to_contain_text("nothing that you wrote is lost")
    sign_in(page, site)

    expect(page.locator(".errorlist.nonfield")).to_contain_text("not saved yet")
    expect(page.locator("#id_text")).to_have_value("What took an hour to write.")
