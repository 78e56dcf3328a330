"""indicators.csv: figures by partner and period, those that contradict each other side by side."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.importers import cells
from balance.importers.cells import BadCell
from balance.importers.citations import (
    check_citation,
    citation_columns,
    cite,
    cite_more,
    with_citations,
)
from balance.importers.columns import Column
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.shared_columns import (
    ACTOR,
    ARTICLE_URL,
    CONFIDENCE,
    OUTLET,
    WITHDRAWN,
    actor,
    day,
)
from balance.importers.spans import ends_after, range_of
from balance.models import Focus, Indicator, Observation


class Indicators(Kind):
    """One row a figure of the default focus, unless the column `actor` names somebody else."""

    name = "indicators"
    key = ("indicator", "actor", "partner", "start", "end", "value", "note")
    needs_frame = True
    model = Observation
    changes = ("confidence",)
    columns = (
        Column(
            "indicator",
            gettext_lazy("Such as exports_usd; a new one is made with its unit."),
            cells.matching(
                r"[a-zA-Z0-9_-]{1,60}", gettext_lazy("use up to 60 letters, digits, - and _")
            ),
            is_required=True,
        ),
        actor("partner", gettext_lazy("With whom; WLD is the total."), is_required=True),
        day("start", gettext_lazy("First day of the period."), is_required=True),
        day("end", gettext_lazy("First day after it."), is_required=True),
        Column("value", gettext_lazy("The figure."), cells.number, cells.decimal, is_required=True),
        Column("unit", gettext_lazy("Such as percent or USD."), cells.text(40), is_required=True),
        OUTLET,
        ARTICLE_URL,
        CONFIDENCE,
        Column("note", gettext_lazy("What else there is to know."), cells.text(500)),
        actor("actor", gettext_lazy("Whose figure it is. Empty: the focus's."), is_extra=True),
        WITHDRAWN,
    )

    def tidy(self, values: Values) -> None:
        values["actor"] = values["actor"] or self._focus
        if not values["actor"]:
            raise BadCell(_("there is no focus yet; say in a column actor whose it is"), "actor")
        ends_after(values, "start", "end")
        check_citation(values)
        if values["actor"] == values["partner"]:
            raise BadCell(_("a figure is between two actors; name another one"), "partner")
        unit = self._units.setdefault(values["indicator"], values["unit"])
        if unit != values["unit"]:
            raise BadCell(
                _("%(indicator)s is counted in %(unit)s; convert the value, or name another one")
                % {"indicator": values["indicator"], "unit": unit},
                "unit",
            )

    @cached_property
    def _focus(self) -> str:
        focus = Focus.objects.filter(is_default=True).select_related("actor").first()
        return focus.actor.code if focus else ""

    @cached_property
    def _units(self) -> dict[str, str]:
        return dict(Indicator.objects.values_list("code", "unit"))

    def objects(self) -> QuerySet[Observation]:
        figures = Observation.objects.select_related("indicator", "actor", "partner")
        return figures.prefetch_related(with_citations()).order_by("id")

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[Observation]:
        return self.objects().filter(
            indicator__code__in={row["indicator"] for row in rows},
            partner__code__in={row["partner"] for row in rows},
            valid__in={range_of(row["start"], row["end"]) for row in rows},
        )

    def describe(self, stored: Any) -> Values:
        return {
            "indicator": stored.indicator.code,
            "actor": stored.actor.code,
            "partner": stored.partner.code,
            "start": stored.valid.lower,
            "end": stored.valid.upper,
            "value": stored.value,
            "unit": stored.indicator.unit,
            "confidence": stored.confidence,
            "note": stored.note,
            "withdrawn_because": stored.withdrawn_because,
            **citation_columns(stored),
        }

    def says_nothing(self, column: Column, value: Any) -> bool:
        return super().says_nothing(column, value) or (
            column.name == "actor" and value == self._focus
        )

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        indicators = _indicators(rows)
        figures = Observation.objects.bulk_create(
            Observation(
                indicator_id=indicators[row["indicator"]],
                actor_id=found[ACTOR, row["actor"]],
                partner_id=found[ACTOR, row["partner"]],
                valid=range_of(row["start"], row["end"]),
                value=row["value"],
                confidence=row["confidence"],
                note=row["note"],
                withdrawn_because=row["withdrawn_because"],
            )
            for row in rows
        )
        cite(rows, figures, "observation")

    def fresh(self, row: Row, found: Lookups) -> Observation:
        return Observation(confidence=row["confidence"])

    def change(self, pairs: Sequence[tuple[Row, Any]], found: Lookups) -> None:
        super().change(pairs, found)
        cite_more(pairs, "observation")


def _indicators(rows: Sequence[Row]) -> dict[str, int]:
    units = {row["indicator"]: row["unit"] for row in rows}
    found = Indicator.objects.filter(code__in=units)
    known = dict(found.values_list("code", "id"))
    if missing := [code for code in units if code not in known]:
        Indicator.objects.bulk_create(
            [Indicator(code=code, name=_in_words(code), unit=units[code]) for code in missing],
            ignore_conflicts=True,
        )
        known = dict(found.values_list("code", "id"))
    return known


def _in_words(code: str) -> str:
    """Turn exports_usd into "Exports": the unit is said elsewhere, and an editor can say more."""
    words = re.sub(r"_(pct|usd|bcm)$", "", code).replace("_", " ").strip() or code
    return words[:1].upper() + words[1:]
