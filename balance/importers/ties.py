"""relationships.csv and memberships.csv: standing ties between two actors."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from balance.importers.cells import BadCell, PartialDate, quoted
from balance.importers.citations import (
    check_citation,
    citation_columns,
    cite,
    cite_more,
    with_citations,
)
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.spans import UNKNOWN, agree, ends_after, range_of
from balance.models import DatePrecision, Tie, TieKind

END_PRECISIONS = tuple(DatePrecision.values)
START_PRECISIONS = (*END_PRECISIONS, UNKNOWN)


class Ties(Kind):
    """What the two files share: rungs of ladders, and dates that may be partial or not stated."""

    start_precision = "start_precision"
    model = Tie
    changes: ClassVar[tuple[str, ...]] = (
        "label",
        "about",
        "valid",
        "start_precision",
        "end_precision",
        "confidence",
    )

    def tidy(self, values: Values) -> None:
        agree(values, "start", self.start_precision)
        agree(values, "end", "end_precision")
        if values["start"] is None:
            values[self.start_precision] = UNKNOWN
        ends_after(values, "start", "end")
        check_citation(values)

    @cached_property
    def rungs(self) -> dict[tuple[str, str], int]:
        """The rungs and marks there are, by ladder and code."""
        return {(kind.ladder, kind.code): kind.pk for kind in TieKind.objects.all()}

    def check_rung(self, ladder: str, code: str, column: str) -> None:
        """Check that the ladder has the rung or mark.

        Raises:
            BadCell: if not.
        """
        if (ladder, code) not in self.rungs:
            known = sorted(there for of, there in self.rungs if of == ladder)
            raise BadCell(
                _("%(cell)s is not on the ladder %(ladder)s; write one of %(known)s")
                % {**quoted(code), "ladder": ladder, "known": ", ".join(known)},
                column,
            )

    def objects(self) -> QuerySet[Tie]:
        ties = Tie.objects.select_related("actor_a", "actor_b", "kind")
        return ties.prefetch_related(with_citations()).order_by("id")

    def describe(self, stored: Any) -> Values:
        valid = stored.valid
        return {
            "label": stored.label,
            "about": stored.about,
            "start": valid.lower and PartialDate(valid.lower, stored.start_precision),
            self.start_precision: stored.start_precision or UNKNOWN,
            "end": valid.upper and PartialDate(valid.upper, stored.end_precision),
            "end_precision": stored.end_precision,
            "confidence": stored.confidence,
            "withdrawn_because": stored.withdrawn_because,
            **citation_columns(stored),
        }

    def own_fields(self, row: Row, found: Lookups) -> Values:
        """Return the fields of a tie that the two files call by different names."""
        raise NotImplementedError

    def fresh(self, row: Row, found: Lookups) -> Tie:
        return Tie(**self.own_fields(row, found), **_common(row))

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        ties = Tie.objects.bulk_create(self.fresh(row, found) for row in rows)
        cite(rows, ties, "tie")

    def change(self, pairs: Sequence[tuple[Row, Any]], found: Lookups) -> None:
        super().change(pairs, found)
        cite_more(pairs, "tie")


def _common(row: Row) -> Values:
    start, end = row["start"], row["end"]
    return {
        "label": row["label"],
        "about": row["about"],
        "valid": range_of(start and start.first, end and end.first),
        "start_precision": start.precision if start else "",
        "end_precision": end.precision if end else "",
        "confidence": row["confidence"],
        "withdrawn_because": row["withdrawn_because"],
    }
