"""The worked cases of the methodology, by daily arrays and by direct sum."""

import json
import math
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from balance.compute.daily import daily
from balance.compute.explain import level
from balance.compute.impacts import impacts
from balance.compute.levels import count_flow, count_stock, flow, stock
from balance.compute.measures import measures, tilt
from balance.compute.periods import periods
from balance.compute.world import (
    DIMENSIONS,
    Event,
    OrganisationMembership,
    Participant,
    PoleMembership,
    World,
)

GOLDEN = json.loads(
    (Path(__file__).parents[3] / "data" / "method_golden.json").read_text(encoding="utf-8")
)
POLES = tuple(GOLDEN["poles"])
KAPPA = 10.0
ALIKE = np.ones(len(DIMENSIONS))
ROLES = {
    "initiators": "initiator",
    "recipients": "recipient",
    "hosts": "host",
    "witnesses": "witness",
}
CASES = [pytest.param(case, id=case["name"].replace("_", " ")) for case in GOLDEN["cases"]]


def day(text):
    return None if text is None else date.fromisoformat(text)


def end_of(record):
    start, precision = day(record["date"]), record["precision"]
    if precision == "span":
        return day(record["end"])
    if precision == "day":
        return start + timedelta(days=1)
    _starts, ends = periods(start, start + timedelta(days=400), precision)
    return date.fromordinal(int(ends[0]))


def event_of(number, record):
    weights = record.get("weights", {})
    return Event(
        id=number,
        start=day(record["date"]),
        end=end_of(record),
        dimension=DIMENSIONS[number % len(DIMENSIONS)],
        intensity=record["intensity"],
        confidence=record["confidence"],
        participants=tuple(
            Participant(actor, role, weights.get(actor))
            for key, role in ROLES.items()
            for actor in record.get(key, [])
        ),
    )


def world_of(case):
    return World(
        poles=POLES,
        pole_memberships=tuple(
            PoleMembership(m["actor"], m["pole"], m["weight"], day(m["start"]), day(m["end"]))
            for m in case["pole_memberships"]
        ),
        affiliations=case.get("affiliations", {}),
        organisation_memberships=tuple(
            OrganisationMembership(actor, organisation, day(start), day(end))
            for actor, organisation, start, end in case.get("members", [])
        ),
        poles_from_members=frozenset(case.get("poles_from_members", [])),
    )


def impacts_of(case):
    events = [event_of(number, record) for number, record in enumerate(case["events"])]
    return impacts(events, world_of(case), GOLDEN["focus"])


def by_daily_arrays(case):
    """Return cooperation and conflict, shape (K + 1,), and the counts, over the daily arrays."""
    first, stop = date(2018, 1, 1).toordinal(), date(2026, 1, 1).toordinal()
    sums = daily(impacts_of(case), first, stop, poles=len(POLES))
    kinds = [x.sum(axis=0) for x in (sums.cooperation, sums.conflict, sums.begun, sums.ended)]
    if case["period"]:
        start, end = ([day(text).toordinal()] for text in case["period"])
        levels = [flow(x, first, start, end) for x in kinds[:2]]
        counts = count_flow(*kinds[2:], first, start, end)
    else:
        at, half_life = [day(case["on"]).toordinal()], float(case["half_life"])
        levels = [stock(x, first, at, half_life) for x in kinds[:2]]
        counts = count_stock(*kinds[2:], first, at, half_life)
    return levels[0][:, 0], levels[1][:, 0], counts[:, 0]


def by_direct_sum(case):
    """Return cooperation and conflict, shape (K + 1,), without daily arrays."""
    found = impacts_of(case)
    if case["period"]:
        start, end = (day(text).toordinal() for text in case["period"])
        days = np.clip(np.minimum(found.stop, end) - np.maximum(found.first, start), 0, None)
        return tuple(
            np.bincount(found.pole, x * days, minlength=len(POLES) + 1)
            for x in (found.cooperation, found.conflict)
        )
    at = day(case["on"]).toordinal()
    levels = [level(found, p, at, case["half_life"], ALIKE) for p in range(len(POLES) + 1)]
    return np.array([x.cooperation for x in levels]), np.array([x.conflict for x in levels])


def described(cooperation, conflict, counts):
    """Return everything a case expects, in its own shape."""
    column = [x.reshape(-1, 1) for x in (cooperation, conflict, counts)]
    found = measures(
        column[0][:-1], column[1][:-1], column[0][-1], column[1][-1], column[2][:-1], KAPPA
    )
    west, russia = (cooperation[[POLES.index(pole)]] for pole in ("west", "russia"))
    return {
        "cooperation": by_pole(cooperation),
        "conflict": by_pole(conflict),
        "share": by_pole(found.share[:, 0]) if found.reason == [None] else None,
        "friction": by_pole(found.friction[:, 0]) if found.friction_reason == [None] else None,
        "tone": by_pole(found.tone[:, 0]),
        "hhi": found.hhi[0],
        "effective_poles": found.effective_poles[0],
        "balance": found.balance[0],
        "reason": found.reason[0],
        "coverage": found.coverage[0],
        "tilt_west_russia": tilt(west, russia, KAPPA)[0],
        "other": {"cooperation": cooperation[-1], "conflict": conflict[-1]},
    }


def by_pole(values):
    return dict(zip(POLES, values, strict=False))


def assert_agrees(found, expected):
    assert found.keys() == expected.keys()
    for name, value in expected.items():
        if isinstance(value, dict):
            assert_agrees(found[name], value)
        elif isinstance(value, float):
            assert found[name] == pytest.approx(value, rel=1e-9, abs=1e-12), name
        elif value is None:
            assert found[name] is None or math.isnan(found[name]), name
        else:
            assert found[name] == value, name


def test_all_the_worked_cases_are_here():
    assert len(CASES) == 24


@pytest.mark.parametrize("case", CASES)
def test_worked_case_by_daily_arrays(case):
    assert_agrees(described(*by_daily_arrays(case)), case["expected"])


@pytest.mark.parametrize("case", CASES)
def test_worked_case_by_direct_sum(case):
    cooperation, conflict = by_direct_sum(case)

    assert_agrees(described(cooperation, conflict, np.zeros_like(conflict)), case["expected"])
