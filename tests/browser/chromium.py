"""Debian's Chromium, driven by Playwright; and what a page said that it should not have said.

Every test run loads this module, most without need of a browser, so Playwright is imported late.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

SKIPPED = "BROWSER=0: what needs Chromium is left out"
CURE = (
    "These tests need Chromium, and there is none. Install it (apt-get install chromium), "
    "name another with CHROMIUM=/path/to/it, or leave these tests out with BROWSER=0."
)
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class NoChromium(Exception):
    """There is no Chromium on this machine; the message says what to do."""


def find() -> str:
    """Return the path of Chromium.

    Raises:
        NoChromium: with the cure.
    """
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise NoChromium(CURE)


@contextmanager
def launched() -> Iterator[Browser]:
    """Yield a running Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=_FLAGS)
        yield browser
        browser.close()


@dataclass
class Complaints:
    """Errors on a page's console (a violated Content-Security-Policy is one), and failed requests.

    `expected` are parts of those that a test provokes.
    """

    heard: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.heard.append(f"uncaught: {error}"))
        page.on("requestfailed", self._note_failed)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            where = message.location.get("url", "")
            self.heard.append(f"{message.type}: {message.text} ({where})")

    def _note_failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # The test moved on to another page.
            self.heard.append(f"failed: {request.url} ({request.failure})")

    def unexpected(self) -> list[str]:
        return [words for words in self.heard if not any(part in words for part in self.expected)]
