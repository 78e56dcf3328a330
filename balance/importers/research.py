"""Files of other people's research, read in their own columns and kept as figures."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.importers.cells import BadCell, Parser, number_between
from balance.importers.columns import Column, Reference
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.shared_columns import ACTOR
from balance.importers.spans import range_of
from balance.models import Focus, Indicator, Observation

# What such files call an actor, and its code here; what stands in none is a code already.
CODES = {
    "AM": "ARM",
    "AZ": "AZE",
    "CN": "CHN",
    "DE": "DEU",
    "EU27": "EUU",
    "EU27_modal_vote": "EUU",
    "FR": "FRA",
    "GB": "GBR",
    "GE": "GEO",
    "IR": "IRN",
    "RU": "RUS",
    "TR": "TUR",
    "US": "USA",
}
Figure = tuple[str, str, float]  # Indicator, partner, value.

ZERO_TO_ONE: Parser = number_between(0, 1, gettext_lazy("give a share between 0 and 1"))


def actor_code(cell: str) -> str:
    """Read an actor by its code, or by what research calls it."""
    return CODES.get(cell, cell)


def year(cell: str) -> int:
    """Read a calendar year."""
    if not (len(cell) == 4 and cell.isascii() and cell.isdigit() and 1900 <= int(cell) <= 2099):
        raise BadCell(_("“%(cell)s” is no year; write it as 2016") % {"cell": cell[:40]})
    return int(cell)


class Research(Kind):
    """A file of which a row holds the figures of one year; they become observations.

    Such a file is only read: what came from it goes out among the indicators.
    """

    needs_frame = True
    indicators: ClassVar[dict[str, tuple[str, str]]]  # Name and unit of each, by code.

    def figures(self, values: Values) -> Iterable[Figure]:
        """Yield the figures of a row."""
        raise NotImplementedError

    def note(self, values: Values) -> str:
        """Return what else there is to know of a row's figures."""
        raise NotImplementedError

    @cached_property
    def focus(self) -> str:
        """The default focus's code; empty where there is none."""
        found = Focus.objects.filter(is_default=True).select_related("actor").first()
        return found.actor.code if found else ""

    def tidy(self, values: Values) -> None:
        values["focus"] = values["focus"] or self.focus
        if not values["focus"]:
            raise BadCell(_("there is no focus yet; say in a column focus whose it is"), "focus")
        if values["focus"] in {partner for _code, partner, _value in self.figures(values)}:
            raise BadCell(_("a figure is between two actors; name another one"), "focus")

    def references(self, values: Values) -> Iterator[tuple[Column, Reference, str]]:
        yield from super().references(values)
        by_name = {column.name: column for column in self.columns}
        for _code, partner, _value in self.figures(values):
            yield by_name.get(self.column_of(partner), self.columns[0]), ACTOR, partner

    def column_of(self, partner: str) -> str:
        """Return the column to blame when a partner is not there."""
        return "partner"

    def objects(self) -> QuerySet[Observation]:
        return Observation.objects.filter(indicator__code__in=self.indicators).select_related(
            "indicator", "actor", "partner"
        )

    def like(self, rows: Sequence[Row], found: Lookups) -> Any:
        """Return the years of which figures are stored, each as the values of its row."""
        stored = self.objects().filter(
            actor__code__in={row["focus"] for row in rows},
            valid__in={_year_range(row["year"]) for row in rows},
        )
        return list(self.rows_of(stored))

    def rows_of(self, stored: Iterable[Observation]) -> Iterator[Values]:
        """Yield the values of a file's rows that would give these figures."""
        raise NotImplementedError

    def describe(self, stored: Any) -> Values:
        described: Values = stored
        return described

    def differs(self, row: Row, stored: Any, given: Collection[str]) -> list[str]:
        return [
            column.name
            for column in self.columns
            if column.is_compared and column.name in given and row[column.name] is not None
            if row[column.name] != stored[column.name]
        ]

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        indicators = self._indicator_ids()
        Observation.objects.bulk_create(
            Observation(
                indicator_id=indicators[code],
                actor_id=found[ACTOR, row["focus"]],
                partner_id=found[ACTOR, partner],
                valid=_year_range(row["year"]),
                value=value,
                note=self.note(row.values),
            )
            for row in rows
            for code, partner, value in self.figures(row.values)
        )

    def _indicator_ids(self) -> dict[str, int]:
        Indicator.objects.bulk_create(
            [
                Indicator(code=code, name=name, unit=unit)
                for code, (name, unit) in self.indicators.items()
            ],
            ignore_conflicts=True,
        )
        found = Indicator.objects.filter(code__in=self.indicators)
        return dict(found.values_list("code", "id"))


def _year_range(of: int) -> Any:
    return range_of(date(of, 1, 1), date(of + 1, 1, 1))
