"""relationships.csv: a standing tie between two actors, on a ladder or beside them."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
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

LADDERS = tuple(ladder for ladder in Ladder.values if ladder != Ladder.MEMBERSHIP)


class Relationships(Ties):
    """One row a tie, known by its id."""

    name = "relationships"
    key = ("id",)
    changes: ClassVar[tuple[str, ...]] = ("actor_a", "actor_b", "kind", *Ties.changes)
    columns = (
        Column("id", gettext_lazy("The tie's name; it stays."), cells.slug, is_required=True),
        actor("actor_a", gettext_lazy("One side."), is_required=True),
        actor("actor_b", gettext_lazy("The other side."), is_required=True),
        Column(
            "ladder",
            gettext_lazy("bilateral, conflict or other."),
            cells.choice(LADDERS),
            is_required=True,
        ),
        Column(
            "kind",
            gettext_lazy("The rung, such as alliance; on the ladder other: other."),
            is_required=True,
        ),
        Column("label", gettext_lazy("What the tie is called.")),
        first_day("start", gettext_lazy("First day, month or year. Empty: not stated.")),
        Column(
            "start_precision",
            gettext_lazy("day, month, year or unknown."),
            cells.choice(START_PRECISIONS),
        ),
        first_day("end", gettext_lazy("First day out. Empty: it lasts.")),
        Column("end_precision", gettext_lazy("day, month or year."), cells.choice(END_PRECISIONS)),
        OUTLET,
        ARTICLE_URL,
        CONFIDENCE,
        Column("about", gettext_lazy("What it is about."), is_extra=True),
        WITHDRAWN,
    )

    def tidy(self, values: Values) -> None:
        super().tidy(values)
        self.check_rung(values["ladder"], values["kind"], "kind")
        if values["actor_a"] == values["actor_b"]:
            raise BadCell(_("a tie joins two actors; name another one"), "actor_b")

    def objects(self) -> QuerySet[Tie]:
        return super().objects().exclude(kind__ladder=Ladder.MEMBERSHIP)

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[Tie]:
        return super().objects().filter(slug__in=[row["id"] for row in rows])

    def describe(self, stored: Any) -> Values:
        return {
            "id": stored.slug,
            "actor_a": stored.actor_a.code,
            "actor_b": stored.actor_b.code,
            "ladder": stored.kind.ladder,
            "kind": stored.kind.code,
            **super().describe(stored),
        }

    def own_fields(self, row: Row, found: Lookups) -> Values:
        return {
            "slug": row["id"],
            "actor_a_id": found[ACTOR, row["actor_a"]],
            "actor_b_id": found[ACTOR, row["actor_b"]],
            "kind_id": self.rungs[row["ladder"], row["kind"]],
        }
