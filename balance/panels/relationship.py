"""What makes one relationship: of which dimensions it is, and on which rungs it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from balance.models import Dimension, Ladder
from balance.panels.ties import when
from balance.panels.wording import percent

NOTABLE = 0.1  # Of the cooperation with the pole, from which a second dimension is named.


def relationship(matrix: Mapping[str, Any], standing: Mapping[str, Any], code: str) -> str:
    """Return the sentences about a pole, from the API's matrix and standing ties of one day."""
    return " ".join([*_dimensions(matrix, code), *_rungs(standing, code)])


def _dimensions(matrix: Mapping[str, Any], code: str) -> Iterator[str]:
    points = {row["dimension"]: row["poles"][code]["cooperation"] for row in matrix["rows"]}
    total = sum(points.values())
    if total <= 0:
        return
    first, *others = sorted(points, key=lambda name: -points[name])
    words = {"first": _named(first), "part": percent(points[first] / total)}
    if points[first] == total:
        yield _("All cooperation on record is in the %(first)s dimension.") % words
        return
    second = others[0]
    if points[second] / total < NOTABLE:
        yield _("Cooperation is above all in the %(first)s dimension (%(part)s).") % words
        return
    words |= {"second": _named(second), "rest": percent(points[second] / total)}
    yield (
        _(
            "Cooperation is above all in the %(first)s dimension (%(part)s), "
            "then in the %(second)s one (%(rest)s)."
        )
        % words
    )


def _rungs(standing: Mapping[str, Any], code: str) -> Iterator[str]:
    row = next((row for row in standing["poles"] if row["code"] == code), None)
    ladders = row["ladders"] if row else {}
    if bilateral := _rung(ladders, Ladder.BILATERAL):
        yield _("Standing tie: %(rung)s.") % {"rung": bilateral}
    if conflict := _rung(ladders, Ladder.CONFLICT):
        yield _("Standing conflict: %(rung)s.") % {"rung": conflict}


def _rung(ladders: Mapping[str, Any], ladder: Ladder) -> str:
    """Return the rung in force and since when; empty without one."""
    cell = ladders.get(ladder)
    if not cell or not cell["rung"]:
        return ""
    name: str = cell["rung"]["name"]
    held = [step for step in cell["steps"] if step["rung"]["rank"] == cell["rung"]["rank"]]
    return f"{name}, {when(held[-1] | {'end': None})}" if held and held[-1]["start"] else name


def _named(dimension: str) -> str:
    return str(Dimension(dimension).label)
