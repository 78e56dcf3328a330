"""actors.csv: who there is, the names they go by, and whom they stand for."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.importers import cells
from balance.importers.cells import BadCell
from balance.importers.columns import Column
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.shared_columns import ACTOR, WITHDRAWN, actor
from balance.models import Actor, Alias

AS_THEY_STAND = (
    "code",
    "name",
    "kind",
    "wikidata",
    "poles_from_members",
    "withdrawn_because",
)
BODIES = (Actor.Kind.ORGANISATION, Actor.Kind.BLOC)


class Actors(Kind):
    """One row an actor; an affiliation may come later in the same file."""

    name = "actors"
    key = ("code",)
    model = Actor
    changes = ("name", "kind", "affiliation", "wikidata", "poles_from_members")
    columns = (
        Column(
            "code",
            gettext_lazy("Capital letters, digits and _ . : - such as AZE."),
            cells.matching(
                r"[A-Z0-9][A-Z0-9_.:-]{0,39}",
                gettext_lazy("use capital letters and digits, such as AZE"),
            ),
            is_required=True,
        ),
        Column("name", gettext_lazy("As it stands in a sentence."), is_required=True),
        Column(
            "kind",
            gettext_lazy("state, organisation, bloc, company, person or corridor."),
            cells.choice(Actor.Kind),
            is_required=True,
        ),
        actor("affiliation", gettext_lazy("The actor it stands for, if any.")),
        Column(
            "aliases",
            gettext_lazy("Other names, between semicolons. One in capitals is matched with them."),
            cells.names,
            cells.listed,
            (),
        ),
        Column(
            "wikidata",
            gettext_lazy("Such as Q227."),
            cells.matching(r"Q[0-9]{1,19}", gettext_lazy("write it as Q227")),
        ),
        Column(
            "poles_from_members",
            gettext_lazy("yes: the list of members is complete; acts are split over their poles."),
            cells.yes,
            lambda _value: "yes",
            False,
        ),
        WITHDRAWN,
    )

    def tidy(self, values: Values) -> None:
        if values["affiliation"] == values["code"]:
            raise BadCell(_("an actor cannot stand for itself; leave it empty"), "affiliation")
        if values["poles_from_members"] and values["kind"] not in BODIES:
            raise BadCell(
                _("only an organisation or a bloc has members; leave it empty"),
                "poles_from_members",
            )

    def objects(self) -> QuerySet[Actor]:
        return (
            Actor.objects.select_related("affiliation").prefetch_related("aliases").order_by("id")
        )

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[Actor]:
        return self.objects().filter(code__in=[row["code"] for row in rows])

    def describe(self, stored: Any) -> Values:
        aliases = sorted(stored.aliases.all(), key=lambda alias: alias.pk)
        return {
            "code": stored.code,
            "name": stored.name,
            "kind": stored.kind,
            "affiliation": stored.affiliation.code if stored.affiliation else "",
            "aliases": tuple(dict.fromkeys(alias.text for alias in aliases)),
            "wikidata": stored.wikidata,
            "poles_from_members": stored.poles_from_members,
            "withdrawn_because": stored.withdrawn_because,
        }

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        actors = Actor.objects.bulk_create(self.fresh(row, found) for row in rows)
        Alias.objects.bulk_create(
            _alias(made, text)
            for made, row in zip(actors, rows, strict=True)
            for text in row["aliases"]
        )

    def fresh(self, row: Row, found: Lookups) -> Actor:
        return Actor(
            affiliation_id=found[ACTOR, row["affiliation"]] if row["affiliation"] else None,
            **{name: row[name] for name in AS_THEY_STAND},
        )

    def change(self, pairs: Sequence[tuple[Row, Any]], found: Lookups) -> None:
        super().change(pairs, found)
        there = [(row, stored, stored.aliases.all()) for row, stored in pairs]
        gone = [
            a.pk for row, _stored, aliases in there for a in aliases if a.text not in row["aliases"]
        ]
        Alias.objects.filter(pk__in=gone).delete()
        Alias.objects.bulk_create(
            _alias(stored, text)
            for row, stored, aliases in there
            for text in row["aliases"]
            if text not in {alias.text for alias in aliases}
        )

    def waits(self, row: Row, missing: Sequence[Column]) -> bool:
        return all(column.name == "affiliation" for column in missing)


def _alias(actor: Actor, text: str) -> Alias:
    return Alias(actor=actor, text=text, is_case_sensitive=text.isupper())
