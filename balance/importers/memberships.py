"""memberships.csv: an actor's standing in an organisation: a rung, or a mark on the way."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.importers import cells
from balance.importers.cells import BadCell
from balance.importers.columns import Column
from balance.importers.kinds import Row, Values
from balance.importers.lookups import Lookups
from balance.importers.shared_columns import (
    ACTOR,
    ARTICLE_URL,
    CONFIDENCE,
    OUTLET,
    WITHDRAWN,
    actor,
    first_day,
)
from balance.importers.ties import END_PRECISIONS, START_PRECISIONS, Ties
from balance.models import Ladder, Tie


class Memberships(Ties):
    """One row a standing; the tie's name is made from it."""

    name = "memberships"
    key = ("actor", "organisation", "status", "about", "label", "start")
    start_precision = "precision"
    columns = (
        actor("actor", gettext_lazy("The member, or who would be one."), is_required=True),
        actor("organisation", gettext_lazy("The organisation."), is_required=True),
        Column(
            "status",
            gettext_lazy("The rung, such as member, or a mark, such as chair."),
            is_required=True,
        ),
        Column("about", gettext_lazy("What a mark is about.")),
        first_day("start", gettext_lazy("First day, month or year. Empty: not stated.")),
        Column(
            "precision",
            gettext_lazy("Of the start: day, month, year or unknown."),
            cells.choice(START_PRECISIONS),
        ),
        first_day("end", gettext_lazy("First day out. Empty: it lasts.")),
        Column("end_precision", gettext_lazy("day, month or year."), cells.choice(END_PRECISIONS)),
        OUTLET,
        ARTICLE_URL,
        CONFIDENCE,
        Column("label", gettext_lazy("What the standing is called."), is_extra=True),
        WITHDRAWN,
    )

    def tidy(self, values: Values) -> None:
        super().tidy(values)
        self.check_rung(Ladder.MEMBERSHIP, values["status"], "status")
        if values["actor"] == values["organisation"]:
            raise BadCell(
                _("an organisation is no member of itself; name another one"), "organisation"
            )

    def objects(self) -> QuerySet[Tie]:
        return super().objects().filter(kind__ladder=Ladder.MEMBERSHIP)

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[Tie]:
        starts = {row["start"].first for row in rows if row["start"]}
        return self.objects().filter(
            Q(valid__startswith__in=starts) | Q(valid__startswith=None),
            actor_a__code__in={row["actor"] for row in rows},
            actor_b__code__in={row["organisation"] for row in rows},
        )

    def describe(self, stored: Any) -> Values:
        return {
            "actor": stored.actor_a.code,
            "organisation": stored.actor_b.code,
            "status": stored.kind.code,
            **super().describe(stored),
        }

    def own_fields(self, row: Row, found: Lookups) -> Values:
        return {
            "slug": self._slug(row),
            "actor_a_id": found[ACTOR, row["actor"]],
            "actor_b_id": found[ACTOR, row["organisation"]],
            "kind_id": self.rungs[Ladder.MEMBERSHIP, row["status"]],
        }

    def _slug(self, row: Row) -> str:
        """Name the tie after its key; a digest keeps apart what a name cannot hold."""
        start = row["start"] or "undated"
        name = slugify(f"{row['actor']} {row['organisation']} {row['status']} {start}")
        rest = f"{row['about']}\x00{row['label']}"
        digest = sha256(rest.encode()).hexdigest()[:8] if rest != "\x00" else ""
        return f"{name[:110]}-{digest}".rstrip("-")
