"""Other cuts through the series: dimension by pole, two days, two poles, and the bare days."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import numpy as np

from balance.compute import levels
from balance.compute.arrays import Floats, runs, with_nulls
from balance.compute.daily import Daily
from balance.compute.measures import shift, tilt
from balance.compute.periods import periods
from balance.compute.world import DIMENSIONS, OTHER
from balance.queries.balance import Setting, lines, measured
from balance.queries.series import Source

_ARRAYS = ("cooperation", "conflict", "begun", "ended")


def matrix(setting: Setting, source: Source, *, on: date) -> dict[str, Any]:
    """Return each dimension's stock with each pole at the end of a day, and the totals."""
    asked = setting.question.dimensions or DIMENSIONS
    by_dimension = _stock_by_dimension(setting, source.daily, on)
    end = np.array([on.toordinal() + 1])
    _found, total = measured(setting, source.daily, end - 1, end)
    return {
        "on": on.isoformat(),
        "half_life": setting.half_life,
        "dimensions": [name for name in DIMENSIONS if name in asked],
        "poles": lines(setting),
        "rows": [
            {"dimension": name, **_by_pole(setting, [amount[d] for amount in by_dimension])}
            for d, name in enumerate(DIMENSIONS)
            if name in asked
        ],
        "total": _by_pole(setting, total),
    }


def shares_shift(setting: Setting, source: Source, *, days: tuple[date, date]) -> dict[str, Any]:
    """Return how much of the engagement changed poles between the ends of two days."""
    ends = np.array([day.toordinal() + 1 for day in days])
    found, (cooperation, _conflict, _events) = measured(setting, source.daily, ends - 1, ends)
    shares = with_nulls(found.share)
    (moved,) = with_nulls(np.atleast_1d(shift(found.share[:, 0], found.share[:, 1])))
    return {
        "from": days[0].isoformat(),
        "to": days[1].isoformat(),
        "half_life": setting.half_life,
        "shift": moved,
        "reasons": dict(zip(("from", "to"), found.reason, strict=True)),
        "poles": [
            {
                "code": pole.code,
                "name": str(pole),
                "color": pole.color,
                **{
                    end: {"cooperation": float(cooperation[k][at]), "share": shares[k][at]}
                    for at, end in enumerate(("from", "to"))
                },
            }
            for k, pole in enumerate(setting.poles)
        ],
    }


def tilts(setting: Setting, source: Source, *, a: str, b: str, today: date) -> dict[str, Any]:
    """Return how far cooperation leans from pole B to pole A, over time; null is None.

    Raises:
        BadQuestion: if the span is empty, or holds too many points.
    """
    question = setting.question
    start, end = question.span(first_year=source.first_year or today.year, today=today)
    starts, ends = periods(start, end, question.step)
    _found, (cooperation, _conflict, _events) = measured(setting, source.daily, starts, ends)
    codes = [pole.code for pole in setting.poles]
    of_a, of_b = cooperation[codes.index(a)], cooperation[codes.index(b)]
    columns = (starts, ends, with_nulls(tilt(of_a, of_b, setting.methodology.kappa)), of_a, of_b)
    return {
        "a": a,
        "b": b,
        "step": question.step,
        "kernel": question.kernel,
        "half_life": setting.half_life,
        "start": start.isoformat(),
        "end": end.isoformat(),
        "points": [
            {
                "date": date.fromordinal(int(after) - 1).isoformat(),
                "start": date.fromordinal(int(first)).isoformat(),
                "end": date.fromordinal(int(after)).isoformat(),
                "tilt": lean,
                "reason": "no_data" if lean is None else None,
                "cooperation_a": float(with_a) + 0.0,
                "cooperation_b": float(with_b) + 0.0,
            }
            for first, after, lean, with_a, with_b in zip(*columns, strict=True)
        ],
    }


def bare_days(setting: Setting, source: Source) -> dict[str, Any]:
    """Return the daily series themselves, unweighted, as runs of days with the same number."""
    daily = source.daily
    return {
        "first_day": date.fromordinal(daily.first_day).isoformat(),
        "days": daily.cooperation.shape[-1],
        "dimensions": list(DIMENSIONS),
        "poles": lines(setting),
        "lanes": list(_lanes(setting, daily)),
    }


def _lanes(setting: Setting, daily: Daily) -> Iterator[dict[str, Any]]:
    """Yield what each dimension has with each pole, and with OTHER; nothing for those without."""
    codes = [*(pole.code for pole in setting.poles), OTHER]
    asked = setting.question.dimensions or DIMENSIONS
    for d, dimension in enumerate(DIMENSIONS):
        for k, code in enumerate(codes):
            found = {name: runs(getattr(daily, name)[d, k]) for name in _ARRAYS}
            if dimension in asked and any(found.values()):
                yield {"dimension": dimension, "pole": code, **found}


def _stock_by_dimension(setting: Setting, daily: Daily, on: date) -> tuple[Floats, Floats, Floats]:
    """Return cooperation, conflict and events of each dimension (D) with each of K + 1 poles."""
    weights = np.array(setting.weights).reshape(-1, 1, 1)
    at, first, half_life = [on.toordinal()], daily.first_day, setting.half_life
    return (
        levels.stock(daily.cooperation * weights, first, at, half_life),
        levels.stock(daily.conflict * weights, first, at, half_life),
        levels.count_stock(daily.begun, daily.ended, first, at, half_life),
    )


def _by_pole(setting: Setting, amounts: Iterable[Floats]) -> dict[str, Any]:
    """Name the amounts, each of K + 1 poles at one time."""
    names = ("cooperation", "conflict", "events")
    columns = {name: of[:, 0].tolist() for name, of in zip(names, amounts, strict=True)}
    found = [dict(zip(names, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    codes = [pole.code for pole in setting.poles]
    return {"poles": dict(zip(codes, found, strict=False)), "other": found[-1]}
