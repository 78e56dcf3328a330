"""Events beside what is measured: tables, a drawing and a coefficient, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from balance.importers.registry import RESEARCH
from balance.panels.dependence import NONE, period_in_words
from balance.panels.wording import decimal, opening, percent, signed
from balance.queries.lenses import INDEX

Answer = Mapping[str, Any]
Row = dict[str, Any]

SIZE, LEFT, BOTTOM, TOP = 300, 38, 262, 10  # Of a drawing, and where its axes cross.
TICKS = (0.0, 0.5, 1.0)
STRENGTHS = (
    (0.7, gettext_lazy("order the poles much alike"), gettext_lazy("order the poles inversely")),
    (0.4, gettext_lazy("order the poles rather alike"), gettext_lazy("tend to run opposite")),
    (0.2, gettext_lazy("have little in common"), gettext_lazy("run slightly opposite")),
)
UNRELATED = gettext_lazy("order the poles without any relation")
REASONS = {
    "too_few": gettext_lazy("too few"),
    "no_spread": gettext_lazy("all the same"),
}


@dataclass(frozen=True)
class Dot:
    """A pole in a period: its place, its letter, what it says."""

    pole: str
    letter: str
    x: float
    y: float
    says: str


@dataclass(frozen=True)
class Coefficient:
    """A rank correlation, or a dash with its reason, and the number of pairs."""

    number: str
    pairs: int
    reason: str


@dataclass(frozen=True)
class Comparison:
    """One indicator beside the events."""

    code: str
    name: str
    is_index: bool
    overall: Coefficient
    by_pole: list[Coefficient]
    measured: list[tuple[str, list[str]]]
    events: list[tuple[str, list[str]]]
    dots: list[Dot]
    says: str

    @property
    def is_told(self) -> bool:
        """Whether there are pairs enough for a drawing."""
        return not self.overall.reason


def comparisons(answer: Answer) -> list[Comparison]:
    """Return the indicators, those with the most pairs first."""
    ranked = sorted(answer["indicators"], key=_most_pairs)
    return [_comparison(row, answer["poles"]) for row in ranked]


def lenses_title(answer: Answer) -> str:
    """Say of the indicator with the most pairs how far it and the events order poles alike."""
    known = [row for row in answer["indicators"] if row["overall"]["rho"] is not None]
    if not known:
        return _("Too little is measured to compare with the events")
    best = min(known, key=_most_pairs)
    # Translators: relation: "order the poles much alike", "have little in common" and the like.
    return _("Events and “%(indicator)s” %(relation)s") % {
        "indicator": best["name"],
        "relation": strength(best["overall"]["rho"]),
    }


def lenses_summary(answer: Answer) -> str:
    """Give the coefficient behind the title, with its number of pairs."""
    known = [row for row in answer["indicators"] if row["overall"]["rho"] is not None]
    if not known:
        return ""
    best = min(known, key=_most_pairs)
    number = best["overall"]["n"]
    return ngettext(
        "Spearman’s rank correlation is %(rho)s over %(number)d pair of a pole and a period.",
        "Spearman’s rank correlation is %(rho)s over %(number)d pairs of a pole and a period.",
        number,
    ) % {"rho": signed(best["overall"]["rho"], 2), "number": number}


def strength(rho: float) -> str:
    """Say in words what a coefficient is worth."""
    for least, alike, opposite in STRENGTHS:
        if abs(rho) >= least:
            return str(alike if rho > 0 else opposite)
    return str(UNRELATED)


def missing_research(answer: Answer) -> list[str]:
    """Return the kinds of research file of which no indicator is there."""
    there = {row["code"] for row in answer["indicators"]}
    return [name for name, kind in RESEARCH.items() if not there & set(kind.indicators)]


def _most_pairs(row: Row) -> tuple[int, str]:
    return (-row["overall"]["n"], row["code"])


def _comparison(row: Row, poles: list[Row]) -> Comparison:
    write = _index if row["measure"] == INDEX else percent
    periods = row["periods"][::-1]
    return Comparison(
        code=row["code"],
        name=row["name"],
        is_index=row["measure"] == INDEX,
        overall=_coefficient(row["overall"]),
        by_pole=[_coefficient(row["poles"][pole["code"]]) for pole in poles],
        measured=[_line(period, "measured", poles, write) for period in periods],
        events=[_line(period, "events", poles, percent) for period in periods],
        dots=list(_dots(row, poles, write)),
        says=ngettext(
            "%(name)s across, share by events upwards: %(number)s pair",
            "%(name)s across, share by events upwards: %(number)s pairs",
            row["overall"]["n"],
        )
        % {"name": row["name"], "number": row["overall"]["n"]},
    )


def _coefficient(found: Row) -> Coefficient:
    if found["rho"] is None:
        return Coefficient(NONE, found["n"], str(REASONS[found["reason"]]))
    return Coefficient(signed(found["rho"], 2), found["n"], "")


def _line(period: Row, side: str, poles: list[Row], write: Any) -> tuple[str, list[str]]:
    values = [period["poles"][pole["code"]][side] for pole in poles]
    name = period_in_words(period["start"], period["end"])
    return name, [NONE if value is None else write(value) for value in values]


def _index(value: float) -> str:
    return decimal(value, 2)


def _dots(row: Row, poles: list[Row], write: Any) -> Iterator[Dot]:
    for period in row["periods"]:
        for pole in poles:
            cell = period["poles"][pole["code"]]
            if cell["measured"] is None or cell["events"] is None:
                continue
            name = opening(pole["name"].removeprefix("the "))
            yield Dot(
                pole=pole["code"],
                letter=name[:1],
                x=round(LEFT + (SIZE - LEFT - 10) * min(max(cell["measured"], 0), 1), 1),
                y=round(BOTTOM - (BOTTOM - TOP) * cell["events"], 1),
                says=f"{opening(pole['name'])}, {period_in_words(period['start'], period['end'])}: "
                f"{write(cell['measured'])}, {percent(cell['events'])}",
            )


def axis() -> list[tuple[str, str, float, float]]:
    """Return the ticks of both axes: as a share, as an index, its place across, its place up."""
    return [
        (
            percent(tick),
            decimal(tick),
            round(LEFT + (SIZE - LEFT - 10) * tick, 1),
            round(BOTTOM - (BOTTOM - TOP) * tick, 1),
        )
        for tick in TICKS
    ]
