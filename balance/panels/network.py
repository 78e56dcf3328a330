"""Ties between others as a network: actors on a circle, pole by pole, the same on every day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from django.utils.translation import gettext as _

from balance.models import Ladder
from balance.panels.ties import TieView, tie_view

SIZE, RADIUS, LABELS_AT = 400, 150, 172  # Of a square drawing, in units of its own.
BEND = 0.35  # How far a tie bends towards the middle: 0 is straight.
THINNEST, A_RUNG = 1.25, 0.75

Row = dict[str, Any]


@dataclass(frozen=True)
class Node:
    """An actor: where it stands, where its label does, and whether it has a tie that day."""

    code: str
    name: str
    pole: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    is_tied: bool


@dataclass(frozen=True)
class Edge:
    """A tie: its path, its width by rung, its look by ladder."""

    path: str
    width: float
    ladder: str
    says: str


@dataclass(frozen=True)
class Network:
    """What components/network.html shows."""

    size: int
    nodes: list[Node]
    edges: list[Edge]
    ties: list[TieView]
    memberships: list[TieView]


def network(found: Mapping[str, Any], poles: Sequence[str]) -> Network:
    """Return the drawing of a day's ties between others; memberships are listed beside it."""
    drawn = [tie for tie in found["ties"] if tie["ladder"] != Ladder.MEMBERSHIP]
    tied = {tie[side] for tie in drawn for side in ("actor_a", "actor_b")}
    actors = sorted(found["actors"], key=lambda actor: _place(actor, poles))
    nodes = [_node(actor, number, len(actors), tied) for number, actor in enumerate(actors)]
    at = {node.code: node for node in nodes}
    # The lowest rung first, so that the highest lies on top.
    by_rank = sorted(drawn, key=lambda tie: (tie["rank"] or 0, tie["id"]))
    return Network(
        size=SIZE,
        nodes=nodes,
        edges=[_edge(tie, at) for tie in by_rank],
        ties=[_view(tie) for tie in sorted(drawn, key=_in_words)],
        memberships=[
            _view(tie)
            for tie in sorted(found["ties"], key=_in_words)
            if tie["ladder"] == Ladder.MEMBERSHIP
        ],
    )


def _place(actor: Row, poles: Sequence[str]) -> tuple[int, str]:
    """Order actors by the first of their poles, those of none last, so that a pole stands together.

    An actor whose pole ends is drawn in another place from that day on.
    """
    own = [poles.index(pole) for pole in actor["poles"] if pole in poles]
    return (min(own, default=len(poles)), actor["code"])


def _node(actor: Row, number: int, actors: int, tied: set[str]) -> Node:
    angle = 2 * pi * number / actors - pi / 2
    across, down = cos(angle), sin(angle)
    middle = SIZE / 2
    return Node(
        code=actor["code"],
        name=actor["name"],
        pole=actor["poles"][0] if actor["poles"] else "",
        x=round(middle + RADIUS * across, 1),
        y=round(middle + RADIUS * down, 1),
        label_x=round(middle + LABELS_AT * across, 1),
        label_y=round(middle + LABELS_AT * down, 1),
        anchor="start" if across > 0.3 else "end" if across < -0.3 else "middle",
        is_tied=actor["code"] in tied,
    )


def _edge(tie: Row, at: Mapping[str, Node]) -> Edge:
    one, other, middle = at[tie["actor_a"]], at[tie["actor_b"]], SIZE / 2
    bend_x = (one.x + other.x) / 2 * (1 - BEND) + middle * BEND
    bend_y = (one.y + other.y) / 2 * (1 - BEND) + middle * BEND
    view = _view(tie)
    return Edge(
        path=f"M{one.x} {one.y}Q{bend_x:.1f} {bend_y:.1f} {other.x} {other.y}",
        width=THINNEST + A_RUNG * (tie["rank"] or 0),
        ladder=tie["ladder"],
        says=f"{view.partner}: {view.rung}, {view.when}",
    )


def _view(tie: Row) -> TieView:
    pair = {"one": tie["actor_a_name"], "other": tie["actor_b_name"]}
    both = (
        _("%(one)s in %(other)s")
        if tie["ladder"] == Ladder.MEMBERSHIP
        else _("%(one)s – %(other)s")
    )
    return tie_view(tie, both % pair, tie["actor_b"])


def _in_words(tie: Row) -> tuple[str, int, str]:
    return (tie["ladder"], -(tie["rank"] or 0), tie["actor_a_name"])
