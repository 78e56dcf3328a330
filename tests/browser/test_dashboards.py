"""An editor makes a dashboard from nothing and sees it while typing; then readers see it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import charts
from tests.browser.test_admin import found_by_axe, sign_in

pytestmark = pytest.mark.browser

NEW = "/admin/balance/dashboard/add/"


def preview(page: Page):
    """The frame that is shown, whichever it is just now."""
    return page.frame_locator("iframe.dashboard-preview__frame:not([hidden])")


def add_panel(page: Page, kind: str):
    """Choose a kind of panel from the list that explains them; return its row."""
    rows = page.locator("#panels-group .inline-related:not(.empty-form)")
    before = rows.count()
    page.get_by_text("Add a panel: choose what it shows").click()
    page.locator(".panel-chooser__kind", has=page.get_by_text(kind, exact=True)).click()
    expect(rows).to_have_count(before + 1)
    return rows.last


def choose_focus(page: Page) -> None:
    page.locator(".field-focus .select2-selection").first.click()
    page.locator(".select2-search__field").press_sequentially("aze")
    page.get_by_role("option", name="Azerbaijan", exact=True).click()


def drag_to_the_top(page: Page, row) -> None:
    """Take the row by its grip and let it go over the first one."""
    row.locator(".panel-grip").hover()
    page.mouse.down()
    first = page.locator("#panels-group .inline-related:not(.empty-form)").first.bounding_box()
    page.mouse.move(first["x"] + 40, first["y"] + 20, steps=4)
    page.mouse.move(first["x"] + 40, first["y"] + 2)
    page.mouse.up()


def shares(page: Page):
    """The figure of shares, with what can be done with it laid open."""
    figure = charts.drawn(page, "shares")
    figure.locator(".share__summary").click()
    return figure


def keep_the_figure(page: Page) -> None:
    """Download the picture and the numbers."""
    for name, start in (("PNG", b"\x89PNG\r\n"), ("CSV", b"date,")):
        with page.expect_download() as waiting:
            shares(page).locator(".share__files").get_by_text(name, exact=True).click()
        assert waiting.value.path().read_bytes().startswith(start)
        page.reload()


def frame_the_figure(page: Page, address: str, other_site) -> None:
    """Show it on a page of another origin, with the numbers that it has at home."""
    page.goto(address)
    numbers = charts.numbers(page, "shares") if charts.drawn(page, "shares") else {}
    code = shares(page).get_by_label("Embed: code for another page").input_value()
    page.goto(other_site(f"<!doctype html><title>Elsewhere</title>{code}"))
    expect(page.frame_locator("iframe").locator("figure[data-chart=shares] canvas")).to_be_visible()
    framed = page.frames[-1].evaluate(charts.NUMBERS, "shares")
    assert dict(framed) == numbers


def link_to_other_settings(page: Page, address: str) -> None:
    """Change what is asked, copy the link, and see the same picture where it leads."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}?half_life=90&step=quarter&from=2020-01&to=2026-06")
    figure = shares(page)
    figure.get_by_role("button", name="Copy").first.click()
    expect(figure.locator(".share__said")).to_have_text("Copied.")
    wanted = figure.locator(".chart__frame").screenshot()

    page.goto(page.evaluate("navigator.clipboard.readText()"))

    figure = shares(page)
    assert "half_life=90" in page.url
    assert figure.locator(".chart__frame").screenshot() == wanted


def test_an_editor_makes_a_dashboard_and_readers_see_keep_and_frame_it(open_page, site, other_site):
    page = open_page(width=1440)
    sign_in(page, site)
    page.goto(f"{site.address}{NEW}")
    page.locator("#id_title").fill("Trade winds")
    choose_focus(page)

    add_panel(page, "Shares over time")
    note = add_panel(page, "A note")
    note.locator("[name$=-note]").fill("Written *while* you look.")
    tone = add_panel(page, "Tone over time")
    tone.locator("[name$=-title]").fill("How warm it is")

    expect(preview(page).get_by_role("heading", name="Trade winds", level=1)).to_be_visible()
    expect(preview(page).locator(".panel--text em")).to_have_text("while")
    expect(preview(page).locator(".panel--tone h2")).to_have_text("How warm it is")

    drag_to_the_top(page, tone)
    expect(preview(page).locator(".panels > .panel").first).to_have_class(re.compile("panel--tone"))
    page.locator("#panels-2 [name$=-title]").fill("Warm or cool")
    expect(preview(page).locator(".panel--tone h2")).to_have_text("Warm or cool")

    page.locator("#id_status").select_option("published")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/admin/balance/dashboard/")
    page.goto(f"{site.address}/d/trade-winds/")

    kinds = page.locator(".panels > .panel")
    expect(kinds).to_have_count(3)
    expect(kinds.nth(0).locator("h2").first).to_have_text("Warm or cool")
    expect(kinds.nth(1)).to_have_class(re.compile("panel--shares"))
    expect(kinds.nth(2)).to_contain_text("Written while you look.")
    keep_the_figure(page)
    frame_the_figure(page, f"{site.address}/d/trade-winds/", other_site)
    link_to_other_settings(page, f"{site.address}/d/trade-winds/")


def test_the_form_with_its_preview_is_accessible(open_page, site):
    page = open_page(width=390)
    sign_in(page, site)
    page.goto(f"{site.address}/admin/balance/dashboard/")
    page.locator("#result_list tbody th a", has_text="Russia after 2022").click()
    page.wait_for_url("**/change/**")
    expect(preview(page).get_by_role("heading", name="Russia after 2022", level=1)).to_be_visible(
        timeout=15_000
    )

    assert found_by_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
