"""What-if in Chromium: how long a step of a slider takes, from the hand to the screen."""

import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from playwright.sync_api import Page, Route

from balance.compute.world import DIMENSIONS
from benchmarks.clock import Times
from benchmarks.draws import END, FIRST, made_up
from benchmarks.readers import Reader
from tests.browser.chromium import launched

PAGE = "/what-if/AZE/"
IMPACTS, BALANCE = "/api/v1/balance/AZE/impacts/", "/api/v1/balance/AZE/"
TARGET = "at most 16 ms"
STEPS = 120
WARM = 20

# The page's own work lies between two callbacks of the same frame, one asked for before its and
# one after; what Chromium does with it ends when the next task begins.
SLIDE = """async ([name, values]) => {
    const slider = document.querySelector(`[data-slides=${name}]`);
    const times = [];
    for (const value of values) {
      const time = await new Promise((done) => {
        let began, worked;
        requestAnimationFrame(() => (began = performance.now()));
        slider.value = value;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        requestAnimationFrame(() => {
          worked = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done([worked - began, performance.now() - began]);
          port2.postMessage(null);
        });
      });
      times.push(time);
    }
    return times;
}"""
APART = """async ([addresses, values]) => {
    const { Reckoning } = await import("/static/js/method/reckoning.js");
    const { renew } = await import("/static/js/charts/what_if.js");
    const [impacts, balance] = await Promise.all(
      addresses.map(async (address) => (await fetch(address)).json()));
    const chart = Chart.getChart(document.querySelector("[data-figure] canvas"));
    const reckoning = new Reckoning(impacts, balance);
    const weights = impacts.dimensions.map(() => 1);
    const others = { kappa: 10, weights, floor: 0, withoutOutlets: [], withoutEvents: [] };
    return values.map((halfLife) => {
      const began = performance.now();
      reckoning.fill(balance.points, { ...others, halfLife });
      const reckoned = performance.now();
      renew(chart, balance);
      return [reckoned - began, performance.now() - reckoned];
    });
}"""

Row = tuple[str, str, str]


def sliding(reader: Reader, events: int) -> list[Row]:
    """Measure steps of three sliders on 15 years of made-up events by day."""
    span = f"?start={FIRST}&end={END}"
    answers = {
        IMPACTS: columns(reader.json(IMPACTS), events),
        BALANCE: reader.json(f"{BALANCE}{span}"),
    }
    with launched() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        _answer_with(page, answers)
        page.goto(f"{reader.address}{PAGE}")
        page.wait_for_selector(".chart--drawn")
        apart = page.evaluate(APART, [[IMPACTS, BALANCE], _values(30, 1460)])
        steps = {
            "half-life": page.evaluate(SLIDE, ["half_life", _values(30, 1460)]),
            "weight of a dimension": page.evaluate(SLIDE, ["weight_energy", _values(0, 3)]),
            "least confidence": page.evaluate(SLIDE, ["floor", _values(0, 1)]),
        }
    return _rows(apart, steps, events, len(json.dumps(answers[IMPACTS])))


def columns(answer: dict[str, Any], events: int) -> dict[str, Any]:
    """Return an answer of impacts/ about so many made-up events on single days."""
    found = made_up(events)
    chance = np.random.default_rng(21)
    confidence = np.round(chance.uniform(0, 1, events), 2)
    outlets = chance.integers(0, len(answer["outlets"]), (events, 2))
    first = (found.first - FIRST.toordinal()).tolist()
    ones = [1] * events
    places = list(range(events))
    return answer | {
        "first_day": FIRST.isoformat(),
        "days": date(END.year + 1, 1, 1).toordinal() - FIRST.toordinal(),
        "dimensions": list(DIMENSIONS),
        "events": {
            "id": places,
            "first": first,
            "days": ones,
            "dimension": found.dimension.tolist(),
            "confidence": confidence.tolist(),
            "outlets": outlets.tolist(),
        },
        "impacts": {
            "event": places,
            "pole": found.pole.tolist(),
            "first": first,
            "days": ones,
            "points": (found.cooperation - found.conflict).tolist(),
        },
        "counts": {"event": places, "pole": found.pole.tolist(), "share": ones},
    }


def _answer_with(page: Page, answers: dict[str, Any]) -> None:
    """Let the page read the made-up answers in the place of the site's."""
    bodies = {path: json.dumps(answer) for path, answer in answers.items()}

    def fulfil(route: Route) -> None:
        body = bodies[urlsplit(route.request.url).path]
        route.fulfill(body=body, content_type="application/json")

    page.route(lambda url: urlsplit(url).path in bodies, fulfil)


def _values(low: float, high: float) -> list[float]:
    """Return so many values back and forth between the ends, as a hand drags."""
    there = np.linspace(low, high, (STEPS + WARM) // 2)
    return [round(value, 3) for value in [*there, *there[::-1]]]


def _rows(
    apart: list[list[float]], steps: dict[str, list[list[float]]], events: int, size: int
) -> list[Row]:
    reckoning, drawing = (_said(times) for times in zip(*apart[WARM:], strict=True))
    data = f"what-if in Chromium, 15 years, 5 poles, 6 dimensions by day, {events:,} events"
    rows = [
        (f"{data}: reckoning a step of the half-life", reckoning, ""),
        ("drawing it", drawing, ""),
    ]
    for name, times in steps.items():
        worked, shown = (list(column) for column in zip(*times[WARM:], strict=True))
        rows.append((f"a step of the {name}: redraw, words included", _said(worked), TARGET))
        rows.append((f"a step of the {name}: until it is on the screen", _said(shown), ""))
    return [*rows, ("their impacts as JSON, before compression", f"{size / 1e6:.1f} MB", "")]


def _said(times: Any) -> str:
    found = Times(list(times))
    return f"{found.median:.1f} ms (one in twenty over {found.worst_of_twenty:.1f} ms)"
