"""Keep a chart, copy its link, and show it on another site."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import charts

pytestmark = pytest.mark.browser


def opened(page, kind="shares"):
    figure = page.locator(f"figure.chart--{kind}")
    figure.locator(".share__summary").click()
    return figure


def test_picture_and_numbers_are_downloaded_under_names_that_speak(page, base_url):
    page.goto(f"{base_url}/?from=2024-01")
    figure = opened(page)

    for name, start in (("PNG", b"\x89PNG\r\n\x1a\n"), ("SVG", b"\n<svg"), ("CSV", b"")):
        with page.expect_download() as waiting:
            figure.locator(".share__files").get_by_text(name, exact=True).click()
        content = waiting.value.path().read_bytes()
        assert waiting.value.suggested_filename.endswith(f".{name.lower()}")
        assert start.strip() in content[:40]
        assert len(content) > 1000


def test_a_frame_on_another_site_shows_the_chart(page, base_url, other_site):
    page.goto(f"{base_url}/?from=2024-01")
    code = opened(page).get_by_label("Embed: code for another page").input_value()
    problems = []
    page.on("console", lambda message: problems.append(message.text))

    page.goto(other_site(f"<!doctype html><title>Elsewhere</title>{code}"))

    frame = page.frame_locator("iframe")
    expect(frame.locator("figure[data-chart=shares] canvas")).to_be_visible()
    expect(frame.get_by_role("link", name="More at Balance")).to_be_visible()
    assert page.context.cookies() == []
    assert problems == []


def test_no_other_page_can_be_framed(page, base_url, other_site, complaints):
    complaints.expected += ["ERR_BLOCKED_BY_RESPONSE", "frame-ancestors 'none'"]
    page.goto(other_site(f'<!doctype html><title>Elsewhere</title><iframe src="{base_url}/">'))

    page.wait_for_timeout(500)
    frame = page.frames[-1]
    assert urlsplit(frame.url).netloc != urlsplit(base_url).netloc


def test_the_link_opens_the_same_chart(page, base_url):
    page.goto(f"{base_url}/?from=2024-01&step=quarter&half_life=90")
    shown = charts.drawn(page, "shares").locator("h2").inner_text()
    numbers = charts.numbers(page, "shares")
    link = opened(page).get_by_label("Link that keeps").input_value()

    page.goto(link)

    charts.drawn(page, "shares")
    assert charts.numbers(page, "shares") == numbers
    assert page.locator("figure.chart--shares h2").inner_text() == shown


def test_copying_is_announced_and_the_text_stays_to_select(page, base_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(base_url)
    charts.drawn(page, "shares")  # Which writes the way of drawing into the link.
    figure = opened(page)

    figure.get_by_role("button", name="Copy").first.click()

    expect(figure.locator(".share__said")).to_have_text("Copied.")
    field = figure.get_by_label("Link that keeps")
    assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
