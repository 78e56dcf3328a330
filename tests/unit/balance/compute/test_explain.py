from datetime import date

import numpy as np
import pytest
from hypothesis import given

from balance.compute.explain import ARRIVED, brought, contributions, level
from balance.compute.impacts import impacts
from balance.compute.world import DIMENSIONS
from tests.unit.balance.compute.strategies import (
    FIRST_DAY,
    FOCUS,
    POLES,
    days,
    few,
    half_lives,
    worlds,
)
from tests.unit.balance.compute.strategies import events as made_up

RUSSIA = 0
DAY = date(2020, 6, 1).toordinal()
ALIKE = np.ones(len(DIMENSIONS))


def explained(world, events, *, since, until, half_life=10.0, weights=ALIKE):
    return contributions(
        impacts(events, world, "FOCUS"), RUSSIA, DAY + since, DAY + until, half_life, weights
    )


def test_an_event_after_the_first_day_has_arrived(world, met):
    found = explained(world, [met("RUS", intensity=8)], since=-10, until=10)

    assert (found.event.tolist(), found.part) == ([1], ["arrived"])
    assert found.cooperation.tolist() == pytest.approx([4])
    assert (found.before.cooperation, found.after.cooperation) == pytest.approx((0, 4))


def test_an_event_up_to_the_first_day_has_faded(world, met):
    found = explained(world, [met("RUS", intensity=-8)], since=0, until=10)

    assert found.part == ["faded"]
    assert (found.conflict.tolist(), found.cooperation.tolist()) == (pytest.approx([-4]), [0])
    assert (found.before.conflict, found.after.conflict) == pytest.approx((8, 4))


def test_an_event_on_both_sides_gives_two_contributions(world, met):
    found = explained(world, [met("RUS", intensity=8, days=2)], since=0, until=10, half_life=10)

    assert (found.event.tolist(), found.part) == ([1, 1], ["faded", "arrived"])
    assert found.cooperation.tolist() == pytest.approx([-2, 4 * 2 ** (-9 / 10)])


def test_events_of_other_poles_and_later_days_are_left_out(world, met):
    events = [met("TUR", id=1), met("RUS", id=2, on=date(2030, 1, 1)), met("KAZ", id=3)]

    assert explained(world, events, since=-5, until=5).event.size == 0


def test_dimensions_weigh_what_they_are_told_to(world, met):
    events = [met("RUS", intensity=8), met("RUS", id=2, intensity=8, dimension="energy")]
    only_energy = np.array([name == "energy" for name in DIMENSIONS], dtype=float)

    found = explained(world, events, since=-5, until=0, weights=only_energy / 2)

    assert (found.event.tolist(), found.cooperation.tolist()) == ([2], [4])


def test_nothing_moves_between_a_day_and_itself(world, met):
    assert explained(world, [met("RUS", days=9)], since=3, until=3).event.size == 0


def test_an_event_cut_by_a_membership_is_one_contribution(world, met):
    found = explained(
        world, [met("BANK", "RUS", on=date(2020, 12, 31), days=2)], since=0, until=400
    )

    assert found.event.tolist() == [1]


@pytest.mark.parametrize("half_life", [1e-3, 1e9, 1e300])
def test_extreme_half_lives_still_add_up(world, met, half_life):
    events = [met("RUS", id=n, days=n, intensity=n - 5) for n in range(1, 12)]

    with np.errstate(over="raise", invalid="raise", divide="raise"):
        found = explained(world, events, since=3, until=8, half_life=half_life)

    assert found.cooperation.sum() == pytest.approx(
        found.after.cooperation - found.before.cooperation, abs=1e-9
    )
    assert found.conflict.sum() == pytest.approx(
        found.after.conflict - found.before.conflict, abs=1e-9
    )


def test_days_in_the_wrong_order_are_refused(world, met):
    with pytest.raises(ValueError, match="from_day"):
        explained(world, [met("RUS")], since=1, until=0)


def test_a_half_life_of_zero_is_refused(world, met):
    with pytest.raises(ValueError, match="half_life"):
        level(impacts([met("RUS")], world, "FOCUS"), RUSSIA, DAY, 0.0, ALIKE)


@few
@given(worlds(), made_up(), days, days, half_lives)
def test_what_events_brought_are_the_contributions_that_arrived(
    world, events, one, other, half_life
):
    since, until = sorted((FIRST_DAY + one, FIRST_DAY + other))
    weights = np.linspace(0, 2, len(DIMENSIONS))
    found = impacts(events, world, FOCUS)

    event, cooperation, conflict = brought(found, len(POLES), since, until, half_life, weights)

    for pole in range(len(POLES)):
        parts = contributions(found, pole, since, until, half_life, weights)
        came = np.array(parts.part) == ARRIVED
        rows = (cooperation[:, pole] > 0) | (conflict[:, pole] > 0)
        assert event[rows].tolist() == parts.event[came].tolist()
        np.testing.assert_allclose(cooperation[rows, pole], parts.cooperation[came], rtol=1e-12)
        np.testing.assert_allclose(conflict[rows, pole], parts.conflict[came], rtol=1e-12)
