"""What must hold for the impacts of any events (docs/methodology.md, section 10)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.attribution import Attribution
from balance.compute.world import (
    OTHER,
)
from tests.unit.balance.compute.strategies import (
    ACTORS,
    FIRST_DAY,
    FOCUS,
    POLES,
    STOP_DAY,
    dates,
    events,
    few,
    summed,
    worlds,
)


@few
@given(worlds(), events())
def test_every_event_with_partners_is_given_away_whole_on_every_day(world, found):
    attribution = Attribution(world)
    for event in found:
        shares = attribution.partners(event, FOCUS)
        assert not shares or sum(shares.values()) == pytest.approx(1, abs=1e-12)
        for partner in shares:
            pieces = attribution.spans(partner, event.start, event.end)
            edges = [event.start, *(end for _start, end, _weights in pieces)]
            assert [start for start, _end, _weights in pieces] == edges[:-1]
            assert edges[-1] == event.end
            for _start, _end, weights in pieces:
                assert sum(weights.values()) == pytest.approx(1, abs=1e-12)
                assert set(weights) <= {*POLES, OTHER}
                assert min(weights.values()) > 0


def holds(membership, day):
    """Say whether a membership holds on a day."""
    begun = membership.start is None or membership.start <= day
    return begun and (membership.end is None or day < membership.end)


def stated(world, actor, day):
    """Return the weights of an actor on a day, read off the memberships one by one."""
    weights = {}
    for stay in world.pole_memberships:
        if stay.actor == actor and holds(stay, day):
            weights[stay.pole] = weights.get(stay.pole, 0) + stay.weight
    return weights


def derived(world, club, day):
    """Return the weights of a club on a day, read off its members one by one."""
    inside = [
        m.actor for m in world.organisation_memberships if m.organisation == club and holds(m, day)
    ]
    poles = {pole for member in inside for pole in stated(world, member, day)}
    return {pole: 1 / len(poles) for pole in poles}


@few
@given(worlds(), dates)
def test_a_day_has_the_weights_that_its_memberships_state(world, day):
    attribution = Attribution(world)
    for actor in ACTORS:
        expected = (derived if attribution.is_derived(actor) else stated)(world, actor, day)
        ((_start, _end, weights),) = attribution.spans(actor, day, day + timedelta(days=1))
        taken = {pole: weight for pole, weight in weights.items() if pole != OTHER}
        assert taken == pytest.approx(expected)


@few
@given(worlds(), events())
def test_impact_is_neither_lost_nor_made(world, found):
    sums = summed(found, world)
    attribution = Attribution(world)
    involved = [event for event in found if attribution.partners(event, FOCUS)]
    points = [event.confidence * event.intensity for event in involved]

    assert sums.cooperation.sum() == pytest.approx(sum(p for p in points if p > 0), abs=1e-9)
    assert sums.conflict.sum() == pytest.approx(-sum(p for p in points if p < 0), abs=1e-9)
    assert sums.begun.sum() == pytest.approx(len(involved), abs=1e-9)
    assert sums.ended.sum() == pytest.approx(len(involved), abs=1e-9)


@few
@given(worlds(), events(), events(actors=["D", "NOBODY"]))
def test_an_event_outside_every_pole_changes_only_other(world, found, outside):
    more = [replace(event, id=event.id + 1000) for event in outside]
    before, after = summed(found, world), summed(found + more, world)

    for name in ("cooperation", "conflict", "begun", "ended"):
        assert getattr(before, name)[:, :-1].tobytes() == getattr(after, name)[:, :-1].tobytes()


@few
@given(worlds(), events(), st.integers(2018, 2022))
def test_a_year_alone_is_the_year_of_the_whole_to_the_last_bit(world, found, year):
    first, stop = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    whole = summed(found, world, FIRST_DAY - 100, STOP_DAY + 800)
    alone = summed(found[::-1], world, first, stop)
    at = slice(first - whole.first_day, stop - whole.first_day)

    for name in ("cooperation", "conflict", "begun", "ended"):
        assert getattr(alone, name).tobytes() == getattr(whole, name)[..., at].tobytes()


@few
@given(worlds(), events())
def test_the_order_of_events_changes_nothing(world, found):
    assert summed(found, world).cooperation.tobytes() == (
        summed(found[::-1], world).cooperation.tobytes()
    )
