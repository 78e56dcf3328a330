"""Second codings: which events wait for one, who may give it, and how far coders agree."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Prefetch, QuerySet, Value
from django.db.models.functions import MD5, Cast, Concat

from articles.edits import version_model
from balance.compute.agreement import Agreement, Level, agreement
from balance.models import CodedParticipant, Coding, Event, Evidence, Participant, Role

FIELDS: dict[str, Level] = {
    "event_type": "nominal",
    "cameo_code": "nominal",
    "dimension": "nominal",
    "start": "interval",
    "confidence": "interval",
    "initiators": "nominal",
    "recipients": "nominal",
}
Coded = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """How far coders agree on one field."""

    field: str
    level: Level
    found: Agreement


@dataclass(frozen=True, slots=True)
class CodingQuality:
    """How many events were coded twice, by how many second coders, and how far all agree."""

    events: int
    coders: int
    fields: list[FieldAgreement]


def coding_quality() -> CodingQuality:
    """Return the agreement of the record with the blind codings, field by field.

    An event's record is read as it stood when its first blind coding was made, so that a record
    corrected afterwards agrees no better.
    """
    units, coders = [], set()
    for _event, codings in groupby(_codings(), key=lambda coding: coding.event_id):
        own = list(codings)
        units.append([own[0].recorded, *(coded(coding) for coding in own)])
        coders |= {coding.coder_id for coding in own}
    fields = [
        FieldAgreement(name, level, agreement(_values(units, name, level), level))
        for name, level in FIELDS.items()
    ]
    return CodingQuality(len(units), len(coders), fields)


def _codings() -> QuerySet[Coding]:
    participants = CodedParticipant.objects.select_related("actor")
    found = Coding.objects.select_related("event_type", "cameo_code")
    return found.prefetch_related(Prefetch("participants", participants)).order_by("event_id", "id")


def _values(
    units: Sequence[Sequence[Coded]], name: str, level: Level
) -> list[list[Hashable | None]]:
    return [[_value(one[name], level) for one in unit] for unit in units]


def _value(value: Any, level: Level) -> Hashable:
    if isinstance(value, list):
        return tuple(value)
    is_day = level == "interval" and isinstance(value, str)
    return date.fromisoformat(value).toordinal() if is_day else value


def coded(row: Event | Coding) -> Coded:
    """Return how a record or a coding codes its event, in plain values; no code is ''."""
    return {
        "start": row.start.isoformat(),
        "end": row.end.isoformat(),
        "precision": str(row.precision),
        "event_type": row.event_type.code,
        "cameo_code": row.cameo_code.code if row.cameo_code else "",
        "dimension": str(row.dimension),
        "confidence": row.confidence,
        "initiators": _codes(row, Role.INITIATOR),
        "recipients": _codes(row, Role.RECIPIENT),
    }


def _codes(row: Event | Coding, role: Role) -> list[str]:
    return sorted(part.actor.code for part in row.participants.all() if part.role == role)


def waiting_for(coder: int) -> QuerySet[Event]:
    """Return the events that the user may code blind and nobody has, in an order of their own.

    The order looks random, and stays: nobody can choose, and a reload changes nothing.
    """
    shuffled = MD5(Concat(Cast("pk", CharField()), Value(f":{coder}")))
    with_evidence = Exists(Evidence.objects.filter(event=OuterRef("pk")))
    uncoded = ~Exists(Coding.objects.filter(event=OuterRef("pk")))
    events = Event.objects.confirmed().filter(with_evidence, uncoded)
    for model, key in ((Event, "pgh_obj"), (Participant, "event"), (Evidence, "event")):
        events = events.exclude(Exists(_versions_by(coder, model).filter(**{key: OuterRef("pk")})))
    return events.order_by(shuffled, "pk")


def knows_the_record(coder: int, event: Event) -> bool:
    """Say whether the user recorded or edited the event, a participant or evidence of it."""
    return any(
        _versions_by(coder, model).filter(**{key: event.pk}).exists()
        for model, key in ((Event, "pgh_obj"), (Participant, "event"), (Evidence, "event"))
    )


def _versions_by(coder: int, model: Any) -> QuerySet[Any]:
    versions: QuerySet[Any] = version_model(model).objects.filter(pgh_context__metadata__user=coder)
    return versions


def event_to_code(key: int) -> Event:
    """Return an event with the evidence that a coder reads.

    Raises:
        Event.DoesNotExist: if there is none that counts and has evidence.
    """
    evidence = Evidence.objects.select_related("article__outlet").order_by("id")
    participants = Participant.objects.select_related("actor")
    events = Event.objects.confirmed().select_related("event_type", "cameo_code")
    return (
        events.filter(Exists(Evidence.objects.filter(event=OuterRef("pk"))))
        .prefetch_related(Prefetch("evidence", evidence), Prefetch("participants", participants))
        .get(pk=key)
    )
