"""The balance of a focus over time, as the API answers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from balance.compute import levels
from balance.compute.arrays import with_nulls
from balance.compute.daily import Daily
from balance.compute.measures import Measures, measures
from balance.compute.periods import periods
from balance.compute.world import DIMENSIONS
from balance.models import Focus, Methodology, Pole, SeriesVersion
from balance.queries.history import known_rows
from balance.queries.questions import BadQuestion, BalanceQuestion, UnknownFocus
from balance.queries.series import Freshness, Source


@dataclass(frozen=True)
class Setting:
    """What a question names, looked up: whose balance, against which poles, by which method.

    `freshness` is how the series stand, where that was looked up for several questions.
    """

    question: BalanceQuestion
    focus: Focus
    poles: Sequence[Pole]
    methodology: Methodology
    freshness: Freshness | None = None

    @property
    def half_life(self) -> float:
        """Days; the reader's, or else the methodology's."""
        return self.question.half_life or self.methodology.half_life

    @cached_property
    def weights(self) -> list[float]:
        """The weight of each dimension; 0 for those that the reader left out."""
        asked = self.question.dimensions or DIMENSIONS
        weights = self.methodology.dimension_weights
        return [weights[name] if name in asked else 0.0 for name in DIMENSIONS]

    @cached_property
    def counted(self) -> list[float]:
        """Which dimensions' events are counted; weights do not enter a count."""
        asked = self.question.dimensions or DIMENSIONS
        return [float(name in asked) for name in DIMENSIONS]


def find_focus(code: str) -> Focus:
    """Return the focus with its actor and scheme.

    Raises:
        UnknownFocus: if there is none.
    """
    try:
        return Focus.objects.select_related("actor", "scheme").get(actor__code=code)
    except Focus.DoesNotExist:
        raise UnknownFocus(code) from None


def find_methodology(version: str | None, as_of: datetime | None) -> Methodology:
    """Return the methodology of the version, or the published one, as known on the instant.

    Raises:
        BadQuestion: if there is none that readers may ask for.
    """
    for methodology in known_rows(Methodology, as_of):
        published = methodology.status == Methodology.Status.PUBLISHED
        public = methodology.status != Methodology.Status.DRAFT
        if published if version is None else public and methodology.version == version:
            return methodology
    if version is not None:
        sentence = _("There is no methodology %(version)r.") % {"version": version[:40]}
        raise BadQuestion("methodology", sentence)
    if as_of is not None:
        raise BadQuestion("as_of", _("No methodology was published by then; take a later day."))
    raise BadQuestion(
        "methodology", _("No methodology is published; an editor publishes one in the admin.")
    )


def find_setting(question: BalanceQuestion, focus: Focus | None = None) -> Setting:
    """Look up what the question names; a caller who has its focus gives it.

    Raises:
        UnknownFocus: if the focus is not one.
        BadQuestion: if the methodology is not one, or no pole was there yet.
    """
    focus = focus or find_focus(question.focus)
    poles = [pole for pole in known_rows(Pole, question.as_of) if pole.scheme_id == focus.scheme_id]
    if not poles:
        raise BadQuestion(
            "as_of" if question.as_of else "focus",
            _("No pole to read the focus against is recorded, or was by then."),
        )
    return Setting(
        question=question,
        focus=focus,
        poles=sorted(poles, key=lambda pole: (pole.position, pole.code)),
        methodology=find_methodology(question.methodology, question.as_of),
    )


def balance(setting: Setting, source: Source, *, today: date) -> dict[str, Any]:
    """Return the answer: see docs/api.md. Null is None.

    Raises:
        BadQuestion: if the span is empty, or holds too many points.
    """
    question = setting.question
    start, end = question.span(first_year=source.first_year or today.year, today=today)
    return {
        **provenance(setting, source),
        "step": question.step,
        "kernel": question.kernel,
        "half_life": setting.half_life,
        "dimensions": list(question.dimensions or DIMENSIONS),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "poles": lines(setting),
        "points": points(setting, source.daily, *periods(start, end, question.step)),
    }


def measured(
    setting: Setting, daily: Daily, starts: Any, ends: Any
) -> tuple[Measures, tuple[Any, Any, Any]]:
    """Return the measures at n points; and cooperation, conflict and events, K + 1 by n each."""
    cooperation, conflict, counts = amounts = _levels(setting, daily, starts, ends)
    found = measures(
        cooperation[:-1],
        conflict[:-1],
        cooperation[-1],
        conflict[-1],
        counts[:-1],
        setting.methodology.kappa,
    )
    return found, amounts


