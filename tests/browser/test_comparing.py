"""Two dates side by side: what is computed later is filled in, and the ways keep the question."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_intervals_that_come_later_are_filled_in(page, base_url, site):
    page.goto(f"{base_url}/compare/?from=2019-03&to=2023-05")
    expect(page.get_by_role("columnheader", name="90 % interval")).to_have_count(0)

    site.work()

    expect(page.get_by_role("columnheader", name="90 % interval")).to_have_count(2, timeout=60_000)
    expect(page.locator(".slope__interval").first).to_be_attached()


def test_a_reader_goes_from_two_dates_to_poles_and_keeps_the_months(page, base_url):
    page.goto(f"{base_url}/compare/?from=2021-07&to=2024-07")
    expect(page.locator("h1")).to_contain_text("Between July 2021 and July 2024")

    page.get_by_role("link", name="Poles", exact=True).click()

    expect(page).to_have_url(re.compile(r"by=poles"))
    expect(page.get_by_label("To the end of")).to_have_value("2024-07")
    page.get_by_role("checkbox", name="China").check()
    page.get_by_role("checkbox", name="Iran").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".frame--alone")).to_have_count(2)
