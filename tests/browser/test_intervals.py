"""Intervals that are not there yet, in a real page: it says so, and fills them in."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import charts
from tests.browser.test_accessibility import found_by_axe

pytestmark = pytest.mark.browser

_BANDS = """() => Chart.getChart(document.querySelector("[data-chart=shares] canvas"))
    .data.datasets.flatMap(({ band }) => band ?? []).filter(Boolean).length"""
_ANNOTATIONS = """() => Object.keys(
    Chart.getChart(document.querySelector("[data-chart=shares] canvas"))
    .options.plugins.annotation.annotations)"""
_LABEL = """() => {
    const canvas = document.querySelector("[data-chart=shares] canvas");
    const { scales, chartArea } = Chart.getChart(canvas);
    const x = scales.x.getPixelForValue(Date.UTC(2023, 9, 1)) + 20;
    return { x, y: chartArea.top + 10 };
}"""
_KIND = """() => Chart.getChart(document.querySelector("[data-chart=shares] canvas"))
    .data.datasets[0].stack ?? 'lines'"""


def test_a_page_draws_at_once_and_fills_in_when_the_worker_is_done(page, base_url, site):
    page.goto(f"{base_url}/?half_life=730&from=2022-01&to=2025-12")
    charts.drawn(page, "shares")
    state = page.get_by_role("status").filter(has_text="the intervals")
    expect(state).to_contain_text("Being computed: the intervals")
    expect(page.locator("h1")).to_contain_text("has the largest share")
    assert page.evaluate(_BANDS) == 0
    page.get_by_text("The numbers as a table").first.click()
    page.get_by_role("link", name="October 2025").first.focus()

    site.work()

    expect(state).to_contain_text("Computed, and filled in below", timeout=60_000)
    expect(page.locator("h1")).to_contain_text(re.compile("leads|no clear leader", re.I))
    expect(page.locator(".card__range").first).to_be_visible()
    expect(page.locator("th", has_text="China, low").first).to_be_visible()
    expect(page.get_by_role("link", name="October 2025").first).to_be_focused()
    assert page.evaluate(_BANDS) > 100
    label = page.locator("figure[data-chart=shares] .chart__frame").get_attribute("aria-label")
    assert label.startswith(page.locator("figure[data-chart=shares] h2").inner_text())
    assert found_by_axe(page) == []


def test_pivots_fill_in_as_well(page, base_url, site):
    page.goto(f"{base_url}/pivots/AZE/?dimension=economic,energy,diplomatic")
    expect(page.get_by_text("The pivots are being computed")).to_be_visible()

    site.work()

    state = page.get_by_role("status").filter(has_text="pivots")
    expect(state).to_contain_text("Computed, and filled in below: the pivots", timeout=60_000)
    expect(page.get_by_text("The pivots are being computed")).to_have_count(0)
    expect(page.locator("#pivots .pivot, #pivots .message").first).to_be_visible()


def test_a_pivot_stands_on_the_chart_and_opens_its_page(page, base_url, site):
    site.work()
    page.goto(base_url)
    charts.drawn(page, "shares")
    annotations = page.evaluate(_ANNOTATIONS)
    assert {"pivot0", "chance0", "staff1"} <= set(annotations)

    page.locator("figure[data-chart=shares]").get_by_role("link", name="October 2023").click()

    expect(page).to_have_url(re.compile(r"/pivots/AZE/#pivot-2023-10-01$"))
    page.go_back()
    figure = charts.drawn(page, "shares")
    figure.locator("canvas").click(position=page.evaluate(_LABEL))
    expect(page).to_have_url(re.compile(r"/pivots/AZE/#pivot-2023-10-01$"))
    expect(page.locator("#pivot-2023-10-01")).to_be_in_viewport()


def test_shares_change_from_lines_to_layers_and_back_in_place(page, base_url):
    page.goto(f"{base_url}/?from=2025-01&to=2026-06")
    charts.drawn(page, "shares")

    page.get_by_role("link", name="Layers that add up").click()

    expect(page).to_have_url(re.compile("view=layers"))
    assert page.evaluate(_KIND) == "shares"
    page.get_by_role("link", name="10 years").click()
    charts.drawn(page, "shares")
    expect(page).to_have_url(re.compile("view=layers"))
    assert page.evaluate(_KIND) == "shares"
    page.get_by_role("link", name="Lines, with intervals").click()
    assert page.evaluate(_KIND) == "lines"


def test_without_javascript_the_other_view_is_a_link(open_page, base_url):
    page = open_page(java_script_enabled=False)
    page.goto(f"{base_url}/?from=2025-01&to=2026-06")
    filled = page.locator("figure[data-chart=shares] svg.picture--filled")
    expect(filled).to_have_count(0)

    page.get_by_role("link", name="Layers that add up").click()

    expect(filled).to_have_count(1)
