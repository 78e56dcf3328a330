"""What-if in the browser says what the server says, and a link gives the same picture."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ADDRESS = "/what-if/AZE/"
SETTINGS = [
    {},
    {"half_life": "90"},
    {"half_life": "0.5"},
    {"half_life": "100000"},
    {"weight_economic": "0"},
    {"weight_energy": "2.5", "weight_security": "0.1"},
    {"floor": "0.75"},
    {"floor": "1"},
    {"without_outlet": "1"},
    {"without_outlet": "2,3,4,5,6,7,8"},
    {"without_event": "126"},
    {"without_event": "1,2,3,100,126"},
    {
        "half_life": "47.5",
        "floor": "0.6",
        "weight_diplomatic": "0.3",
        "without_outlet": "3,12",
        "without_event": "126",
    },
]
RECKON = """async ([impacts, balance, asked]) => {
    const { Reckoning } = await import("/static/js/method/reckoning.js");
    const { settingsOf } = await import("/static/js/settings.js");
    const [events, usual] = await Promise.all(
      [impacts, balance].map(async (address) => (await fetch(address)).json()));
    const { methodology: { half_life, kappa, dimension_weights: weights } } = usual;
    const data = new FormData();
    for (const [name, value] of Object.entries(asked)) {
      for (const part of value.split(",")) data.append(name, part);
    }
    const points = structuredClone(usual.points);
    new Reckoning(events, usual).fill(points, settingsOf(data, { half_life, kappa, weights }));
    return points;
}"""
LINES = """() => Chart.getChart(document.querySelector("[data-figure] canvas")).data.datasets
    .map(({ pole, isDefault, data }) => [pole.code, isDefault, data.map(({ y }) => y)])"""


def api(page, base_url, path, **asked):
    answer = page.request.get(f"{base_url}/api/v1/balance/AZE/{path}?{urlencode(asked)}")
    assert answer.ok, answer.text()
    return answer.json()


def assert_alike(found, expected, path=""):
    """Compare numbers within 1e-9, and all the rest to the letter."""
    if isinstance(expected, dict):
        assert found.keys() == expected.keys(), path
        for key, value in expected.items():
            assert_alike(found[key], value, f"{path}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), path
        for at, value in enumerate(expected):
            assert_alike(found[at], value, f"{path}[{at}]")
    elif isinstance(expected, int | float):
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9), path
    else:
        assert found == expected, path


@pytest.fixture
def what_if(page, base_url):
    """Return a function that opens the page under settings, and waits for its chart."""

    def open_under(**asked):
        page.goto(f"{base_url}{ADDRESS}?{urlencode(asked, safe=',')}")
        page.wait_for_selector(".chart--drawn")
        return page

    return open_under


@pytest.mark.parametrize("kernel", ["stock", "flow"])
def test_the_browser_reckons_every_number_as_the_server_does(page, base_url, kernel):
    page.goto(f"{base_url}{ADDRESS}")
    impacts = f"{base_url}/api/v1/balance/AZE/impacts/"
    balance = f"{base_url}/api/v1/balance/AZE/?kernel={kernel}"

    for asked in SETTINGS:
        expected = api(page, base_url, "what-if/", kernel=kernel, **asked)["points"]
        found = page.evaluate(RECKON, [impacts, balance, asked])
        assert len(found) > 190
        assert_alike(found, expected, str(asked))


def test_a_slider_moves_lines_words_and_address_without_a_request(what_if):
    page = what_if()
    usual = page.evaluate(LINES)
    headline = page.locator("#headline")
    expect(headline).to_contain_text("By default")
    asked = []
    page.on("request", lambda request: "/api/" in request.url and asked.append(request.url))

    slider = page.get_by_label("Half-life, in days, slider")
    slider.focus()
    page.keyboard.press("Home")

    expect(headline).to_contain_text("With a half-life of 30 days")
    expect(page.locator("#half_life")).to_have_value("30")
    page.wait_for_url("**/?half_life=30")
    moved = page.evaluate(LINES)
    assert moved[:5] != usual[:5]
    assert moved[5:] == usual[5:]
    assert asked == []


def test_a_link_gives_the_same_picture_with_and_without_scripts(what_if, open_page, base_url):
    page = what_if(half_life="90", weight_energy="2", floor="0.6", without_event="126")
    drawn = {code: data for code, default, data in page.evaluate(LINES) if not default}
    words = page.locator("#headline").text_content()
    rows = page.locator(".what-if__now tbody tr").all_text_contents()

    bare = open_page(java_script_enabled=False)
    bare.goto(page.url)

    assert bare.locator("#headline").text_content() == words
    assert bare.locator(".what-if__now tbody tr").all_text_contents() == rows
    answer = bare.request.get(
        f"{base_url}{bare.locator('.chart__source a', has_text='JSON').get_attribute('href')}"
    )
    for code, data in drawn.items():
        shares = [point["poles"][code]["share"] for point in answer.json()["points"]]
        assert data == pytest.approx(shares, abs=1e-9)


def test_outlets_and_events_come_and_go_and_reset_clears_all(what_if):
    page = what_if(half_life="90")

    page.get_by_label("Leave out an event").fill("126")
    page.keyboard.press("Enter")
    chips = page.locator(".chips li")
    expect(chips).to_have_count(1)
    expect(page.locator("#headline")).to_contain_text("With your settings")
    page.wait_for_url("**/?half_life=90&without_event=126")
    expect(page.locator("[data-counted]")).to_contain_text("198 of 199")

    chips.get_by_role("checkbox").click()
    expect(chips).to_have_count(0)
    page.get_by_label("Leave out an outlet").fill("nothing of the kind")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Leave out an outlet")).to_have_attribute("aria-invalid", "true")

    page.get_by_role("link", name="Reset").click()
    expect(page.locator("#headline")).to_contain_text("By default")
    page.wait_for_url(f"**{ADDRESS}")


def test_points_are_reached_and_said_by_keyboard(what_if):
    page = what_if(half_life="90")

    page.locator(".chart__frame").focus()
    page.keyboard.press("ArrowLeft")

    expect(page.locator("[data-spoken]")).to_contain_text("by default")


def test_without_scripts_numbers_are_typed_and_sent(open_page, base_url):
    page = open_page(java_script_enabled=False)
    page.goto(f"{base_url}{ADDRESS}")
    expect(page.get_by_label("Half-life, in days, slider")).to_be_hidden()

    page.locator("#half_life").fill("90")
    page.get_by_label("Leave out an event").fill("126")
    page.get_by_role("button", name="Show").click()

    expect(page.locator("#headline")).to_contain_text("With your settings")
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#headline")).to_contain_text("With a half-life of 90 days")
