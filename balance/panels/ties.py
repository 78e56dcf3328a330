"""Standing ties in words: what they are called, since when, and on which rung a focus stands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.models import Ladder, translated
from balance.panels.wording import confidence, day, listing, month, of_month, opening

Answer = Mapping[str, Any]
Row = dict[str, Any]

LADDERS = {
    Ladder.BILATERAL: gettext_lazy("Bilateral"),
    Ladder.MEMBERSHIP: gettext_lazy("Membership"),
    Ladder.CONFLICT: gettext_lazy("Conflict"),
    Ladder.OTHER: gettext_lazy("Not ranked"),
}
OTHER_NAME = gettext_lazy("Of several poles, or of none")
SURE = 0.5  # From here on a tie carries no word of doubt.


@dataclass(frozen=True)
class TieView:
    """A tie as tables and lists show it; `partner` of a tie between others is both."""

    id: int
    partner: str
    code: str
    ladder: str
    rung: str
    called: str
    start: str
    end: str
    when: str
    doubt: str
    articles: list[Row]
    in_force: bool
    is_membership: bool
    pole: str


@dataclass(frozen=True)
class Rung:
    """The ties of one cell on one rung."""

    name: str
    ties: list[TieView]


@dataclass(frozen=True)
class Cell:
    """A pole's place on one ladder."""

    heading: str
    rungs: list[Rung]
    marks: list[TieView]

    @property
    def marks_in_short(self) -> str:
        """Name the marks, each once: SCO: applied for observer."""
        return ", ".join(dict.fromkeys(f"{mark.code}: {mark.rung}" for mark in self.marks))


@dataclass(frozen=True)
class MatrixRow:
    """A pole, or all that no single pole takes."""

    code: str
    name: str
    cells: list[Cell]


def tie_views(answer: Answer) -> dict[int, TieView]:
    """Return the focus's ties by id."""
    return {
        tie["id"]: tie_view(tie, tie["partner_name"], tie["partner"], *tie["poles"][:1])
        for tie in answer["ties"]
    }


def tie_view(tie: Row, partner: str, code: str, pole: str = "") -> TieView:
    """Return one tie in words."""
    called = translated(tie["label"].replace("_", " "))
    return TieView(
        id=tie["id"],
        partner=partner,
        code=code,
        ladder=str(LADDERS[Ladder(tie["ladder"])]),
        rung=tie["kind_name"] if tie["ladder"] != Ladder.OTHER else called or tie["kind_name"],
        called="; ".join(part for part in (called, tie["about"]) if _says_more(part, tie)),
        start=edge(tie["start"], tie["start_precision"]) or _("not stated"),
        end=edge(tie["end"], tie["end_precision"]),
        when=when(tie),
        doubt="" if tie["confidence"] >= SURE else confidence(tie["confidence"]),
        articles=tie["articles"],
        in_force=tie["in_force"],
        is_membership=tie["ladder"] == Ladder.MEMBERSHIP,
        pole=pole,
    )


def _says_more(words: str, tie: Row) -> bool:
    """Return whether the words say what the rung has not said; not ranked, the label is it."""
    if tie["ladder"] == Ladder.OTHER:
        return bool(tie["about"]) and words == tie["about"]
    return bool(words) and words not in tie["kind_name"]


def edge(on: str | None, precision: str | None, month: Callable[[date], str] = month) -> str:
    """Write the end of a tie as precisely as it is known; nothing where there is none."""
    if on is None:
        return ""
    found = date.fromisoformat(on)
    match precision:
        case "year":
            return str(found.year)
        case "month":
            return month(found)
    return day(found)


def when(tie: Row) -> str:
    """Say how long a tie has stood: since 3 July 2024; from 2016 until December 2026."""
    words = {
        "start": edge(tie["start"], tie["start_precision"], of_month),
        "end": edge(tie["end"], tie["end_precision"], of_month),
    }
    if words["start"] and words["end"]:
        return _("from %(start)s until %(end)s") % words
    if words["start"]:
        return _("since %(start)s") % words
    if words["end"]:
        return _("until %(end)s, its start not stated") % words
    return _("its start not stated")


def matrix(answer: Answer, views: Mapping[int, TieView]) -> list[MatrixRow]:
    """Return where the focus stands that day: poles down, ladders across."""
    other = {"code": "other", "name": str(OTHER_NAME), "ladders": answer["other"]["ladders"]}
    return [
        MatrixRow(
            row["code"],
            opening(row["name"]),
            [_cell(cell, views) for cell in row["ladders"].values()],
        )
        for row in [*answer["poles"], other]
    ]


def _cell(cell: Row, views: Mapping[int, TieView]) -> Cell:
    ties = [views[number] for number in cell["ties"]]
    return Cell(
        heading=cell["rung"]["name"] if cell["rung"] else "",
        rungs=[Rung(name, list(own)) for name, own in groupby(ties, key=lambda tie: tie.rung)],
        marks=[views[number] for number in cell["marks"]],
    )


def ties_headline(answer: Answer, *, today: date) -> str:
    """Say with whom the focus stands highest, and with whom it is in conflict."""
    bilateral = _by_rung(answer, Ladder.BILATERAL)
    is_past = date.fromisoformat(answer["on"]) < today
    words = {"focus": answer["focus_name"], "poles": _with_rungs(bilateral)}
    if not bilateral:
        sentence = _("%(focus)s has no bilateral tie with a pole on record") % words
    elif is_past:
        sentence = _("%(focus)s stood highest with %(poles)s") % words
    else:
        sentence = _("%(focus)s stands highest with %(poles)s") % words
    conflict = _by_rung(answer, Ladder.CONFLICT)
    if not conflict:
        return sentence
    told = listing([_("%(rung)s with %(poles)s") % part for part in conflict])
    return _("%(sentence)s; %(conflict)s") % {"sentence": sentence, "conflict": told}


def _by_rung(answer: Answer, ladder: str) -> list[dict[str, str]]:
    """Return the poles on each rung that is taken, highest first."""
    taken: dict[tuple[int, str], list[str]] = {}
    for pole in answer["poles"]:
        if rung := pole["ladders"][ladder]["rung"]:
            taken.setdefault((-rung["rank"], rung["name"]), []).append(pole["name"])
    return [
        {"rung": name, "poles": listing(poles)} for (_rank, name), poles in sorted(taken.items())
    ]


def _with_rungs(found: Iterable[dict[str, str]]) -> str:
    """Name the poles with their rungs: Turkey (alliance), then China (strategic partnership)."""
    parts = [_("%(poles)s (%(rung)s)") % part for part in found]
    sentence = parts[0] if parts else ""
    for part in parts[1:]:
        sentence = _("%(first)s, then %(next)s") % {"first": sentence, "next": part}
    return sentence
