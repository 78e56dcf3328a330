"""Worlds and events at random, for the properties that hold in all of them."""

from datetime import date, timedelta

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from balance.compute.daily import daily
from balance.compute.impacts import impacts
from balance.compute.world import (
    DIMENSIONS,
    Event,
    OrganisationMembership,
    Participant,
    PoleMembership,
    World,
)

FOCUS = "FOCUS"
POLES = ("north", "east", "south")
STATES = ("A", "B", "C", "D")
CLUBS = ("CLUB", "BLOC")
OFFICIALS = ("OWN", "ENVOY", "AIDE", "SPY")
ACTORS = (FOCUS, *STATES, *CLUBS, *OFFICIALS)
FIRST, STOP = date(2018, 1, 1), date(2022, 1, 1)
DAYS = (STOP - FIRST).days
FIRST_DAY, STOP_DAY = FIRST.toordinal(), STOP.toordinal()
ALIKE = np.ones(len(DIMENSIONS))

few = settings(deadline=None, derandomize=True, max_examples=40)

days = st.integers(0, DAYS - 1)
dates = days.map(lambda n: FIRST + timedelta(days=n))
half_lives = st.sampled_from([0.5, 7.0, 30.0, 90.0, 365.0, 730.0, 1e5])


@st.composite
def ranges(draw):
    """Draw a half-open span; either end may be unbounded."""
    start, end = sorted([draw(dates), draw(dates)])
    return (
        draw(st.sampled_from([start, None])),
        draw(st.sampled_from([end + timedelta(days=1), None])),
    )


@st.composite
def worlds(draw):
    weights = st.sampled_from([0.1, 0.25, 1 / 3])
    stays = [
        PoleMembership(actor, pole, draw(weights), *draw(ranges()))
        for actor in (*STATES[:3], "BLOC", "SPY")
        for pole in POLES
        if draw(st.integers(0, 2))
    ]
    members = [
        OrganisationMembership(state, club, *draw(ranges()))
        for club in CLUBS
        for state in STATES
        if draw(st.integers(0, 3))
    ]
    return World(
        poles=POLES,
        pole_memberships=tuple(stays),
        affiliations={"OWN": FOCUS, "ENVOY": "A", "AIDE": "ENVOY", "SPY": "B"},
        organisation_memberships=tuple(members),
        poles_from_members=frozenset(draw(st.sets(st.sampled_from(CLUBS)))),
    )


@st.composite
def events(draw, actors=ACTORS, largest=10.0):
    found = []
    for number in range(draw(st.integers(0, 12))):
        start = draw(dates)
        others = draw(st.lists(st.sampled_from(actors), min_size=1, max_size=4, unique=True))
        weigh = draw(st.booleans())
        parties = [
            Participant(
                actor,
                draw(st.sampled_from(["initiator", "recipient", "recipient", "witness"])),
                draw(st.sampled_from([0.5, 1.0, 3.0])) if weigh else None,
            )
            for actor in others
        ]
        found.append(
            Event(
                id=100 - number,
                start=start,
                end=start + timedelta(days=draw(st.sampled_from([1, 1, 2, 30, 365]))),
                dimension=draw(st.sampled_from(DIMENSIONS)),
                intensity=draw(st.integers(-100, 100)) * largest / 100,
                confidence=draw(st.sampled_from([0.0, 0.3, 0.9, 1.0])),
                participants=(Participant(FOCUS, "initiator"), *parties),
            )
        )
    return found


def summed(found_events, world, first=FIRST_DAY, stop=STOP_DAY + 400):
    return daily(impacts(found_events, world, FOCUS), first, stop, poles=len(world.poles))
