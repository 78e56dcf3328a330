"""The charts of the front page: their numbers, their keys, their themes, their failure."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import charts

pytestmark = pytest.mark.browser

PERIOD = "?from=2015-01&to=2026-06"


@pytest.fixture
def front(page, base_url):
    page.goto(f"{base_url}/{PERIOD}")
    return page


@pytest.mark.parametrize(
    ("kind", "measure"), [("shares", "share"), ("tone", "tone"), ("effective_poles", None)]
)
@pytest.mark.parametrize("kernel", ["stock", "flow"])
def test_the_numbers_of_a_chart_are_the_api_s(page, base_url, kind, measure, kernel):
    page.goto(f"{base_url}/{PERIOD}&kernel={kernel}")
    charts.drawn(page, kind)

    points = charts.answer_behind(page, kind)["points"]

    shown = charts.numbers(page, kind)
    if measure is None:
        assert shown == {None: [point["effective_poles"] for point in points]}
    else:
        codes = points[0]["poles"]
        assert shown == {
            code: [point["poles"][code][measure] for point in points] for code in codes
        }


def test_an_answer_is_fetched_once_for_all_charts(page, base_url, site):
    page.goto(f"{base_url}/{PERIOD}")
    site.work()  # What is still pending is asked for again.
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{base_url}/{PERIOD}")
    for kind in ("shares", "tone", "effective_poles"):
        charts.drawn(page, kind)

    assert len([url for url in asked if "/api/v1/balance/" in url]) == 1


def test_the_picture_made_by_the_server_gives_way_to_the_chart(front):
    figure = charts.drawn(front, "shares")

    expect(figure.locator("canvas")).to_be_visible()
    expect(figure.locator("svg.picture")).to_be_hidden()
    expect(figure.locator(".chart__failed")).to_be_hidden()


def test_a_chart_that_cannot_be_loaded_says_so_and_keeps_its_picture(page, base_url, complaints):
    complaints.expected += ["503", "/api/v1/balance/"]
    page.route("**/api/v1/balance/**", lambda route: route.fulfill(status=503, body="{}"))

    page.goto(f"{base_url}/{PERIOD}")

    figure = page.locator("figure[data-chart=shares]")
    expect(figure.locator(".chart__failed")).to_be_visible()
    expect(figure.locator("svg.picture")).to_be_visible()
    expect(figure.locator("canvas")).to_be_hidden()


def test_every_point_is_reached_and_said_by_keyboard(front):
    figure = charts.drawn(front, "tone")
    figure.locator(".chart__frame").focus()

    front.keyboard.press("End")
    expect(figure.locator("[aria-live]")).to_contain_text("June 2026: ")
    front.keyboard.press("ArrowLeft")
    front.keyboard.press("ArrowUp")
    expect(figure.locator("[aria-live]")).to_have_text(
        re.compile(r"^May 2026: Russia −0\.\d\d( \(.+ to .+\))?, [\d.]+ events\.$")
    )
    front.keyboard.press("Enter")

    expect(front).to_have_url(re.compile(r"/why/AZE/\?pole=russia&from=2026-04-30&to=2026-05-31$"))


def test_keys_that_are_not_the_chart_s_stay_the_page_s(front):
    frame = charts.drawn(front, "shares").locator(".chart__frame")
    frame.focus()

    front.keyboard.press("Tab")

    expect(frame).not_to_be_focused()


def test_charts_follow_the_theme(front):
    charts.drawn(front, "tone")
    canvas = "document.querySelector('[data-chart=tone] canvas')"
    color = f"() => Chart.getChart({canvas}).options.scales.x.ticks.color"
    light = front.evaluate(color)

    front.emulate_media(color_scheme="dark")
    front.wait_for_function(f"(light) => ({color})() !== light", arg=light)

    charts.drawn(front, "tone")


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_chosen_colours_change_and_the_next_page_remembers(front, base_url, theme):
    choice = front.get_by_label("Colours")
    before = front.evaluate("getComputedStyle(document.body).backgroundColor")

    choice.select_option(theme)
    expect(front.locator("html")).to_have_attribute("data-theme", theme)
    assert front.evaluate("getComputedStyle(document.body).backgroundColor") != before
    front.goto(f"{base_url}/events/")

    expect(front.locator("html")).to_have_attribute("data-theme", theme)
    expect(front.get_by_label("Colours")).to_have_value(theme)


def test_a_finger_sees_a_point_first_and_opens_it_second(open_page, base_url):
    page = open_page(width=390, has_touch=True, is_mobile=True)
    page.goto(f"{base_url}/{PERIOD}")
    canvas = charts.drawn(page, "shares").locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    where = (box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.5)

    page.touchscreen.tap(*where)
    page.wait_for_function(
        "() => Chart.getChart(document.querySelector('[data-chart=shares] canvas')).tooltip.opacity"
    )
    expect(page).to_have_url(re.compile(re.escape(PERIOD)))
    page.touchscreen.tap(*where)

    expect(page).to_have_url(re.compile("/why/"))


def test_a_narrow_chart_numbers_its_pins_and_opens_their_list(open_page, base_url):
    page = open_page(width=390)
    page.goto(f"{base_url}/{PERIOD}")

    moments = charts.drawn(page, "shares").locator(".chart__moments")

    expect(moments).to_have_attribute("open", "")
    expect(moments.locator("li").first).to_be_visible()
