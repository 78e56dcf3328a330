"""Measure the site as a reader meets it, against what one would write without it.

`python -m benchmarks [EVENTS]` makes a demonstration site of its own, prints a table, and writes
it to benchmarks/RESULTS.md; EVENTS is how many more are stored at the end, 20,000 unless said.
Nothing here is a test: times depend on the machine and its other work.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import clock, coding, draws, plain
from benchmarks.machine import described
from benchmarks.readers import Processes, Reader
from benchmarks.sliding import sliding
from config.launch.demonstration import DemonstrationSite, demonstration_site

BALANCE = "/api/v1/balance/AZE/?start=2010-01-01&end=2027-01-01&step=month"
FRONT = "/"
PERIOD = {"start": date(2010, 1, 1), "end": date(2027, 1, 1), "half_life": 365.0}

Row = tuple[str, str, str]


def main() -> None:
    rows: list[Row] = []
    with demonstration_site() as site:
        reader = Reader(site.address)
        web = Processes(site.web.popen.pid)
        rows += speed(reader, web, inside(site, "queries", BALANCE, FRONT))
        rows += against_plain_python(reader)
        rows += many_draws(20_000)
        rows += sliding(reader, 20_000)
        rows.append(proposing())
        rows.append(("memory of the web server", f"{web.megabytes():.0f} MB", ""))
        rows += with_many_events(site, int(*sys.argv[1:2] or [20_000]))
    report(rows)


def inside(site: DemonstrationSite, *arguments: str) -> Any:
    """Return what benchmarks.inside says about the site."""
    command = [sys.executable, "-m", "benchmarks.inside", *arguments]
    done = subprocess.run(
        command, env=dict(site.environment), stdout=subprocess.PIPE, check=True, cwd=plain.PROJECT
    )
    return json.loads(done.stdout)


def speed(reader: Reader, web: Processes, queries: dict[str, int]) -> list[Row]:
    rows = []
    for name, path, target, most in (
        ("balance 2010–2026 by month, JSON", BALANCE, 30, 6),
        ("front page, HTML", FRONT, 120, 15),
    ):
        clock.repeated(lambda path=path: reader.get(path), 20)
        before = web.milliseconds()
        times = clock.repeated(lambda path=path: reader.get(path), 200, warm=0)
        work = (web.milliseconds() - before) / 200
        said = f"{times.median:.1f} ms (one in twenty over {times.worst_of_twenty:.1f} ms)"
        rows.append((f"{name}: median of 200, warm", said, f"under {target} ms"))
        rows.append((f"{name}: processor time of the web server", f"{work:.1f} ms", ""))
        rows.append((f"{name}: queries", str(queries[path]), f"at most {most}"))
    return rows


def against_plain_python(reader: Reader) -> list[Row]:
    """Compare with a script that reads the CSV files, and with its arithmetic alone."""
    answer = reader.json(BALANCE)
    poles = [pole["code"] for pole in answer["poles"]]
    given = list(plain.impacts("AZE"))
    ways = {
        "a script over the CSV files, direct sum": lambda: plain.by_direct_sum(
            list(plain.impacts("AZE")), poles, **PERIOD
        ),
        "the same, events read once": lambda: plain.by_direct_sum(given, poles, **PERIOD),
        "day by day, events read once": lambda: plain.by_recursion(given, poles, **PERIOD),
    }
    rows = []
    for name, way in ways.items():
        check(answer, way())
        times = clock.repeated(way, 10, warm=1)
        ratio = clock.paired(lambda: reader.get(BALANCE), way, 20)
        rows.append((name, f"{times.median:.0f} ms", f"{ratio:.1f} times our whole answer"))
    return rows


def check(answer: dict[str, Any], shares: plain.Shares) -> None:
    """See that both say the same; a comparison of different answers would be none."""
    for point in answer["points"]:
        theirs = shares[date.fromisoformat(point["date"])]
        for code, pole in point["poles"].items():
            assert (theirs is None) == (pole["share"] is None), point["date"]
            assert theirs is None or abs(theirs[code] - pole["share"]) < 1e-9, (point["date"], code)


def many_draws(events: int) -> list[Row]:
    """Draw made-up events again and again, as the worker does for intervals."""
    found = draws.made_up(events)
    times = clock.repeated(lambda: draws.draw(found), 5, warm=1)
    name = f"1,000 draws on {events:,} events by month over 15 years"
    return [(name, f"{times.median / 1000:.2f} s", "under 1.5 s")]


def proposing() -> Row:
    """Read the two longest descriptions of the demonstration again and again, on one core."""
    name = "proposing: sentences read, on one core"
    return (name, f"{coding.speed_on_demonstration():,.0f} a second", "at least 150 a second")


def with_many_events(site: DemonstrationSite, count: int) -> list[Row]:
    seconds = inside(site, "grow", str(count))
    reader = Reader(site.address)  # The server ended the other connection meanwhile.
    times = clock.repeated(lambda: reader.get(BALANCE), 100)
    return [
        (f"{count:,} more events: stored", f"{seconds['store']:.1f} s", "with history"),
        ("their series made anew", f"{seconds['refresh all']:.1f} s", "16 years, 3 scales"),
        ("one edited: series of its year", f"{seconds['refresh one year']:.1f} s", ""),
        ("balance then: median of 100, warm", f"{times.median:.1f} ms", "under 30 ms"),
    ]


def report(rows: list[Row]) -> None:
    lines = ["| what | measured | target or comparison |", "| --- | --- | --- |"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    text = "\n".join(
        ["# Last results", "", f"Written by `make bench`. {described()}", "", *lines, ""]
    )
    Path(__file__).with_name("RESULTS.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
