"""events.csv: one row a real-world act, with who took part and the first article about it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from balance.importers.cells import BadCell, Party
from balance.importers.citations import (
    check_citation,
    citation_columns,
    cite,
    cite_more,
    with_citations,
)
from balance.importers.event_columns import COLUMNS, ROLES
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.shared_columns import ACTOR, CAMEO_CODE, EVENT_TYPE
from balance.importers.spans import date_columns, interval, whole_span
from balance.models import Event, Participant

AS_THEY_STAND = (
    "title",
    "description",
    "dimension",
    "intensity_reason",
    "confidence",
    "status",
    "withdrawn_because",
)


class Events(Kind):
    """Confirmed events, unless the column `status` says otherwise."""

    name = "events"
    key = ("id",)
    columns = COLUMNS
    model = Event
    changes = (
        "start",
        "end",
        "precision",
        "event_type",
        "cameo_code",
        "intensity_override",
        "title",
        "description",
        "dimension",
        "intensity_reason",
        "confidence",
    )

    def tidy(self, values: Values) -> None:
        whole_span(values)
        check_citation(values)
        if not any(values[column] for column in ROLES):
            raise BadCell(_("nobody takes part; name an actor"), "initiators")
        if values["intensity"] is not None and not values["intensity_reason"]:
            raise BadCell(
                _("an intensity of one's own needs a reason; give it"), "intensity_reason"
            )
        if (values["status"] == Event.Status.WITHDRAWN) != bool(values["withdrawn_because"]):
            raise BadCell(
                _("an event is withdrawn with a reason, and has one only then; correct one"),
                "withdrawn_because",
            )

    def objects(self) -> QuerySet[Event]:
        taking_part = Participant.objects.select_related("actor").order_by("id")
        return (
            Event.objects.defer("search")
            .select_related("event_type", "cameo_code")
            .prefetch_related(
                Prefetch("participants", taking_part, to_attr="taking_part"), with_citations()
            )
            .order_by("id")
        )

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[Event]:
        return self.objects().filter(slug__in=[row["id"] for row in rows])

    def describe(self, stored: Any) -> Values:
        return {
            "id": stored.slug,
            **date_columns(stored),
            "event_type": stored.event_type.code,
            "cameo_code": stored.cameo_code.code if stored.cameo_code else "",
            "intensity": stored.intensity_override,
            **{name: getattr(stored, name) for name in AS_THEY_STAND},
            **{
                column: tuple(
                    Party(part.actor.code, part.weight)
                    for part in stored.taking_part
                    if part.role == role
                )
                for column, role in ROLES.items()
            },
            **citation_columns(stored),
        }

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        events = Event.objects.bulk_create(self.fresh(row, found) for row in rows)
        Participant.objects.bulk_create(
            part
            for event, row in zip(events, rows, strict=True)
            for part in _parts(event, row, found)
        )
        cite(rows, events, "event")
        _check_weights_now()

    def fresh(self, row: Row, found: Lookups) -> Event:
        start, end = interval(row.values)
        return Event(
            slug=row["id"],
            start=start,
            end=end,
            precision=row["date_precision"],
            event_type_id=found[EVENT_TYPE, row["event_type"]],
            cameo_code_id=found[CAMEO_CODE, row["cameo_code"]] if row["cameo_code"] else None,
            intensity_override=row["intensity"],
            **{name: row[name] for name in AS_THEY_STAND if name != "status"},
            status=self._status(row["status"]),
        )

    def _status(self, asked: str) -> str:
        confirms = asked == Event.Status.CONFIRMED
        return Event.Status.PROPOSED if confirms and self.only_proposes else asked

    def is_public(self, stored: Any) -> bool:
        return bool(stored.status == Event.Status.CONFIRMED)

    def change(self, pairs: Sequence[tuple[Row, Any]], found: Lookups) -> None:
        before = {stored.pk: self.describe(stored) for _row, stored in pairs}
        super().change(pairs, found)
        recast = [
            (row, stored)
            for row, stored in pairs
            if any(row[column] != before[stored.pk][column] for column in ROLES)
        ]
        Participant.objects.filter(event__in=[stored for _row, stored in recast]).delete()
        Participant.objects.bulk_create(
            part for row, stored in recast for part in _parts(stored, row, found)
        )
        cite_more(pairs, "event")
        _check_weights_now()


def _parts(event: Event, row: Row, found: Lookups) -> Iterator[Participant]:
    for column, role in ROLES.items():
        for party in row[column]:
            yield Participant(
                event=event, actor_id=found[ACTOR, party.code], role=role, weight=party.weight
            )


def _check_weights_now() -> None:
    """Let the weights be checked here, where a bad row can still be named, not at the commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS participant_weights_for_all_or_none IMMEDIATE")
        cursor.execute("SET CONSTRAINTS participant_weights_for_all_or_none DEFERRED")
