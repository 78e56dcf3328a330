"""Each partner's share of a focus's trade, a year a row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.importers.cells import BadCell
from balance.importers.columns import Column
from balance.importers.kinds import Values
from balance.importers.research import CODES, ZERO_TO_ONE, Figure, Research, actor_code, year
from balance.importers.shared_columns import ACTOR
from balance.models import Observation

PARTNERS = ("RUS", "CHN", "TUR", "IRN", "USA", "EU27", "GBR")
INDICATOR = "trade_series_share_pct"


def _share(partner: str) -> Column:
    meaning = gettext_lazy("The partner’s share of all trade, 0 to 1. Empty: no figure.")
    return Column(partner, meaning, ZERO_TO_ONE, repr, empty=None)


class TradeShares(Research):
    """One row a year; a share becomes a figure in per cent of all trade."""

    name = "trade_shares"
    key = ("focus", "year")
    columns = (
        Column("year", gettext_lazy("The calendar year."), year, is_required=True),
        Column("total_usd", gettext_lazy("All trade; it goes into the note."), is_compared=False),
        *map(_share, PARTNERS),
        Column(
            "WEST_US_EU27",
            gettext_lazy("Not kept: a pole has the sum of its members."),
            is_compared=False,
        ),
        Column(
            "focus",
            gettext_lazy("Whose trade. Empty: the focus’s."),
            actor_code,
            is_extra=True,
            refers=ACTOR,
        ),
    )
    indicators = {INDICATOR: ("Share of trade, long series", "percent")}

    def tidy(self, values: Values) -> None:
        super().tidy(values)
        if all(values[column] is None for column in PARTNERS):
            raise BadCell(_("the row has no share; give one, or delete the row"), PARTNERS[0])

    def figures(self, values: Values) -> Iterable[Figure]:
        for column in PARTNERS:
            if values[column] is not None:
                yield INDICATOR, CODES.get(column, column), round(100 * values[column], 12)

    def column_of(self, partner: str) -> str:
        return next(column for column in PARTNERS if CODES.get(column, column) == partner)

    def note(self, values: Values) -> str:
        total = values["total_usd"]
        return f"of {total} USD in all"[:500] if total else ""

    def rows_of(self, stored: Iterable[Observation]) -> Iterator[Values]:
        years: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
        for figure in stored:
            column = self.column_of(figure.partner.code)
            years[figure.actor.code, figure.valid.lower.year][column] = figure.value
        for (focus, of), shares in years.items():
            kept = {column: _as_share(shares.get(column)) for column in PARTNERS}
            yield {"focus": focus, "year": of, **kept}


def _as_share(percent: float | None) -> float | None:
    """Return the share that was stored as this percentage; research gives four digits."""
    return None if percent is None else round(percent / 100, 12)
