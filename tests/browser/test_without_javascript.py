"""The front page without JavaScript: pictures and tables with the same numbers."""

import pytest
from playwright.sync_api import expect

from tests.browser import charts

pytestmark = pytest.mark.browser

PERIOD = "?from=2024-01&to=2024-12"


@pytest.fixture
def front(open_page, base_url):
    page = open_page(java_script_enabled=False)
    page.goto(f"{base_url}/{PERIOD}")
    return page


def rows(figure):
    """Return the table under a figure as the words of each period's cells, oldest first."""
    found = {}
    for row in figure.locator("table tbody tr").all():
        period, *cells = row.locator("th, td").all_text_contents()
        found[period] = cells
    return dict(reversed(found.items()))


def test_the_table_under_the_shares_has_the_api_s_numbers(front):
    figure = front.locator("figure[data-chart=shares]")
    answer = charts.answer_behind(front, "shares")

    table = rows(figure)

    assert next(iter(table)) == "January 2024"
    columns = len(table["January 2024"]) // len(answer["poles"])  # Lows and highs, once computed.
    assert [cells[::columns] for cells in table.values()] == [
        [f"{point['poles'][pole['code']]['share'] * 100:.1f}\u00a0%" for pole in answer["poles"]]
        for point in answer["points"]
    ]


def test_pictures_stand_where_charts_would(front):
    for kind in ("shares", "tone", "effective_poles"):
        figure = front.locator(f"figure[data-chart={kind}]")
        expect(figure.locator("svg.picture")).to_be_visible()
        expect(figure.locator("canvas")).to_be_hidden()


def test_choices_have_their_button(front):
    front.get_by_label("By", exact=True).select_option("quarter")

    front.get_by_role("button", name="Show").click()

    assert "step=quarter" in front.url
    assert front.locator("figure[data-chart=shares] table tbody tr").count() == 4


def test_what_needs_javascript_is_not_offered(front):
    expect(front.locator("[data-theme-choice]")).to_be_hidden()
    expect(front.locator(".chart__controls").first).to_be_hidden()
    expect(front.locator(".chart__timeline").first).to_be_hidden()


def test_a_change_is_explained_without_javascript(open_page, base_url):
    page = open_page(java_script_enabled=False)
    page.goto(f"{base_url}/why/AZE/")

    page.get_by_label("Pole", exact=True).select_option("china")
    page.get_by_role("textbox", name="From the end of").fill("2024-06-30")
    page.get_by_role("textbox", name="To the end of").fill("2024-07-31")
    page.get_by_role("button", name="Explain").click()

    expect(page.locator("h1")).to_contain_text("Cooperation with China rose by")
    expect(page.locator("h1")).to_contain_text("between 30 June and 31 July 2024")
    steps = page.locator(".waterfall--cooperation .waterfall__step")
    expect(steps.first).to_contain_text("On 30 June 2024")
    expect(steps.last).to_contain_text("On 31 July 2024")
    page.get_by_role("link", name="Joint declaration on strategic partnership").first.click()
    expect(page.locator("h1")).to_contain_text("Joint declaration")


def test_a_variant_opens_without_javascript(open_page, base_url):
    page = open_page(java_script_enabled=False)
    page.goto(f"{base_url}/robustness/AZE/")

    page.get_by_role("link", name="Intensity by the scale PLOVER").click()

    expect(page.locator("#chosen")).to_have_text("Intensity by the scale PLOVER, by type")
    assert "variant=scale-plover" in page.url
