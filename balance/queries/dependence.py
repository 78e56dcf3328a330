"""The third lens: how much of what is measured, a focus has with each pole."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from balance.compute.dependence import NOT_LISTED, Bounds, Share, shares, stated_shares
from balance.compute.world import OTHER
from balance.models import Indicator, Observation, translated
from balance.queries.balance import Setting
from balance.queries.snapshots import Row, Snapshot

WORLD = "WLD"  # The partner whose figure is the reported total with all partners.
AMOUNT, SHARE, NEITHER = "amount", "share", "neither"
KINDS = (AMOUNT, SHARE, NEITHER)
REPORTED, LISTED, STATED = "reported", "listed", "stated"
BASES = (REPORTED, LISTED, STATED)
_NO_AMOUNT = {"percent", "rank", "index"}  # Units that cannot be added up over partners.

Period = tuple[str, str]


@dataclass(frozen=True)
class Figures(Snapshot):
    """What is measured between a focus and its partners."""

    @property
    def indicators(self) -> list[Row]:
        """Code, name and unit of each."""
        return list(self.rows["indicators"] or ())

    @property
    def all(self) -> list[Row]:
        """The figures, by indicator, period and partner."""
        return list(self.rows["figures"] or ())


def load_figures(setting: Setting) -> Figures:
    """Return the figures of the focus, now or as they stood at the instant."""
    return Figures.read(
        setting, "figures.sql", {"indicator": Indicator, "observation": Observation}
    )


def kind_of(code: str, unit: str) -> str:
    """Return what can be made of an indicator: shares of an amount, shares as stated, or neither.

    Growth, ranks and indices are neither: they are told and never shared out.
    """
    if unit == "percent" and "share" in re.split(r"[_-]", code):
        return SHARE
    return NEITHER if unit in _NO_AMOUNT else AMOUNT


def dependence(setting: Setting, found: Figures) -> dict[str, Any]:
    """Return each pole's share of each indicator, period by period: see docs/api.md."""
    codes = [pole.code for pole in setting.poles]
    by_indicator: dict[str, dict[Period, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for figure in found.all:
        by_indicator[figure["indicator"]][figure["start"], figure["end"]].append(figure)
    return {
        "poles": [{"code": pole.code, "name": str(pole)} for pole in setting.poles],
        "indicators": [
            _indicator(indicator, by_indicator[indicator["code"]], found, codes)
            for indicator in found.indicators
            if indicator["code"] in by_indicator
        ],
        "figures": list(_told(by_indicator, found)),
    }


def _indicator(
    indicator: Row, periods: Mapping[Period, list[Row]], found: Figures, poles: list[str]
) -> Row:
    kind = kind_of(indicator["code"], indicator["unit"])
    shared = [] if kind == NEITHER else sorted(periods.items())
    return {
        **indicator,
        "name": translated(indicator["name"]),
        "kind": kind,
        "periods": [
            {"start": start, "end": end, **_period(own, kind, found, poles, start)}
            for (start, end), own in shared
        ],
    }


def _period(own: list[Row], kind: str, found: Figures, poles: list[str], start: str) -> Row:
    """Return one period's total and shares; who was in which pole is that of its first day."""
    day = date.fromisoformat(start).toordinal()
    values, totals = _values(own)
    weights = {partner: found.places.weights_on(partner, day) for partner in values}
    if kind == SHARE:
        made, whole, basis = stated_shares(values, weights), None, STATED
    else:
        made, whole = shares(values, weights, totals)
        basis = REPORTED if totals else LISTED
    ids: dict[str, list[int]] = defaultdict(list)
    for figure in own:
        for pole in weights.get(figure["partner"], ()):
            ids[pole].append(figure["id"])
    return {
        "basis": basis,
        "total": {"low": whole.low, "high": whole.high} if isinstance(whole, Bounds) else None,
        "partners": sorted(values),
        "poles": {pole: _share(made.get(pole), ids[pole]) for pole in poles},
        "other": _share(made.get(OTHER), ids[OTHER]),
    }


def _values(own: Iterable[Row]) -> tuple[dict[str, list[float]], list[float] | None]:
    """Return each partner's figures, and the reported total's."""
    values: dict[str, list[float]] = defaultdict(list)
    for figure in own:
        values[figure["partner"]].append(figure["value"])
    totals = values.pop(WORLD, None)
    return dict(values), totals


def _share(share: Share | None, figures: list[int]) -> Row:
    found = share or Share(None, None, None, NOT_LISTED)
    return {
        "share": found.share,
        "low": found.low,
        "high": found.high,
        "reason": found.reason,
        "figures": figures,
    }


def _told(by_indicator: Mapping[str, Mapping[Period, list[Row]]], found: Figures) -> Iterator[Row]:
    """Yield every figure with its articles, and whether another one contradicts it."""
    for periods in by_indicator.values():
        for own in periods.values():
            values = {(figure["partner"], figure["value"]) for figure in own}
            partners = Counter(partner for partner, _value in values)
            for figure in own:
                is_contradicted = partners[figure["partner"]] > 1
                articles = found.articles.get(figure["id"], [])
                yield {
                    **figure,
                    "partner_name": translated(figure["partner_name"]),
                    "conflicting": is_contradicted,
                    "articles": articles,
                }
