"""Intervals of an answer: computed from the events, and laid beside the numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from balance.compute.arrays import with_nulls
from balance.compute.arrivals import Arrivals, arrivals, weekly_arrivals
from balance.compute.bootstrap import Intervals, intervals
from balance.compute.daily import whole_years
from balance.compute.impacts import impacts
from balance.compute.levels import over_dimensions
from balance.compute.periods import periods
from balance.compute.resampling import each_event_apart, seed_of
from balance.queries.balance import Setting, measured
from balance.queries.inputs import Inputs

MOST_EVENTS = 20_000  # Above, weeks are drawn instead of events: METHOD, uncertainty.
OF_A_POLE = ("share", "friction", "tone")
OF_A_POINT = ("balance", "effective_poles")


def compute_intervals(setting: Setting, inputs: Inputs) -> dict[str, Any]:
    """Return the intervals of the setting's span, as lists; None where there is none.

    The question names its start and end.
    """
    question, kappa = setting.question, setting.methodology.kappa
    events = list(inputs.events(setting.methodology.scale))
    found = impacts(events, inputs.world, setting.focus.actor.code)
    daily = whole_years(found, len(setting.poles))
    starts, ends = periods(question.start or date.min, question.end or date.max, question.step)
    point, _amounts = measured(setting, daily, starts, ends)
    span: dict[str, Any] = {
        "starts": starts,
        "ends": ends,
        "half_life": setting.half_life if question.kernel == "stock" else None,
    }
    if len(events) <= MOST_EVENTS:
        clusters = each_event_apart({event.id: event.confidence for event in events})
        arrived: Arrivals = arrivals(
            found,
            clusters,
            poles=len(setting.poles),
            dimension_weights=setting.weights,
            **span,
        )
    else:
        cooperation, conflict = (
            over_dimensions(x, setting.weights)[:-1] for x in (daily.cooperation, daily.conflict)
        )
        arrived = weekly_arrivals(cooperation, conflict, daily.first_day, **span)
    drawn = intervals(arrived, point, kappa, seed_of(inputs.version))
    return _as_lists(drawn, [pole.code for pole in setting.poles])


def lay_beside(answer: dict[str, Any], result: Mapping[str, Any]) -> None:
    """Give every point and pole of the answer its intervals."""
    for at, point in enumerate(answer["points"]):
        point["intervals"] = {name: _pair(result[name], at) for name in OF_A_POINT}
        for code, part in point["poles"].items():
            own = result["poles"][code]
            part["intervals"] = {name: _pair(own[name], at) for name in OF_A_POLE}
            part["low"], part["high"] = part["intervals"]["share"] or (None, None)
            part["lead_probability"] = own["lead"][at]


def _as_lists(drawn: Intervals, codes: Sequence[str]) -> dict[str, Any]:
    poles = {
        code: {name: with_nulls(getattr(drawn, name)[:, k]) for name in OF_A_POLE}
        | {"lead": with_nulls(drawn.lead[k])}
        for k, code in enumerate(codes)
    }
    return {"poles": poles, **{name: with_nulls(getattr(drawn, name)) for name in OF_A_POINT}}


def _pair(ends: Sequence[Sequence[float | None]], at: int) -> list[float | None] | None:
    """Return low and high, or None where there is no interval."""
    return None if ends[0][at] is None else [ends[0][at], ends[1][at]]
