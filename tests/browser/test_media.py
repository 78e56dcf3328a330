"""Paper, forced colours, less motion, the smallest and the largest screens; and nothing jumps."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import charts

pytestmark = pytest.mark.browser

PERIOD = "?from=2025-01&to=2026-06"
KINDS = ("shares", "tone", "effective_poles")
_SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        const moved = sources.map(({ node }) => node?.className);
        if (!hadRecentInput) window.shifts.push([value, moved]);
      }
    }).observe({ type: "layout-shift", buffered: true });
}"""


def front(page, base_url, query=PERIOD):
    page.goto(f"{base_url}/{query}")
    for kind in KINDS:
        charts.drawn(page, kind)
    return page


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_jumps_while_a_page_comes(open_page, base_url, width):
    page = open_page(width=width)
    page.add_init_script(f"({_SHIFTS})()")

    front(page, base_url, "")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)

    assert page.evaluate("window.shifts") == []


@pytest.mark.parametrize("path", ["/", "/events/", "/ties/", "/methodology/"])
@pytest.mark.parametrize("width", [320, 3840])
def test_the_smallest_and_the_largest_screen_need_no_scrolling_sideways(
    open_page, base_url, path, width
):
    page = open_page(width=width)

    page.goto(f"{base_url}{path}")
    if path == "/":
        charts.drawn(page, "shares")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    widest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('p')].map((p) => p.clientWidth))"
    )
    assert widest <= 1600, "lines too long to read"
    letters = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert letters >= (20 if width == 3840 else 16)


@pytest.mark.parametrize("language", ["", "/az", "/ru", "/tr"])
def test_the_masthead_is_one_line_on_a_tablet(open_page, base_url, language):
    page = open_page(width=768)

    page.goto(f"{base_url}{language}/events/")

    assert page.locator(".masthead").bounding_box()["height"] < 70


# --- paper ---


def test_on_paper_are_the_server_s_pictures_and_all_tables(page, base_url):
    front(page, base_url)

    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    for kind in KINDS:
        figure = page.locator(f"figure[data-chart={kind}]")
        expect(figure.locator("svg.picture")).to_be_visible()
        expect(figure.locator("table")).to_be_visible()
        for gone in ("canvas", ".chart__labels", ".chart__tools", ".chart__timeline"):
            expect(figure.locator(gone)).to_be_hidden()
    expect(page.locator(".masthead__nav")).to_be_hidden()
    expect(page.locator("form.controls")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)


def test_paper_says_where_a_source_is_found_and_is_never_dark(open_page, base_url):
    page = open_page(theme="dark")
    page.goto(f"{base_url}/events/126/")
    link = page.locator("main a[href^=http]").first
    address = "(link) => getComputedStyle(link, '::after').content"
    assert link.evaluate(address) == "none"

    page.emulate_media(media="print", color_scheme="dark")

    assert link.get_attribute("href") in link.evaluate(address)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_paper_has_pages(page, base_url):
    front(page, base_url)

    paper = page.pdf(format="A4")

    pages = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert 2 <= pages <= 12


# --- colours and motion ---


def test_forced_colours_leave_the_system_s_own_and_dashes(open_page, base_url):
    page = open_page(forced_colors="active")

    front(page, base_url)

    lines = page.evaluate(
        "Chart.getChart(document.querySelector('[data-chart=tone] canvas')).data.datasets"
        ".filter(({ pole }) => pole)"
        ".map(({ borderColor, borderDash }) => [borderColor, String(borderDash)])"
    )
    assert len({color for color, _dash in lines}) == 1
    assert len({dash for _color, dash in lines}) == len(lines) == 5


def test_the_reader_s_wish_for_more_contrast_is_heard(open_page, base_url):
    page = open_page(contrast="more")

    page.goto(f"{base_url}/events/")

    ink, paper = page.evaluate(
        "(() => { const { color, backgroundColor } = getComputedStyle(document.body);"
        " return [color, backgroundColor]; })()"
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_charts_move_only_for_who_has_nothing_against_it(open_page, base_url, site, motion, moves):
    page = open_page()
    front(page, base_url)
    site.work()  # A chart that is drawn again, once the intervals are there, does not move.
    page.emulate_media(reduced_motion=motion)

    front(page, base_url)

    chart = "Chart.getChart(document.querySelector('[data-chart=shares] canvas'))"
    assert bool(page.evaluate(f"{chart}.options.animation")) is moves
