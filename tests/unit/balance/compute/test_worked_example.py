"""The worked example that docs/methodology.md shows its readers, section 11."""

from datetime import date, timedelta

import numpy as np
import pytest

from balance.compute.daily import daily
from balance.compute.explain import contributions
from balance.compute.impacts import impacts
from balance.compute.levels import count_stock, stock
from balance.compute.measures import measures, tilt
from balance.compute.world import DIMENSIONS, Event, Participant, PoleMembership, World

POLES = {"CHN": "china", "RUS": "russia", "TUR": "turkey", "IRN": "iran", "USA": "west"}
CHINA, RUSSIA = 0, 1
NEW_YEAR, YEARS_END = date(2024, 1, 1), date(2024, 12, 31)
HALF_LIFE, KAPPA = 365.0, 10.0


def event(number, day, intensity, confidence, initiator, *recipients):
    parties = [Participant(initiator, "initiator")]
    parties += [Participant(recipient, "recipient") for recipient in recipients]
    end = day + timedelta(days=1)
    return Event(number, day, end, "diplomatic", intensity, confidence, tuple(parties))


@pytest.fixture(scope="module")
def rows():
    world = World(
        poles=tuple(POLES.values()),
        pole_memberships=tuple(PoleMembership(a, p, 1.0, None, None) for a, p in POLES.items()),
        affiliations={"PRESIDENT": "AZE", "MINISTER": "TUR"},
        organisation_memberships=(),
        poles_from_members=frozenset(),
    )
    events = [
        event(1, NEW_YEAR, 8, 1, "PRESIDENT", "CHN"),
        event(2, YEARS_END, 8, 0.5, "AZE", "RUS", "KAZ"),
        event(3, YEARS_END, -3, 1, "RUS", "AZE"),
        event(4, YEARS_END, 2, 1, "MINISTER", "AZE"),
    ]
    return impacts(events, world, "AZE")


def test_the_numbers_of_the_example(rows):
    first, last = NEW_YEAR.toordinal(), YEARS_END.toordinal()
    sums = daily(rows, first, last + 2, poles=5)
    plus, minus, begun, ended = (
        x.sum(axis=0) for x in (sums.cooperation, sums.conflict, sums.begun, sums.ended)
    )
    plus, minus = (stock(x, first, [last], HALF_LIFE) for x in (plus, minus))
    counts = count_stock(begun, ended, first, [last], HALF_LIFE)
    point = measures(plus[:-1], minus[:-1], plus[-1], minus[-1], counts[:-1], KAPPA)

    assert plus[:, 0].tolist() == pytest.approx([4, 2, 2, 0, 0, 2])
    assert minus[:, 0].tolist() == pytest.approx([0, 3, 0, 0, 0, 0])
    assert counts[:, 0].tolist() == [1, 1.5, 1, 0, 0, 0.5]
    assert point.share[:, 0].tolist() == pytest.approx([0.5, 0.25, 0.25, 0, 0])
    assert point.friction[:, 0].tolist() == [0, 1, 0, 0, 0]
    assert point.tone[:3, 0].tolist() == pytest.approx([4 / 14, -1 / 15, 2 / 12])
    assert [reasons[0] for reasons in point.tone_reason] == [None] * 3 + ["no_data"] * 2
    assert point.hhi[0] == pytest.approx(0.375)
    assert point.effective_poles[0] == pytest.approx(2.83, abs=0.005)
    assert point.balance[0] == pytest.approx(0.646, abs=0.0005)
    assert point.coverage[0] == pytest.approx(0.8)
    assert tilt(plus[CHINA], plus[RUSSIA], KAPPA)[0] == pytest.approx(0.125)
    assert point.flags == [("thin",)]


def test_the_explanation_of_the_example(rows):
    days = NEW_YEAR.toordinal(), YEARS_END.toordinal()

    found = contributions(rows, CHINA, *days, HALF_LIFE, np.ones(len(DIMENSIONS)))

    assert (found.before.cooperation, found.after.cooperation) == pytest.approx((8, 4))
    assert (found.event.tolist(), found.part) == ([1], ["faded"])
    assert found.cooperation.tolist() == pytest.approx([-4])
