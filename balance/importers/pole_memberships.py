"""pole_memberships.csv: which actor stands in which pole, and since when."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from balance.importers import cells
from balance.importers.columns import Column
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.poles import Poles
from balance.importers.shared_columns import ACTOR, WITHDRAWN, actor, day
from balance.importers.spans import ends_after, range_of
from balance.models import PoleMembership


class PoleMemberships(Kind):
    """One row a stay in a pole, on the half-open span of days from start to end."""

    name = "pole_memberships"
    key = ("actor", "scheme", "pole", "start")
    needs_frame = True
    model = PoleMembership
    changes = ("weight", "valid")
    columns = (
        actor("actor", _("The member."), is_required=True),
        Column("pole", _("The pole's code, such as west."), cells.slug, is_required=True),
        Column(
            "weight",
            _("Above 0, at most 1; over all poles of a scheme at most 1 a day."),
            cells.number_between(1e-9, 1, _("give a weight above 0 and at most 1")),
            cells.decimal,
            is_required=True,
        ),
        day("start", _("First day in. Empty: it always was.")),
        day("end", _("First day out. Empty: it still is.")),
        Column("scheme", _("The pole's scheme. Empty: the usual one."), cells.slug, is_extra=True),
        WITHDRAWN,
    )

    def __init__(self) -> None:
        self.poles = Poles()

    def tidy(self, values: Values) -> None:
        values["scheme"] = values["scheme"] or self.poles.usual_scheme
        self.poles.check(values["scheme"], values["pole"], "pole")
        ends_after(values, "start", "end")

    def objects(self) -> QuerySet[PoleMembership]:
        return PoleMembership.objects.select_related("actor", "pole__scheme").order_by("id")

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[PoleMembership]:
        return self.objects().filter(
            actor__code__in={row["actor"] for row in rows},
            pole__code__in={row["pole"] for row in rows},
        )

    def describe(self, stored: Any) -> Values:
        return {
            "actor": stored.actor.code,
            "pole": stored.pole.code,
            "scheme": stored.pole.scheme.code,
            "weight": stored.weight,
            "start": stored.valid.lower,
            "end": stored.valid.upper,
            "withdrawn_because": stored.withdrawn_because,
        }

    def says_nothing(self, column: Column, value: Any) -> bool:
        return super().says_nothing(column, value) or (
            column.name == "scheme" and value == self.poles.usual_scheme
        )

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        PoleMembership.objects.bulk_create(self.fresh(row, found) for row in rows)

    def fresh(self, row: Row, found: Lookups) -> PoleMembership:
        return PoleMembership(
            actor_id=found[ACTOR, row["actor"]],
            pole_id=self.poles.ids[row["scheme"], row["pole"]],
            weight=row["weight"],
            valid=range_of(row["start"], row["end"]),
            withdrawn_because=row["withdrawn_because"],
        )
