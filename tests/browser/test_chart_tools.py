"""What a reader does with a chart: zoom, hide, single out, the whole screen; and the address."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import charts

pytestmark = pytest.mark.browser

PERIOD = "?from=2015-01&to=2026-06"
ZOOM = re.compile(r"[?&]zoom=(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")
_SPANS = """() => [...document.querySelectorAll("figure[data-chart] canvas")].map((canvas) => {
    const { min, max } = Chart.getChart(canvas).scales.x;
    return [min, max].map((ms) => new Date(ms).toISOString().slice(0, 10)).join(" ");
})"""
_SAME_CHART = "(canvas) => window.before === Chart.getChart(canvas)"
POLES = {"russia", "iran", "turkey", "west", "china"}


@pytest.fixture
def front(page, base_url):
    page.goto(f"{base_url}/{PERIOD}")
    for kind in ("shares", "tone", "effective_poles"):
        charts.drawn(page, kind)
    return page


def spans(page):
    """Return the span of each chart of the page."""
    return page.evaluate(_SPANS)


def until(page, wanted, *, is_it=True):
    """Wait until the charts show these spans, or no longer do."""
    sign = "===" if is_it else "!=="
    page.wait_for_function(f"(wanted) => String(({_SPANS})()) {sign} String(wanted)", arg=wanted)


def zoomed(page):
    """Wait for the address to say a span, and return it."""
    expect(page).to_have_url(ZOOM)
    return ZOOM.search(page.url).groups()


def dragged(page, figure, start, end):
    """Drag over the plot from one share of its width to another."""
    canvas = figure.locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * (start + end) / 2, y, steps=3)
    page.mouse.move(box["x"] + box["width"] * end, y, steps=3)
    page.mouse.up()


def name(figure, words):
    return figure.locator("button.chart__label", has_text=words)


# --- zoom ---


def test_a_span_that_is_dragged_is_what_all_charts_show(front):
    figure = charts.drawn(front, "tone")
    figure.scroll_into_view_if_needed()
    canvas = figure.locator("canvas").element_handle()
    canvas.evaluate("(canvas) => { window.before = Chart.getChart(canvas) }")

    dragged(front, figure, 0.3, 0.6)

    first, last = zoomed(front)
    assert "2015-01-01" < first < last < "2026-06-30"
    shown = spans(front)
    assert len(set(shown)) == 1
    assert shown[0].startswith(first)
    assert len(charts.numbers(front, "tone")["china"]) < 138
    expect(figure.locator(".chart__selection")).to_contain_text("Zoomed in on ")
    assert canvas.evaluate(_SAME_CHART), "another chart in its place"


def test_a_drag_opens_no_point(front):
    figure = charts.drawn(front, "shares")

    dragged(front, figure, 0.3, 0.6)

    zoomed(front)
    front.wait_for_timeout(200)
    assert "/why/" not in front.url


def test_a_link_shows_the_same_span_and_poles(front, open_page):
    dragged(front, charts.drawn(front, "shares"), 0.3, 0.6)
    name(charts.drawn(front, "shares"), "Russia").click()
    zoomed(front)
    expect(front).to_have_url(re.compile("hide=russia"))

    other = open_page()
    other.goto(front.url)

    figure = charts.drawn(other, "shares")
    charts.drawn(other, "tone")
    charts.drawn(other, "effective_poles")
    assert spans(other) == spans(front)
    assert charts.numbers(other, "shares") == charts.numbers(front, "shares")
    words = charts.drawn(front, "shares").locator(".chart__selection").inner_text()
    expect(figure.locator(".chart__selection")).to_have_text(words)


def test_keys_zoom_move_and_go_back_to_the_whole(front):
    whole = spans(front)
    figure = charts.drawn(front, "shares")
    figure.locator(".chart__frame").focus()

    front.keyboard.press("+")
    near = zoomed(front)
    expect(figure.locator("[aria-live]")).to_contain_text("Zoomed in on ")
    front.keyboard.press("Shift+ArrowLeft")
    expect(front).not_to_have_url(re.compile(re.escape("..".join(near))))
    earlier = zoomed(front)
    front.keyboard.press("0")
    expect(front).not_to_have_url(ZOOM)

    assert earlier[0] < near[0]
    assert spans(front) == whole


def test_buttons_go_one_step_back_and_all_the_way(front):
    whole = spans(front)
    figure = charts.drawn(front, "shares")
    back = figure.get_by_role("button", name="Back")
    expect(back).to_be_hidden()
    dragged(front, figure, 0.2, 0.8)
    until(front, whole, is_it=False)
    far = spans(front)
    dragged(front, figure, 0.3, 0.6)
    until(front, far, is_it=False)

    back.click()
    until(front, far)
    figure.get_by_role("button", name="Whole period").click()
    until(front, whole)

    expect(figure.locator(".chart__frame")).to_be_focused()  # The button is gone.


def test_the_line_below_has_two_handles(front):
    figure = charts.drawn(front, "shares")
    first = figure.get_by_role("slider", name="First period shown")
    expect(first).to_have_attribute("aria-valuetext", "January 2015")

    first.focus()
    front.keyboard.press("PageDown")

    expect(first).to_have_attribute("aria-valuetext", "January 2016")
    assert zoomed(front)[0] == "2016-01-01"
    expect(first).to_be_focused()
    box = first.bounding_box()
    front.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    front.mouse.down()
    front.mouse.move(box["x"] + 300, box["y"] + 5, steps=4)
    front.mouse.up()
    expect(front).not_to_have_url(re.compile("zoom=2016"))
    assert zoomed(front)[0] > "2017"


def test_the_wheel_scrolls_the_page_until_it_is_meant_for_the_chart(front):
    figure = charts.drawn(front, "shares")
    whole = spans(front)
    figure.locator("canvas").hover(position={"x": 500, "y": 150})

    front.mouse.wheel(0, 200)
    front.wait_for_function("() => window.scrollY > 50")
    assert spans(front) == whole
    figure.locator("canvas").hover(position={"x": 500, "y": 150})
    front.keyboard.down("Control")
    front.mouse.wheel(0, -200)
    front.keyboard.up("Control")

    zoomed(front)


# --- poles ---


def test_a_name_hides_its_pole_and_brings_it_back(front):
    figure = charts.drawn(front, "shares")
    before = charts.numbers(front, "shares")

    name(figure, "Russia").click()

    expect(front).to_have_url(re.compile("hide=russia"))
    expect(name(figure, "Russia")).to_have_attribute("aria-pressed", "false")
    expect(figure.locator(".chart__selection")).to_have_text(
        "Not drawn: Russia; the numbers are still of all poles."
    )
    left = charts.numbers(front, "shares")
    assert left == {code: series for code, series in before.items() if code != "russia"}
    assert set(charts.numbers(front, "tone")) == POLES - {"russia"}

    name(figure, "Russia").press("Enter")  # A second click so soon would be a double one.

    expect(front).not_to_have_url(re.compile("hide="))
    assert charts.numbers(front, "shares") == before


def test_another_period_keeps_the_poles(front):
    name(charts.drawn(front, "shares"), "Russia").click()
    expect(front).to_have_url(re.compile("hide=russia"))

    front.get_by_role("link", name="5 years").click()

    expect(front).to_have_url(re.compile(r"hide=russia"))
    expect(front).not_to_have_url(re.compile("to=2026-06"))
    charts.drawn(front, "shares")
    assert set(charts.numbers(front, "shares")) == POLES - {"russia"}


def test_two_clicks_single_out_and_a_button_brings_all_back(front):
    figure = charts.drawn(front, "shares")

    name(figure, "China").dblclick()

    expect(front).to_have_url(re.compile("only=china"))
    assert set(charts.numbers(front, "shares")) == {"china"}
    figure.get_by_role("button", name="All poles").click()
    expect(front).not_to_have_url(re.compile("only="))
    assert set(charts.numbers(front, "shares")) == POLES


def test_names_answer_to_keys(front):
    figure = charts.drawn(front, "tone")
    name(figure, "Iran").focus()

    front.keyboard.press("Enter")
    expect(front).to_have_url(re.compile("hide=iran"))
    expect(name(figure, "Iran")).to_be_focused()
    front.keyboard.press("Shift+Enter")

    expect(front).to_have_url(re.compile("only=iran"))


def test_layers_without_one_keep_their_heights_in_percent(front):
    figure = charts.drawn(front, "shares")
    figure.get_by_role("link", name="Layers that add up").click()
    before = charts.numbers(front, "shares")

    name(figure, "Russia").click()
    expect(front).to_have_url(re.compile("view=layers.*hide=russia"))

    after = charts.numbers(front, "shares")
    assert after == {code: series for code, series in before.items() if code != "russia"}
    figure.get_by_role("link", name="Lines, with intervals").click()
    expect(front).to_have_url(re.compile("view=lines.*hide=russia"))


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_name_covers_another(open_page, base_url, width):
    page = open_page(width=width)
    page.goto(f"{base_url}/{PERIOD}")
    figure = charts.drawn(page, "shares")
    buttons = figure.locator("button.chart__label")
    expect(buttons).to_have_count(5)

    boxes = [button.bounding_box() for button in buttons.all()]

    canvas = figure.locator("canvas").bounding_box()
    for index, box in enumerate(boxes):
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= canvas["x"] + canvas["width"] + 1
        assert box["y"] + box["height"] <= canvas["y"] + canvas["height"] + 1
        for other in boxes[index + 1 :]:
            beside = (
                box["x"] + box["width"] <= other["x"] or other["x"] + other["width"] <= box["x"]
            )
            above = box["y"] + 24 <= other["y"] + 1 or other["y"] + 24 <= box["y"] + 1
            assert beside or above


# --- the whole screen ---


def test_one_figure_takes_the_whole_screen_with_its_words(front):
    figure = charts.drawn(front, "shares")
    height = figure.locator("canvas").bounding_box()["height"]

    figure.get_by_role("button", name="Full screen").click()

    front.wait_for_function("() => document.fullscreenElement?.dataset.chart === 'shares'")
    expect(figure.get_by_role("button", name="Leave the full screen")).to_be_visible()
    for words in (".chart__title", ".chart__subtitle", ".chart__source"):
        expect(figure.locator(words)).to_be_in_viewport()
    front.wait_for_function(
        "(height) => Math.abs(document.querySelector('[data-chart=shares] canvas')"
        ".getBoundingClientRect().height - height) > 20",
        arg=height,
    )
    figure.get_by_role("button", name="Leave the full screen").click()
    front.wait_for_function("() => document.fullscreenElement === null")
    expect(figure.get_by_role("button", name="Full screen")).to_be_visible()


def test_what_is_copied_leads_to_what_is_seen(front, open_page):
    figure = charts.drawn(front, "shares")
    figure.get_by_role("link", name="Layers that add up").click()
    dragged(front, figure, 0.3, 0.6)
    name(figure, "Russia").click()
    expect(front).to_have_url(re.compile("hide=russia"))
    figure.locator(".share__summary").click()

    link, code = (field.input_value() for field in figure.locator("[data-copies]").all()[:2])

    for words in ("zoom=", "hide=russia", "view=layers"):
        assert words in link
        assert words in code
    other = open_page()
    other.goto(link)
    charts.drawn(other, "shares")
    assert charts.numbers(other, "shares") == charts.numbers(front, "shares")


def test_two_fingers_are_the_page_s_until_the_chart_was_tapped(open_page, base_url):
    page = open_page(width=800, has_touch=True)
    page.goto(f"{base_url}/{PERIOD}")
    figure = charts.drawn(page, "shares")
    canvas = figure.locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    y, middle = box["y"] + box["height"] / 2, box["x"] + box["width"] / 2
    touch = page.context.new_cdp_session(page)
    assert canvas.evaluate("(it) => getComputedStyle(it).touchAction") == "pan-y pinch-zoom"

    figure.locator(".chart__frame").focus()
    for kind, apart in (("touchStart", 40), ("touchMove", 80), ("touchMove", 160)):
        fingers = [{"x": middle + (2 * n - 1) * apart, "y": y, "id": n} for n in (0, 1)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    first, last = zoomed(page)
    assert "2015-01-01" < first < last < "2026-06-30"
