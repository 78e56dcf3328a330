"""The slider of days: by keyboard, in place, with the address and the live region following."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_slider_leads_to_another_day_in_place(page, base_url):
    page.goto(f"{base_url}/ties/")
    slider = page.get_by_role("slider")
    page.evaluate("window.stays = true")

    slider.focus()
    page.keyboard.press("Home")

    expect(page).to_have_url(re.compile(r"on=1991-01-01"))
    expect(page.locator("[data-day-says]")).to_contain_text("1 January 1991")
    expect(page.get_by_role("heading", level=1)).to_contain_text("no bilateral tie")
    expect(slider).to_be_focused()
    assert page.get_by_label("On", exact=True).input_value() == "1991-01-01"
    assert page.evaluate("window.stays")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"on=1991-02-01"))


def test_a_day_that_cannot_be_loaded_leaves_the_one_before(page, base_url, complaints):
    page.goto(f"{base_url}/ties/")
    heading = page.get_by_role("heading", level=1).inner_text()
    page.route("**/ties/?*", lambda route: route.abort())
    complaints.expected += ["net::ERR_FAILED", "Failed to fetch"]

    page.get_by_role("slider").press("Home")

    expect(page.locator("[data-day-failed]")).to_be_visible()
    assert page.get_by_role("heading", level=1).inner_text() == heading


def test_without_javascript_a_date_and_a_button_do_the_same(open_page, base_url):
    page = open_page(java_script_enabled=False)
    page.goto(f"{base_url}/ties/")

    page.get_by_label("On", exact=True).fill("2024-07-02")
    page.get_by_role("button", name="Show that day").click()

    expect(page).to_have_url(re.compile(r"on=2024-07-02"))
    expect(page.get_by_role("heading", name="Ties between others on 2 July 2024")).to_be_visible()
    expect(page.get_by_role("slider")).to_be_hidden()
