"""A page says the same with JavaScript and without, and is light with it."""

import re
from urllib.request import urlopen

import pytest

from tests.browser.pages import PAGES
from tests.browser.test_accessibility import visit

pytestmark = pytest.mark.browser

MAY_HAVE_NONE = {"/corrections/"}  # Nothing was corrected, unless by a test that came before.
NUMBER = re.compile(r"[+\N{MINUS SIGN}]?\d[\d.,]*")
# The names at the ends of a chart's lines are the chart's; its picture has them as well.
WORDS = "main :is(h1, h2, h3, h4, p, th, td, li, dt, dd, figcaption):not(.chart__labels li)"
MOST = {"js": 130_000, "css": 25_000}  # Bytes, compressed.
WEIGHTS = """(kind) => performance.getEntriesByType("resource")
    .filter(({ name }) => name.split("?")[0].endsWith(`.${kind}`))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)"""


@pytest.fixture(scope="module")
def computed(site):
    """Have everything computed that the pages wait for: only JavaScript would fill it in."""
    for path in PAGES:
        with urlopen(f"{site.address}{path}") as answer:
            answer.read()
    site.work()
    return site.address


def numbers(page):
    """Return every number in the page's words and tables, in their order."""
    words = page.locator(WORDS).all_text_contents()
    return [found for found in map(NUMBER.findall, words) if found]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_and_has_the_same_numbers_without_javascript(
    page, open_page, computed, path
):
    plain = open_page(java_script_enabled=False)
    plain.goto(f"{computed}{path}")

    visit(page, f"{computed}{path}")
    page.wait_for_load_state("networkidle")

    assert numbers(page) == numbers(plain)
    assert numbers(page) or path in MAY_HAVE_NONE
    weights = {kind: page.evaluate(WEIGHTS, kind) for kind in MOST}
    assert all(1_000 < weights[kind] <= MOST[kind] for kind in MOST), weights
