"""A reader's way: from the front page to a period, to a point's events, to an event's source."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import charts

pytestmark = pytest.mark.browser


@pytest.fixture
def front(page, base_url):
    page.goto(base_url)
    return page


def test_the_headline_says_where_the_focus_stands(front):
    last = charts.answer_behind(front, "shares")["points"][-1]

    headline = front.locator("h1")

    expect(headline).to_contain_text(f"as if {last['effective_poles']:.1f} equal partners")
    highest = max(pole["share"] for pole in last["poles"].values())
    expect(headline).to_contain_text(re.compile(rf"\({highest:.0%}".replace("%", r"\s?%")))


def test_a_choice_needs_no_button_and_stands_in_the_address(front):
    front.get_by_text("Period, step, half-life, dimension").click()

    front.get_by_label("By", exact=True).select_option("year")

    expect(front).to_have_url(re.compile(r"[?&]step=year"))
    expect(front.get_by_label("By", exact=True)).to_have_value("year")
    charts.drawn(front, "shares")
    assert {point["start"][5:] for point in charts.answer_behind(front, "shares")["points"]} == {
        "01-01"
    }


def test_the_period_is_that_of_every_chart(front):
    front.get_by_text("Period, step, half-life, dimension").click()
    front.get_by_role("textbox", name="From").fill("2020-01")

    front.get_by_role("textbox", name="From").press("Enter")

    expect(front).to_have_url(re.compile(r"[?&]from=2020-01"))
    for kind in ("shares", "tone", "effective_poles"):
        charts.drawn(front, kind)
        points = charts.answer_behind(front, kind)["points"]
        lengths = {len(values) for values in charts.numbers(front, kind).values()}
        assert points[0]["start"] == "2020-01-01"
        assert lengths == {len(points)}


def test_a_point_leads_to_its_reasons_and_an_event_to_its_source(front):
    canvas = charts.drawn(front, "shares").locator("canvas")
    answer = charts.answer_behind(front, "shares")
    july = [point["start"] for point in answer["points"]].index("2024-07-01")
    china = [pole["code"] for pole in answer["poles"]].index("china")
    point = charts.place(front, "shares", dataset=china, index=july)

    canvas.click(position={"x": point["x"], "y": point["y"]})
    expect(front).to_have_url(re.compile(r"/why/AZE/\?pole=china&from=2024-06-30&to=2024-07-31$"))

    front.get_by_role("link", name="Joint declaration on strategic partnership").first.click()
    expect(front.locator("h1")).to_have_text(re.compile("^Joint declaration"))
    source = front.locator("main a[href^='https://']").first
    expect(source).to_be_visible()
    expect(source).to_have_attribute("rel", "noopener")


def test_a_visitor_of_the_administration_signs_in(page, base_url, site):
    page.goto(f"{base_url}/admin/")
    expect(page).to_have_url(re.compile("/admin/login/"))

    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Log in").click()

    expect(page).to_have_url(f"{base_url}/admin/")
