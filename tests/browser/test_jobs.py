"""A file of events in a browser: seen, corrected, confirmed, found in the list."""

import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from config.launch.demonstration import PROJECT, DemonstrationSite
from tests.browser.test_admin import found_by_axe, sign_in

pytestmark = pytest.mark.browser

HEADER = (
    "id,date,date_precision,initiators,recipients,witnesses,event_type,cameo_code,intensity,"
    "intensity_reason,dimension,title,description,outlet,article_url,article_date,confidence,status"
)
# Proposals, so that no number of the site that other tests share moves.
GOOD = "job-1,2024-03-05,day,AZE,RUS,,CONSULT,042,,,diplomatic,First of a file,,,,,0.9,proposed"
BAD = "job-2,2024-02-30,day,AZE,TUR,,CONSULT,042,,,diplomatic,Second of a file,,,,,0.9,proposed"
WORSE = "job-3,2024-03-07,day,AZE,CHN,,CONSULT,042,,,diplomatic,Third of a file,,,,,2,proposed"
WORKER = """
from balance.tasks import run_job, waiting_jobs
for number in waiting_jobs():
    run_job(job_id=number)
"""


def work(site: DemonstrationSite) -> None:
    """Do what the worker would."""
    command = [sys.executable, "manage.py", "shell", "-c", WORKER]
    subprocess.run(command, cwd=PROJECT, env=dict(site.environment), check=True)


def give(page: Page, site: DemonstrationSite, text: str) -> None:
    """Give a file, and wait until the page, by itself, shows what it would do."""
    file = {"name": "events.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_role("button", name="Look at the file").click()
    expect(page.get_by_text("The job waits for the worker.")).to_be_visible()
    work(site)
    expect(page.get_by_text("Nothing is stored yet.")).to_be_visible()


def test_a_file_with_bad_cells_is_corrected_and_its_events_are_in_the_list(open_page, site):
    page = open_page()
    sign_in(page, site)
    page.goto(f"{site.address}/admin/balance/event/")
    page.get_by_role("link", name="Import", exact=True).click()
    give(page, site, "\n".join([HEADER, GOOD, BAD, WORSE]))

    refused = page.get_by_role("group", name="Refused rows").get_by_role("row")
    expect(refused.nth(1)).to_contain_text("date2024-02-30 is not in the calendar")
    expect(refused.nth(2)).to_contain_text("confidence2 is above 1")
    assert found_by_axe(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    errors = download.value.path().read_text()
    assert "job-1" not in errors

    page.get_by_role("link", name="Import another file").click()
    give(page, site, errors.replace("02-30", "02-20").replace(",2,proposed", ",0.2,proposed"))
    page.get_by_role("button", name="Confirm").click()
    work(site)
    expect(page.get_by_text("Done.")).to_be_visible()

    page.goto(f"{site.address}/admin/balance/event/?q=of+a+file")
    expect(page.get_by_role("link", name="Second of a file")).to_be_visible()
    expect(page.get_by_role("link", name="Third of a file")).to_be_visible()
    expect(page.get_by_role("link", name="First of a file")).to_have_count(0)
