"""Fixtures for whatever needs Chromium; conftest.py of each such folder imports them."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if os.environ.get("BROWSER") == "0":
        pytest.skip(chromium.SKIPPED)
    try:
        chromium.find()
    except chromium.NoChromium as absent:
        pytest.fail(str(absent), pytrace=False)
    with chromium.launched() as running:
        yield running


@pytest.fixture
def complaints() -> Iterator[chromium.Complaints]:
    """What the pages of a test complained about; unexpected ones fail it."""
    complaints = chromium.Complaints()
    yield complaints
    assert complaints.unexpected() == []


@pytest.fixture
def page(browser: Browser, complaints: chromium.Complaints) -> Iterator[Page]:
    """A page in a profile of its own, wide and light, without animation."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints.listen(page)
    yield page
    context.close()
