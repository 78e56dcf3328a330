"""The first lens beside the third: do events and what is measured order the poles alike?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np

from balance.compute.correlation import NoSpread, TooFewPairs, spearman
from balance.compute.world import OTHER
from balance.models import translated
from balance.queries.balance import Setting, measured
from balance.queries.dependence import LISTED, Figures, dependence
from balance.queries.series import Source
from balance.queries.snapshots import Row

SHARES, INDEX = "shares", "index"
MEASURES = (SHARES, INDEX)
LEAST_OF_A_POLE = 5  # Periods below which a single pole has no coefficient.

Period = tuple[str, str]
Cells = dict[Period, dict[str, float]]


def compare(setting: Setting, source: Source, found: Figures, *, today: date) -> dict[str, Any]:
    """Return each indicator beside the event shares of the same periods: see docs/api.md.

    Left out are shares of the partners listed, which hang on who is listed, figures that
    contradict each other, and periods that are not over.
    """
    last = setting.question.last_day(today)
    over = {
        code: {period: row for period, row in cells.items() if _is_over(period, last)}
        for code, cells in _measured(setting, found).items()
    }
    events = _events(setting, source, {period for cells in over.values() for period in cells})
    poles = [pole.code for pole in setting.poles]
    return {
        "poles": [{"code": pole.code, "name": str(pole)} for pole in setting.poles],
        "figures_version": found.version,
        "indicators": [
            _indicator(indicator, over[indicator["code"]], events, poles)
            for indicator in found.indicators
            if over.get(indicator["code"])
        ],
    }


def _is_over(period: Period, last: date) -> bool:
    return date.fromisoformat(period[1]) <= date.fromordinal(last.toordinal() + 1)


def _measured(setting: Setting, found: Figures) -> dict[str, Cells]:
    """Return each indicator's number for each period and pole, where there is one."""
    told = dependence(setting, found)
    shares = {row["code"]: _shares(row["periods"]) for row in told["indicators"]}
    agreed = [row for row in told["figures"] if not row["conflicting"]]
    return shares | dict(_indices(agreed, found))


def _shares(periods: Iterable[Row]) -> Cells:
    rows = {
        (row["start"], row["end"]): {
            pole: cell["share"] for pole, cell in row["poles"].items() if cell["share"] is not None
        }
        for row in periods
        if row["basis"] != LISTED
    }
    return {period: cells for period, cells in rows.items() if cells}


def _indices(figures: list[Row], found: Figures) -> Iterator[tuple[str, Cells]]:
    """Yield indices with the mean over each pole's members, weighted as they belong to it."""
    for indicator in found.indicators:
        if indicator["unit"] == INDEX:
            own = [row for row in figures if row["indicator"] == indicator["code"]]
            yield indicator["code"], _means(own, found)


def _means(figures: Iterable[Row], found: Figures) -> Cells:
    sums: dict[Period, dict[str, tuple[float, float]]] = {}
    once = {(row["start"], row["end"], row["partner"]): row for row in figures}
    for figure in once.values():
        day = date.fromisoformat(figure["start"]).toordinal()
        by_pole = sums.setdefault((figure["start"], figure["end"]), {})
        for pole, weight in found.places.weights_on(figure["partner"], day).items():
            total, weights = by_pole.get(pole, (0.0, 0.0))
            by_pole[pole] = (total + weight * figure["value"], weights + weight)
    return {
        period: {
            pole: total / weights for pole, (total, weights) in by_pole.items() if pole != OTHER
        }
        for period, by_pole in sums.items()
    }


def _events(
    setting: Setting, source: Source, periods: Iterable[Period]
) -> dict[Period, dict[str, float]]:
    """Return the poles' shares of cooperation by events at each period, where there are any."""
    rows = sorted(periods, key=lambda period: (period[1], period[0]))
    if not rows:
        return {}
    starts, ends = (
        np.array([date.fromisoformat(row[side]).toordinal() for row in rows]) for side in (0, 1)
    )
    shares = measured(setting, source.daily, starts, ends)[0].share
    return {
        period: {
            pole.code: float(shares[k, at])
            for k, pole in enumerate(setting.poles)
            if not np.isnan(shares[k, at])
        }
        for at, period in enumerate(rows)
    }


def _indicator(
    indicator: Row, cells: Cells, events: Mapping[Period, Mapping[str, float]], poles: list[str]
) -> Row:
    rows = [
        {
            "start": period[0],
            "end": period[1],
            "poles": {
                pole: {"measured": cells[period].get(pole), "events": events[period].get(pole)}
                for pole in poles
            },
        }
        for period in sorted(cells)
    ]
    pairs = {pole: list(_pairs(rows, pole)) for pole in poles}
    together = [pair for own in pairs.values() for pair in own]
    return {
        **indicator,
        "name": translated(indicator["name"]),
        "measure": INDEX if indicator["unit"] == INDEX else SHARES,
        "periods": rows,
        "overall": _correlation(together),
        "poles": {pole: _correlation(own, LEAST_OF_A_POLE) for pole, own in pairs.items()},
    }


def _pairs(rows: Iterable[Row], pole: str) -> Iterator[tuple[float, float]]:
    for row in rows:
        cell = row["poles"][pole]
        if cell["measured"] is not None and cell["events"] is not None:
            yield cell["measured"], cell["events"]


def _correlation(pairs: list[tuple[float, float]], least: int = 0) -> Row:
    """Return Spearman's coefficient with n, or null with the reason."""
    if len(pairs) < least:
        return {"rho": None, "n": len(pairs), "reason": "too_few"}
    try:
        rho = spearman([one for one, _other in pairs], [other for _one, other in pairs])
    except TooFewPairs:
        return {"rho": None, "n": len(pairs), "reason": "too_few"}
    except NoSpread:
        return {"rho": None, "n": len(pairs), "reason": "no_spread"}
    return {"rho": rho, "n": len(pairs), "reason": None}
