"""Fixtures for whatever needs Chromium, in whichever folder.

A plugin of tests/conftest.py: two conftests that imported it would launch two browsers, and
Playwright runs once in a process.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


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
    if unexpected := complaints.unexpected():
        pytest.fail("The page complained:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture
def open_page(browser: Browser, complaints: chromium.Complaints) -> Iterator[Callable[..., Page]]:
    """Open pages, each in a profile of its own, without animation: wide and light unless told."""
    contexts = []

    def opened(*, width: int = 1440, theme: str = "light", **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,
            locale="en-GB",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        complaints.listen(page)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()
