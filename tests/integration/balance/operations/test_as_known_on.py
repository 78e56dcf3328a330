"""What the API answered at an instant, it answers "as of" that instant for ever after."""

import json
import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from balance.models import Actor, Event, Participant, PoleMembership, Tie
from balance.models.methodology import Methodology
from balance.operations import editing
from tests.factories.balance import (
    ActorFactory,
    MethodologyFactory,
    ParticipantFactory,
    TieFactory,
    TieKindFactory,
)
from tests.integration.balance.operations.world import World, build_world

EDITS = 50
OF_THE_QUESTION = ("as_of", "computed_at", "stale")  # The rest is what was known.
ADDRESSES = (
    "balance/AZE/?start=2018-01-01&end=2026-01-01",
    "balance/AZE/?start=2018-01-01&end=2026-01-01&kernel=flow&step=quarter&half_life=90",
    "balance/AZE/explain/?pole=china&from=2021-06-30&to=2024-06-30",
    "balance/AZE/movers/?end=2024-06-30",
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db) -> World:
    world, rng = build_world(), random.Random(7)
    for number in range(20):
        partner = rng.choice([world.china, world.russia])
        day = date(2019, 1, 1) + timedelta(days=rng.randrange(2000))
        world.event(partner, on=day, title=f"Act {number}")
    return world


def test_as_of_an_instant_gives_the_same_bytes_after_50_edits_since(client, world):
    told = []
    for number, edit in enumerate(edits(world, random.Random(11))):
        edit()
        if number % 5 == 0:
            told.append({address: values(client, address) for address in ADDRESSES})
            told[-1]["at"] = timezone.now()

    assert len({answer[ADDRESSES[0]] for answer in told}) == len(told)
    for answer in told:
        instant = answer.pop("at").isoformat().replace("+", "%2B")
        for address, then in answer.items():
            assert values(client, f"{address}&as_of={instant}") == then


def test_an_undo_gives_the_bytes_back_and_leaves_what_was_known_between(client, world):
    event = Event.objects.first()
    before = values(client, ADDRESSES[0])
    editing.withdraw(rows=Event.objects.filter(pk=event.pk), because="Recorded twice.")
    between, then = values(client, ADDRESSES[0]), timezone.now().isoformat().replace("+", "%2B")

    editing.restore(rows=Event.objects.filter(pk=event.pk))

    assert between != before
    assert values(client, ADDRESSES[0]) == before
    assert values(client, f"{ADDRESSES[0]}&as_of={then}") == between


def values(client, address: str) -> str:
    """Return the bytes of the answer, without what repeats the question or tells the time."""
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    answer = json.loads(response.content)
    text = json.dumps(answer, separators=(",", ":"), ensure_ascii=False)
    assert text.encode() == response.content  # So taking parts out of it changes no other byte.
    for name in OF_THE_QUESTION:
        answer.pop(name, None)
    return json.dumps(answer)


def edits(world: World, rng: random.Random) -> list[Callable[[], object]]:
    """Return what editors do: each kind of edit, withdrawal and undo, in a random order."""
    kinds = [
        lambda: change(rng, confidence=rng.random()),
        lambda: change(rng, **moved(rng)),
        lambda: change(rng, title=f"Renamed {rng.random()}"),
        lambda: withdraw(rng),
        lambda: restore(),
        lambda: world.event(rng.choice([world.china, world.russia]), on=moved(rng)["start"]),
        lambda: swap_partner(rng, world),
        lambda: PoleMembership.objects.filter(actor=world.china).update(weight=rng.uniform(0.1, 1)),
        lambda: join_a_body(rng, world),
        lambda: publish_another(rng),
    ]
    return [kinds[number % len(kinds)] for number in rng.sample(range(EDITS), EDITS)]


def moved(rng: random.Random) -> dict[str, date]:
    start = date(2019, 1, 1) + timedelta(days=rng.randrange(2000))
    return {"start": start, "end": start + timedelta(days=1)}


def change(rng: random.Random, **changes: object) -> None:
    key = rng.choice(list(Event.objects.confirmed().values_list("pk", flat=True)))
    Event.objects.filter(pk=key).update(**changes)


def withdraw(rng: random.Random) -> None:
    key = rng.choice(list(Event.objects.confirmed().values_list("pk", flat=True)))
    editing.withdraw(rows=Event.objects.filter(pk=key), because="A mistake.")


def restore() -> None:
    gone = Event.objects.filter(status="withdrawn").first()
    editing.restore(rows=Event.objects.filter(pk=gone.pk if gone else 0))


def swap_partner(rng: random.Random, world: World) -> None:
    part = rng.choice(list(Participant.objects.filter(role="recipient", event__status="confirmed")))
    swapped = world.russia if part.actor_id == world.china.pk else world.china
    Participant.objects.filter(pk=part.pk).update(actor=swapped)


def join_a_body(rng: random.Random, world: World) -> None:
    """Make a body whose poles are its members', and a partner of an event."""
    body = ActorFactory(kind="organisation", poles_from_members=True)
    kind = TieKindFactory(ladder="membership", code="member")
    TieFactory(actor_a=rng.choice([world.china, world.russia]), actor_b=body, kind=kind)
    ParticipantFactory(event=Event.objects.confirmed().first(), actor=body, role="recipient")
    Actor.objects.filter(pk=body.pk).update(poles_from_members=rng.random() < 0.5)
    Tie.objects.filter(actor_b=body).update(
        withdrawn_because="A mistake." if rng.random() < 0.5 else ""
    )


def publish_another(rng: random.Random) -> None:
    draft = MethodologyFactory(half_life=rng.uniform(100, 800), kappa=rng.uniform(5, 20))
    published = Methodology.objects.published().first()
    if published:
        editing.retire_methodology(methodology=published)
    editing.publish_methodology(methodology=draft, at=timezone.now(), note="Faster.")
