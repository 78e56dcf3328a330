"""What must be true of mergers, each broken once."""

import pytest

from tests.factories.balance import ActorFactory, EventFactory, MergerFactory
from tests.truths import assert_accepted, assert_database_refuses, assert_refused

pytestmark = pytest.mark.django_db
PAIRS = "merger_is_of_two_events_or_two_actors"


def test_a_merger_has_a_reason():
    assert_refused(MergerFactory(), "merger_has_a_reason", because="")


def test_an_event_does_not_absorb_itself():
    merger = MergerFactory()

    assert_refused(merger, PAIRS, event_absorbed=merger.event_kept)


def test_an_event_does_not_absorb_an_actor():
    assert_refused(MergerFactory(), PAIRS, event_absorbed=None, actor_absorbed=ActorFactory())


def test_a_merger_is_not_of_events_and_actors_at_once():
    actors = {"actor_kept": ActorFactory(), "actor_absorbed": ActorFactory()}

    assert_refused(MergerFactory(), PAIRS, **actors)
    assert_accepted(MergerFactory(event_kept=None, event_absorbed=None, **actors))


def test_an_event_is_absorbed_once_while_that_stands():
    first = MergerFactory()
    second = MergerFactory.build(
        event_kept=EventFactory(), event_absorbed=first.event_absorbed, because="Twice."
    )

    assert_database_refuses(second, "merger_absorbs_an_event_once")


def test_an_actor_is_absorbed_once_while_that_stands():
    pair = {"event_kept": None, "event_absorbed": None, "actor_absorbed": ActorFactory()}
    MergerFactory(actor_kept=ActorFactory(), **pair)
    second = MergerFactory.build(actor_kept=ActorFactory(), **pair)

    assert_database_refuses(second, "merger_absorbs_an_actor_once")
