"""What the arithmetic reads: the events and the world of one focus, in one snapshot."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.db import connection

from balance.compute import world as compute
from balance.compute.intensity import intensity
from balance.models import (
    EDITORIAL,
    Actor,
    CameoCode,
    Dataset,
    Event,
    EventType,
    Focus,
    Participant,
    Pole,
    PoleMembership,
    Tie,
    TieKind,
)
from balance.models.spans import Precision
from balance.queries.history import known_table

_SQL = (Path(__file__).resolve().parent.parent / "sql" / "inputs.sql").read_text()
TABLES = {
    "actor": Actor,
    "pole": Pole,
    "pole_membership": PoleMembership,
    "tie": Tie,
    "tie_kind": TieKind,
    "event": Event,
    "event_type": EventType,
    "cameo_code": CameoCode,
    "participant": Participant,
}


@dataclass(frozen=True)
class Inputs:
    """The rows that enter the numbers of a focus, and their digest."""

    rows: dict[str, list[Any]]
    version: str

    @cached_property
    def world(self) -> compute.World:
        """Who belongs to which pole when."""
        return compute.World(
            poles=tuple(self.rows["poles"]),
            pole_memberships=tuple(
                compute.PoleMembership(actor, pole, weight, _day(start), _day(end))
                for actor, pole, weight, start, end in self.rows["pole_memberships"]
            ),
            affiliations=dict(self.rows["affiliations"]),
            organisation_memberships=tuple(
                compute.OrganisationMembership(actor, organisation, _day(start), _day(end))
                for actor, organisation, start, end in self.rows["members"]
            ),
            poles_from_members=frozenset(self.rows["poles_from_members"]),
        )

    @property
    def known_only_by_year(self) -> set[int]:
        """The events of which no month is known."""
        return {row[0] for row in self.rows["events"] if row[3] == Precision.YEAR}

    def events(self, scale: str) -> Iterator[compute.Event]:
        """Yield the confirmed events with their intensity in the scale, in (d1, id) order."""
        for row in self.rows["events"]:
            key, start, end, _precision, dimension, goldstein, plover, override, *rest = row
            confidence, parties = rest
            yield compute.Event(
                id=key,
                start=date.fromisoformat(start),
                end=date.fromisoformat(end),
                dimension=dimension,
                intensity=intensity(scale, goldstein, plover, override),
                confidence=confidence,
                participants=tuple(compute.Participant(*party) for party in parties or ()),
            )


def load_inputs(*, focus: Focus, dataset: Dataset, as_of: datetime | None = None) -> Inputs:
    """Return the rows behind the focus's numbers, now or as they stood at the instant.

    Machine-coded data sets have no confirmed events, so theirs have none.
    """
    tables = ", ".join(
        f"{name} AS ({known_table(model, past=as_of is not None)})"
        for name, model in TABLES.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(_SQL.format(tables=tables), {"scheme": focus.scheme_id, "as_of": as_of})
        text: str = cursor.fetchone()[0]
    rows = {name: part or [] for name, part in json.loads(text).items()}
    if dataset.code != EDITORIAL:
        rows["events"] = []
    return Inputs(rows=rows, version=hashlib.sha256(text.encode()).hexdigest()[:32])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