def _levels(setting: Setting, daily: Daily, starts: Any, ends: Any) -> tuple[Any, Any, Any]:
    """Return cooperation, conflict and events, each of K + 1 poles at n points."""
    cooperation = levels.over_dimensions(daily.cooperation, setting.weights)
    conflict = levels.over_dimensions(daily.conflict, setting.weights)
    begun = levels.over_dimensions(daily.begun, setting.counted)
    ended = levels.over_dimensions(daily.ended, setting.counted)
    first = daily.first_day
    if setting.question.kernel == "flow":
        return (
            levels.flow(cooperation, first, starts, ends),
            levels.flow(conflict, first, starts, ends),
            levels.count_flow(begun, ended, first, starts, ends),
        )
    at, half_life = ends - 1, setting.half_life
    return (
        levels.stock(cooperation, first, at, half_life),
        levels.stock(conflict, first, at, half_life),
        levels.count_stock(begun, ended, first, at, half_life),
    )


def provenance(setting: Setting, source: Source | SeriesVersion) -> dict[str, Any]:
    """Return what every number carries: METHOD, provenance."""
    return read_against(setting) | {
        "dataset": setting.question.dataset,
        "data_version": source.data_version,
        "computed_at": source.computed_at.isoformat(),
    }


def read_against(setting: Setting) -> dict[str, Any]:
    """Return the part of the provenance that says for whom, by which rules and as known when."""
    methodology, as_of = setting.methodology, setting.question.as_of
    return {
        "focus": setting.focus.actor.code,
        "focus_name": str(setting.focus),
        "scheme": setting.focus.scheme.code,
        "methodology": {
            "version": methodology.version,
            "scale": methodology.scale,
            "half_life": methodology.half_life,
            "kappa": methodology.kappa,
            "dimension_weights": methodology.dimension_weights,
        },
        "as_of": as_of.isoformat() if as_of else None,
    }


def lines(setting: Setting) -> list[dict[str, str]]:
    """Return the poles in their order, each with how a chart draws its line."""
    return [
        {
            "code": pole.code,
            "name": str(pole),
            "color": pole.color,
            "color_dark": pole.color_dark,
            "dash": pole.dash,
        }
        for pole in setting.poles
    ]


def points(setting: Setting, daily: Daily, starts: Any, ends: Any) -> list[dict[str, Any]]:
    """Return the numbers of each period, a dictionary a point, in the order of time."""
    found, amounts = measured(setting, daily, starts, ends)
    by_pole = [_pole_points(found, amounts, at) for at in range(len(setting.poles))]
    other = _rows(zip(("cooperation", "conflict", "events"), (a[-1] for a in amounts), strict=True))
    whole = _rows(
        (name, getattr(found, name)) for name in ("balance", "effective_poles", "hhi", "coverage")
    )
    codes = [pole.code for pole in setting.poles]
    reasons = zip(
        found.reason,
        found.balance_reason,
        found.friction_reason,
        found.coverage_reason,
        strict=True,
    )
    return [
        {
            "date": date.fromordinal(end - 1).isoformat(),
            "start": date.fromordinal(start).isoformat(),
            "end": date.fromordinal(end).isoformat(),
            **whole[at],
            "reason": share,
            "reasons": {"balance": balance_, "friction": friction, "coverage": coverage},
            "flags": list(found.flags[at]),
            "poles": {code: by_pole[k][at] for k, code in enumerate(codes)},
            "other": other[at],
        }
        for at, (start, end, (share, balance_, friction, coverage)) in enumerate(
            zip(starts.tolist(), ends.tolist(), reasons, strict=True)
        )
    ]


def _pole_points(found: Measures, amounts: tuple[Any, Any, Any], at: int) -> list[dict[str, Any]]:
    """Return what one pole has at each point."""
    cooperation, conflict, counts = (amount[at] for amount in amounts)
    rows = _rows(
        {
            "share": found.share[at],
            "friction": found.friction[at],
            "tone": found.tone[at],
            "cooperation": cooperation,
            "conflict": conflict,
            "events": counts,
        }.items()
    )
    for row, reason in zip(rows, found.tone_reason[at], strict=True):
        row["reason"] = reason
    return rows


def _rows(columns: Any) -> list[dict[str, Any]]:
    """Turn named arrays of n numbers into n dictionaries; NaN becomes None, -0 becomes 0."""
    names, arrays = zip(*columns, strict=True)
    lists = [with_nulls(array) for array in arrays]
    return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)]
