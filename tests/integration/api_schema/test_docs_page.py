"""The page of the API's documentation, under the site's strict Content-Security-Policy."""

import pytest
from playwright.sync_api import expect

from tests.factories.small_world import small_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def docs(page, live_server):
    """Return the page, drawn; whatever it complains about fails the test."""
    page.goto(f"{live_server.url}/api/v1/docs/")
    expect(page.locator(".opblock")).not_to_have_count(0)
    return page


def test_the_page_shows_every_address(docs, live_server):
    paths = docs.request.get(f"{live_server.url}/api/v1/schema/").json()["paths"]

    expect(docs.locator(".info .title")).to_contain_text("Balance API")
    expect(docs.locator(".opblock")).to_have_count(len(paths))


def test_an_address_can_be_tried_on_the_page(docs):
    small_world()
    block = docs.locator("#operations-foci-foci_list")

    block.locator(".opblock-summary").click()
    block.get_by_role("button", name="Try it out").click()
    block.get_by_role("button", name="Execute").click()

    expect(block.locator(".live-responses-table .response-col_status").last).to_contain_text("200")
    expect(block.locator(".live-responses-table")).to_contain_text("Azerbaijan")
