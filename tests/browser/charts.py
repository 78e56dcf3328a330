"""What a chart on a page shows, and where its points lie."""

from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Locator, Page

_DRAWN = """(kind) =>
    window.Chart?.getChart(document.querySelector(`[data-chart=${kind}] canvas`)) != null"""
NUMBERS = """(kind) =>
    Chart.getChart(document.querySelector(`[data-chart=${kind}] canvas`))
      .data.datasets.filter(({ isGap }) => !isGap)
      .map(({ pole, data }) => [pole?.code ?? null, data.map(({ y }) => y)])"""
_PLACE = """([kind, dataset, index]) => {
    const chart = Chart.getChart(document.querySelector(`[data-chart=${kind}] canvas`));
    const { x, y } = chart.getDatasetMeta(dataset).data[index];
    return { x, y };
}"""


def drawn(page: Page, kind: str) -> Locator:
    """Come near the chart, wait until it is drawn, and return its figure."""
    figure = page.locator(f"figure[data-chart={kind}]")
    figure.scroll_into_view_if_needed()
    page.wait_for_function(_DRAWN, arg=kind)
    return figure


def all_drawn(page: Page) -> None:
    """Come near every chart of the page, and wait until it is drawn."""
    for figure in page.locator("figure[data-chart]").all():
        figure.scroll_into_view_if_needed()
        figure.locator("canvas").wait_for()


def answer_behind(page: Page, kind: str) -> Any:
    """Return what the API says to the chart's own question."""
    address = page.locator(f"figure[data-chart={kind}]").get_attribute("data-url")
    return page.request.get(urljoin(page.url, address)).json()


def numbers(page: Page, kind: str) -> dict[str | None, list[float | None]]:
    """Return the numbers on the canvas by the pole's code; those of the whole under None."""
    return dict(page.evaluate(NUMBERS, kind))


def place(page: Page, kind: str, *, dataset: int, index: int) -> Any:
    """Return where a point lies, in pixels from the canvas's corner."""
    return page.evaluate(_PLACE, [kind, dataset, index])
