"""The second lens: on which rung a focus stands with each pole, and how it got there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from balance.compute.ladders import FIRST, LAST, Span, steps
from balance.compute.world import OTHER
from balance.models import DatePrecision, Ladder, translated
from balance.queries.balance import Setting
from balance.queries.pole_members import span_of
from balance.queries.snapshots import Row
from balance.queries.ties import Ties

LADDERS = (Ladder.BILATERAL, Ladder.MEMBERSHIP, Ladder.CONFLICT)
_COARSE = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)  # Finest first.


@dataclass
class Lane:
    """The ties of one pole, or one actor, on one ladder; each with the days that count there."""

    held: list[tuple[Row, Span]] = field(default_factory=list)

    def on(self, day: int) -> list[Row]:
        """Return the ties in force on the day, the highest rung first, marks last."""
        now = [tie for tie, span in self.held if span[0] <= day < span[1]]
        return sorted(now, key=lambda tie: (-(tie["rank"] or 0), tie["start"] or "", tie["id"]))

    @property
    def edges(self) -> dict[int, str]:
        """The coarsest precision with which any tie begins or ends on a day."""
        found: dict[int, str] = {}
        for tie, _span in self.held:
            start, end = span_of(tie["start"], tie["end"])
            for day, precision in ((start, tie["start_precision"]), (end, tie["end_precision"])):
                known = found.get(day, DatePrecision.DAY)
                found[day] = max(known, precision or DatePrecision.DAY, key=_COARSE.index)
        return found


def standing(setting: Setting, found: Ties, *, on: date) -> dict[str, Any]:
    """Return the rungs on a day, and the steps of all time: see docs/api.md."""
    focus = setting.focus.actor.code
    own = [tie for tie in found.all if focus in (tie["actor_a"], tie["actor_b"])]
    by_pole, by_partner = _lanes(found, own, focus)
    names = {
        (ladder, rank): {"code": code, "name": translated(name), "rank": rank}
        for ladder, code, name, rank in found.rungs
        if rank is not None
    }
    day = on.toordinal()

    def cells(lanes: dict[tuple[str, str], Lane], key: str) -> dict[str, Any]:
        return {
            ladder.value: _cell(lanes.get((key, ladder), Lane()), ladder, names, day)
            for ladder in LADDERS
        }

    poles = [(pole.code, str(pole)) for pole in setting.poles]
    partners = {actor for actor, _ladder in by_partner}
    partner_names = dict(_partner(tie, focus) for tie in own)
    return {
        "on": on.isoformat(),
        "ladders": [_ladder(ladder, found) for ladder in LADDERS],
        "poles": [
            {"code": code, "name": name, "ladders": cells(by_pole, code)} for code, name in poles
        ],
        "other": {
            "ladders": cells(by_pole, OTHER),
            "actors": [
                {"code": code, "name": partner_names[code], "ladders": cells(by_partner, code)}
                for code in sorted(partners, key=lambda code: partner_names[code])
            ],
        },
        "ties": [_told(tie, found, day, focus) for tie in own],
    }


def between_others(setting: Setting, found: Ties, *, on: date) -> dict[str, Any]:
    """Return the ties in force on a day between actors of which neither is the focus."""
    focus, day = setting.focus.actor.code, on.toordinal()
    theirs = [tie for tie in found.all if focus not in (tie["actor_a"], tie["actor_b"])]
    told = [_told(tie, found, day) for tie in theirs]
    return {
        "actors": [
            {"code": code, "name": name, "poles": _poles_on(found, code, day)}
            for code, name in sorted(_tied(theirs))
        ],
        "ties": [tie for tie in told if tie["in_force"]],
    }


def _tied(ties: Iterable[Row]) -> set[tuple[str, str]]:
    """Return code and name of whoever has a tie that is no membership, on whatever day."""
    return {
        (tie[side], translated(tie[f"{side}_name"]))
        for tie in ties
        if tie["ladder"] != Ladder.MEMBERSHIP
        for side in ("actor_a", "actor_b")
    }


def _poles_on(found: Ties, actor: str, day: int) -> list[str]:
    return [pole for pole, _span in found.places.during(actor, (day, day + 1)) if pole != OTHER]


def _lanes(
    found: Ties, own: Iterable[Row], focus: str
) -> tuple[dict[tuple[str, str], Lane], dict[tuple[str, str], Lane]]:
    """Return the lanes by pole or OTHER, and those of OTHER by partner."""
    by_pole: dict[tuple[str, str], Lane] = {}
    by_partner: dict[tuple[str, str], Lane] = {}
    for tie in own:
        if tie["ladder"] not in LADDERS:
            continue
        partner, _name = _partner(tie, focus)
        for place, span in found.places.during(partner, span_of(tie["start"], tie["end"])):
            by_pole.setdefault((place, tie["ladder"]), Lane()).held.append((tie, span))
            if place == OTHER:
                lane = by_partner.setdefault((partner, tie["ladder"]), Lane())
                lane.held.append((tie, span))
    return by_pole, by_partner


def _partner(tie: Row, focus: str) -> tuple[str, str]:
    side = "actor_b" if tie["actor_a"] == focus else "actor_a"
    return tie[side], translated(tie[f"{side}_name"])


def _cell(lane: Lane, ladder: str, names: dict[Any, Any], day: int) -> dict[str, Any]:
    now = lane.on(day)
    ranked = [tie for tie in now if tie["rank"] is not None]
    return {
        "rung": names[ladder, ranked[0]["rank"]] if ranked else None,
        "ties": [tie["id"] for tie in ranked],
        "marks": [tie["id"] for tie in now if tie["rank"] is None],
        "steps": list(_steps(lane, ladder, names)),
    }


def _steps(lane: Lane, ladder: str, names: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    edges = lane.edges
    rungs = [(span, tie["rank"]) for tie, span in lane.held if tie["rank"] is not None]
    for step in steps(rungs):
        yield {
            "rung": names[ladder, step.rank],
            **_edge("start", step.start, edges),
            **_edge("end", step.end, edges),
        }


def _edge(name: str, day: int, edges: dict[int, str]) -> dict[str, str | None]:
    if day in (FIRST, LAST):
        return {name: None, f"{name}_precision": None}
    precision = str(edges.get(day, DatePrecision.DAY))
    return {name: date.fromordinal(day).isoformat(), f"{name}_precision": precision}


def _ladder(ladder: str, found: Ties) -> dict[str, Any]:
    return {
        "code": str(ladder),
        "rungs": [
            {"code": code, "name": translated(name), "rank": rank}
            for of, code, name, rank in found.rungs
            if of == ladder and rank is not None
        ],
    }


def _told(tie: Row, found: Ties, day: int, focus: str = "") -> Row:
    """Return a tie with the poles of its partner, whether it is in force, and its articles."""
    start, end = span = span_of(tie["start"], tie["end"])
    told = {
        **tie,
        **{name: translated(tie[name]) for name in ("kind_name", "actor_a_name", "actor_b_name")},
        "in_force": start <= day < end,
        "articles": found.articles.get(tie["id"], []),
    }
    if focus:
        partner, name = _partner(tie, focus)
        poles = dict.fromkeys(
            pole for pole, _days in found.places.during(partner, span) if pole != OTHER
        )
        told |= {"partner": partner, "partner_name": name, "poles": list(poles)}
    return told
