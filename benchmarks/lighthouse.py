"""What Lighthouse says about the public pages, on a desk and on a phone.

`python -m benchmarks.lighthouse [RUNS]` makes a demonstration site of its own, asks RUNS times (3
unless said) for each page, prints the middle scores, and writes them to benchmarks/LIGHTHOUSE.md.
It needs Node, which nothing else here does: npx fetches Lighthouse.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

from benchmarks.machine import described
from config.launch.demonstration import DemonstrationSite, demonstration_site
from tests.browser.chromium import find

LIGHTHOUSE = "lighthouse@12.8.2"
PAGES = ("/", "/focus/AZE/", "/focus/AZE/china/", "/d/china-rise/", "/events/", "/claims/")
DEVICES = {"desktop": ["--preset=desktop"], "mobile": []}
SCORES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage"
ATTEMPTS = 4
RESULTS = Path(__file__).with_name("LIGHTHOUSE.md")

Row = tuple[str, str, list[int]]


def main() -> None:
    npx = shutil.which("npx")
    if npx is None:
        sys.exit("Lighthouse needs Node: install nodejs and npm, then try again.")
    runs = int(*sys.argv[1:2] or [3])
    with demonstration_site() as site:
        warm(site)
        rows = [
            (page, device, scores(npx, f"{site.address}{page}", device, runs))
            for page in PAGES
            for device in DEVICES
        ]
    report(rows, runs)


def warm(site: DemonstrationSite) -> None:
    """Have everything computed that the pages wait for."""
    for page in PAGES:
        with urllib.request.urlopen(f"{site.address}{page}") as answer:
            answer.read()
    site.work()


def scores(npx: str, address: str, device: str, runs: int) -> list[int]:
    """Return the middle score of each category, out of 100."""
    found = [categories(npx, address, device) for _ in range(runs)]
    return [round(statistics.median(one[name] for one in found)) for name in SCORES]


def categories(npx: str, address: str, device: str) -> dict[str, float]:
    """Ask once, or again where Lighthouse missed the beginning of the page, as it does at times."""
    command = [npx, "--yes", LIGHTHOUSE, address, *DEVICES[device], "--quiet", "--output=json"]
    for _ in range(ATTEMPTS):
        done = subprocess.run(
            [*command, f"--chrome-flags={FLAGS}"],
            env=os.environ | {"CHROME_PATH": find()},
            stdout=subprocess.PIPE,
            check=False,
        )
        if done.returncode == 0:
            break
    done.check_returncode()
    answer: dict[str, Any] = json.loads(done.stdout)
    print(address, device, file=sys.stderr)
    return {name: 100 * (answer["categories"][name]["score"] or 0) for name in SCORES}


def report(rows: list[Row], runs: int) -> None:
    how = f"Written by `make lighthouse`: {LIGHTHOUSE}, the middle of {runs} runs a page"
    lines = [
        "# Lighthouse",
        "",
        f"{how}, out of 100; {described()}",
        "",
        f"| page | device | {' | '.join(SCORES)} |",
        "| --- | --- | --- | --- | --- | --- |",
        *(f"| `{page}` | {on} | {' | '.join(map(str, told))} |" for page, on, told in rows),
    ]
    RESULTS.write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
