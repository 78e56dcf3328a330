"""Every public page: no violation that axe finds, and nothing to scroll sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import charts
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

NEAR = {1440: (1440, 768), 390: (390, 320)}  # Widths that are looked at in one visit.
_UNFOLD = "() => document.querySelectorAll('details').forEach((part) => { part.open = true })"


def visit(page, address):
    """Open the page with everything on it that can be unfolded."""
    page.goto(address)
    page.wait_for_load_state("load")
    charts.all_drawn(page)
    page.evaluate(_UNFOLD)


def found_by_axe(page):
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, base_url, path, width, theme):
    page = open_page(width=width, theme=theme)
    # A short period: the rules look at every cell of its tables.
    visit(page, f"{base_url}{path}{'?from=2025-01&to=2026-06' if path == '/' else ''}")

    assert found_by_axe(page) == []
    for near in NEAR[width]:
        page.set_viewport_size({"width": near, "height": 900})
        page.wait_for_timeout(150)  # Charts draw themselves again.
        assert page.evaluate("document.documentElement.scrollWidth") <= near, near


def test_axe_would_find_something(page, base_url):
    """The rules run under the site's strict policy, and see what is wrong."""
    page.goto(f"{base_url}/methodology/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")

    assert any(words.startswith("image-alt") for words in found_by_axe(page))
