"""`python -m tests.browser.shots`: take pictures of the site with the demonstration data.

All go to shots/, which git ignores; what README shows goes to docs/pictures/, without the lower
part of the page, so that it stays small.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from config.launch.demonstration import ADMINISTRATOR, DemonstrationSite, demonstration_site
from tests.browser import charts, chromium

PROJECT = Path(__file__).resolve().parents[2]
SHOTS = PROJECT / "shots"
PICTURES = PROJECT / "docs" / "pictures"

SIZES = {1440: 900, 390: 844}
THEMES = ("light", "dark")
# The event is found by its title: numbers differ from one database to the next.
EVENT = "Joint declaration on strategic partnership"
IN_README = ("front", 1440, "light")


def main() -> None:
    for folder in (SHOTS, PICTURES):
        folder.mkdir(parents=True, exist_ok=True)
    with demonstration_site() as site, chromium.launched() as browser:
        with window(browser, site, 1440, "light") as page:
            for path in visits(page, site).values():
                page.goto(f"{site.address}{path}")  # Asks for what the worker computes.
        site.work()
        for width in SIZES:
            for theme in THEMES:
                with window(browser, site, width, theme) as page:
                    for name, path in visits(page, site).items():
                        take(page, f"{site.address}{path}", name, width, theme)


@contextmanager
def window(browser: Browser, site: DemonstrationSite, width: int, theme: str) -> Iterator[Page]:
    """Yield a page of that width and theme whose reader is signed in to the admin."""
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]},
        color_scheme=theme,
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{site.address}/admin/login/")
    page.get_by_label("Username").fill(ADMINISTRATOR)
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")
    yield page
    context.close()


def visits(page: Page, site: DemonstrationSite) -> dict[str, str]:
    """Return what is pictured: names and paths."""
    page.goto(f"{site.address}/events/?q={EVENT}")
    path = page.get_by_role("link", name=EVENT).first.get_attribute("href")
    key = path.strip("/").rpartition("/")[2]
    return {
        "front": "/",
        "pole": "/focus/AZE/china/",
        "compare": "/compare/",
        "compare-poles": "/compare/?by=poles",
        "compare-settings": "/compare/?by=settings",
        "what-if": "/what-if/AZE/?half_life=90",
        "dashboards": "/d/",
        "china-rise": "/d/china-rise/",
        "russia-after-2022": "/d/russia-after-2022/",
        "embed": "/embed/AZE/shares/",
        "why": "/why/AZE/?pole=china&from=2024-06-30&to=2024-07-31",
        "robustness": "/robustness/AZE/",
        "pivots": "/pivots/AZE/",
        "revisions": "/revisions/AZE/?month=2024-07",
        "evidence": "/coverage/AZE/",
        "ties": "/ties/",
        "lenses": "/lenses/AZE/",
        "claims": "/claims/",
        "events": "/events/",
        "calendar": "/events/?view=calendar&year=2024",
        "search": "/events/?q=gas+Aliyev",
        "event": path,
        "actor": "/actors/CHN/",
        "articles": "/articles/",
        "methodology": "/methodology/",
        "corrections": "/corrections/",
        "report": "/report/?about=/",
        "front-az": "/az/",
        "front-ru": "/ru/",
        "front-tr": "/tr/",
        "admin": "/admin/",
        "admin-dashboards": "/admin/balance/dashboard/",
        "admin-dashboard": "/admin/balance/dashboard/add/",
        "admin-event": f"/admin/balance/event/{key}/change/",
    }


def take(page: Page, address: str, name: str, width: int, theme: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    charts.all_drawn(page)
    page.evaluate("scrollTo(0, 0)")
    file = f"{name}-{width}-{theme}.png"
    page.screenshot(path=SHOTS / file, full_page=True)
    print(f"shots/{file}")
    if (name, width, theme) == IN_README:
        end = page.locator("figure[data-chart=shares] .chart__frame").bounding_box()
        height = end["y"] + end["height"] + 24
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        page.screenshot(path=PICTURES / file, full_page=True, clip=clip)
        print(f"docs/pictures/{file}")


if __name__ == "__main__":
    main()
