"""A reader who changes the language: the same page, the same question, the same numbers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import charts

pytestmark = pytest.mark.browser


def test_the_switcher_keeps_the_page_and_the_question(page, base_url):
    page.goto(f"{base_url}/focus/AZE/?step=year")

    page.get_by_role("link", name="Türkçe").click()

    expect(page).to_have_url(re.compile(r"/tr/focus/AZE/\?step=year$"))
    expect(page.locator("html")).to_have_attribute("lang", "tr")
    expect(page.locator(".masthead__languages [aria-current]")).to_have_text("Türkçe")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(re.compile(r"[^r]/focus/AZE/\?step=year$"))


@pytest.mark.parametrize(
    ("language", "month", "share", "pole"),
    [
        ("az", "iyul 2024", r"\d+%", "Çin"),
        ("ru", "июль 2024", r"\d+\s%", "Китай"),
        ("tr", "Temmuz 2024", r"%\d+", "Çin"),
    ],
)
def test_a_chart_speaks_the_pages_language(page, base_url, language, month, share, pole):
    page.goto(f"{base_url}/{language}/focus/AZE/")
    charts.drawn(page, "shares")

    words = page.evaluate(
        """async () => {
          const format = await import("/static/js/format.js");
          const { answer } = await import("/static/js/answers.js");
          const { url } = document.querySelector("figure[data-chart=shares]").dataset;
          const { poles } = await answer(url);
          return {
            month: format.periodInWords("2024-07-01", "2024-08-01"),
            share: format.percent(0.26),
            tone: format.signed(-0.48),
            poles: poles.map(({ name }) => name),
          };
        }"""
    )

    assert words["month"] == month
    assert re.fullmatch(share, words["share"])
    assert words["tone"] == "−0,48"
    assert pole in words["poles"]
