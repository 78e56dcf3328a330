"""Two records become one, and are parted again, to the last row, link and number."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.core import serializers
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Actor, Event, Evidence, Merger, Participant, Tie
from balance.operations.answers import balance_answer
from balance.operations.merging import FOLLOWS, CannotMerge, CannotPart, merge, unmerge
from balance.queries.questions import BalanceQuestion
from tests.factories.balance import (
    ActorFactory,
    AliasFactory,
    ClaimFactory,
    EventFactory,
    EvidenceFactory,
    FocusFactory,
    MethodologyFactory,
    ParticipantFactory,
    TieFactory,
)
from tests.integration.balance.operations.world import TODAY, build_world

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 1, 2, tzinfo=UTC)
# What refers to a record and yet stays with it when another absorbs it, and why.
STAYS = {
    Event: {
        "Participant": "those of the record kept stand",
        "Coding": "a second coder read that record",
        "Annotation": "a moment on a chart keeps its own words",
        "Report": "a reader spoke of that record",
        "Merger": "what was merged before",
        "Decision": "a log tells what was decided then",
    },
    Actor: {"Focus": "an actor that is a focus is kept", "Merger": "what was merged before"},
}
# Recorded time does move.
STAMPS = {"created_at", "updated_at"}


def stored(*models):
    """Return every row of the models as stored, but for the stamps of recorded time."""
    rows = {}
    for model in models:
        for row in serializers.serialize("python", model.objects.order_by("pk")):
            values = {k: v for k, v in row["fields"].items() if k not in STAMPS}
            rows[row["model"], row["pk"]] = values
    return rows


def numbers():
    answer = balance_answer(question=BalanceQuestion(focus="AZE"), today=TODAY)
    return [
        {name: point[name] for name in ("date", "balance", "poles")} for point in answer["points"]
    ]


@pytest.mark.parametrize("model", [Event, Actor])
def test_whatever_refers_to_a_record_follows_it_or_says_why_not(model):
    relations = {
        (relation.related_model, relation.field.name)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.is_relation
        and relation.auto_created
        and relation.concrete is False
        and not relation.related_model.__name__.endswith("Version")
        and relation.related_model in apps.get_models()
    }
    follows = set(FOLLOWS[model])

    assert follows <= relations
    assert {one.__name__ for one, _ in relations - follows} <= set(STAYS[model])


def test_evidence_follows_an_event_and_the_numbers_count_it_once():
    MethodologyFactory()
    world = build_world()
    kept = world.event(world.china, date(2024, 7, 3))
    once = numbers()
    twice = world.event(world.china, date(2024, 7, 3))
    quotation = EvidenceFactory(event=twice)
    both, rows = numbers(), stored(Event, Evidence, Participant)
    assert once != both

    merger = merge(kept=kept, absorbed=twice, because="One visit.")

    quotation.refresh_from_db()
    assert quotation.event == kept
    assert numbers() == once

    assert unmerge(merger=merger, at=NOW) == 0
    assert numbers() == both
    assert stored(Event, Evidence, Participant) == rows


def test_a_quotation_that_both_have_stands_once_and_comes_back():
    kept, absorbed = EventFactory.create_batch(2)
    same = EvidenceFactory(event=kept)
    EvidenceFactory(event=absorbed, article=same.article, quote=same.quote)
    rows = stored(Event, Evidence)

    merger = merge(kept=kept, absorbed=absorbed, because="One visit.")
    assert Evidence.objects.count() == 1

    unmerge(merger=merger, at=NOW)
    assert stored(Event, Evidence) == rows


def test_an_actor_takes_everything_along_and_gives_it_back():
    kept, absorbed, other = ActorFactory(name="China"), ActorFactory(name="PRC"), ActorFactory()
    models = (Actor, Tie, Participant, *{model for model, _ in FOLLOWS[Actor]})
    event = EventFactory(initiators=[absorbed, kept], recipients=[other])
    ParticipantFactory(event=EventFactory(), actor=absorbed)
    ClaimFactory(speaker=absorbed)
    AliasFactory(actor=absorbed, text="Red China")
    ActorFactory(affiliation=absorbed)
    alike = {"valid": DateRange(date(2020, 1, 1), None), "start_precision": "day"}
    tie = TieFactory(actor_a=kept, actor_b=other, **alike)
    twin = TieFactory(actor_a=absorbed, actor_b=other, kind=tie.kind, label=tie.label, **alike)
    rows = stored(*models)

    merger = merge(kept=kept, absorbed=absorbed, because="One state.")

    twin.refresh_from_db()
    assert twin.withdrawn_because.startswith("Merged into “China”")
    assert not absorbed.participations.exists()
    assert event.participants.filter(actor=kept).count() == 1
    assert set(kept.aliases.values_list("text", flat=True)) >= {"PRC", "Red China"}

    assert unmerge(merger=merger, at=NOW) == 0
    assert stored(*models) == rows


def test_what_was_changed_since_stays_and_is_counted():
    kept, absorbed, third = EventFactory.create_batch(3)
    quotation = EvidenceFactory(event=absorbed)
    merger = merge(kept=kept, absorbed=absorbed, because="One visit.")
    Evidence.objects.filter(pk=quotation.pk).update(event=third)

    assert unmerge(merger=merger, at=NOW) == 1
    quotation.refresh_from_db()
    assert quotation.event == third


def test_the_two_are_parted_once():
    merger = merge(kept=EventFactory(), absorbed=EventFactory(), because="One visit.")
    unmerge(merger=merger, at=NOW)

    with pytest.raises(CannotPart, match="parted before"):
        unmerge(merger=merger, at=NOW)


def test_what_was_absorbed_in_turn_is_parted_first():
    one, two, three = EventFactory.create_batch(3)
    inner = merge(kept=two, absorbed=one, because="One visit.")
    outer = merge(kept=three, absorbed=two, because="One visit.")

    with pytest.raises(CannotPart, match="restore it first"):
        unmerge(merger=inner, at=NOW)

    unmerge(merger=outer, at=NOW)
    unmerge(merger=inner, at=NOW)
    assert Event.objects.confirmed().count() == 3


@pytest.mark.parametrize("because", ["", "  "])
def test_without_a_reason_nothing_is_merged(because):
    with pytest.raises(CannotMerge, match="Say why"):
        merge(kept=EventFactory(), absorbed=EventFactory(), because=because)
    assert not Merger.objects.exists()


def test_nonsense_is_refused_with_what_to_do_first():
    event, actor = EventFactory(), ActorFactory()
    minister = ActorFactory(affiliation=actor)
    withdrawn = EventFactory(status="withdrawn")

    for kept, absorbed, cure in [
        (event, event, "two different records"),
        (event, actor, "two different records"),
        (event, withdrawn, "restore it first"),
        (actor, FocusFactory().actor, "is a focus"),
        (minister, actor, "take that affiliation away"),
    ]:
        with pytest.raises(CannotMerge, match=cure):
            merge(kept=kept, absorbed=absorbed, because="Why not?")
