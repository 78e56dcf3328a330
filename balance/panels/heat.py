"""What cooperation and conflict are made of: dimension by pole, each cell open to its events."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from balance.compute.world import OTHER
from balance.models import Dimension
from balance.panels.addresses import events_url
from balance.panels.wording import decimal, opening
from balance.queries.questions import BalanceQuestion

Answer = Mapping[str, Any]
SHADES = 5  # Of a cell: the more cooperation, the darker.
TRACE = 0.05  # Intensity points that are written as nothing.


@dataclass(frozen=True)
class Cell:
    """A dimension with a pole: its points in words, how dark it is, and where its events are."""

    cooperation: str
    conflict: str
    shade: int
    url: str


@dataclass(frozen=True)
class HeatMap:
    """What balance/panels/heat_map.html shows."""

    names: list[tuple[str, str]]
    rows: list[tuple[str, list[Cell]]]


def heat_map(answer: Answer, question: BalanceQuestion, *, only: Collection[str] = ()) -> HeatMap:
    """Return the poles' codes and names, and a row of cells for each dimension."""
    poles = [pole for pole in answer["poles"] if not only or pole["code"] in only]
    most = max(
        (row["poles"][pole["code"]]["cooperation"] for row in answer["rows"] for pole in poles),
        default=0,
    )
    names = [(pole["code"], opening(pole["name"])) for pole in poles]
    rows = [
        (
            opening(str(Dimension(row["dimension"]).label)),
            [_cell(row, pole["code"], most, question) for pole in poles]
            + ([] if only else [_rest(row["other"], most)]),
        )
        for row in answer["rows"]
    ]
    return HeatMap(names if only else [*names, (OTHER, _("No pole"))], rows)


def heat_title(answer: Answer, *, only: Collection[str] = ()) -> str:
    """Name the fullest cell of those shown."""
    cells = [
        (row["poles"][pole["code"]]["cooperation"], row["dimension"], pole["name"])
        for row in answer["rows"]
        for pole in answer["poles"]
        if not only or pole["code"] in only
    ]
    points, dimension, pole = max(cells, default=(0.0, "", ""))
    if points <= 0:
        return _("No cooperation is on record in any dimension")
    sentence = (
        _("Of these poles, cooperation is largest with %(pole)s in the %(dimension)s dimension")
        if 1 < len(only) < len(answer["poles"])
        else _("Cooperation is largest with %(pole)s in the %(dimension)s dimension: %(points)s")
    )
    return sentence % {
        "dimension": Dimension(dimension).label,
        "pole": pole,
        "points": decimal(points),
    }


def _cell(row: Answer, code: str, most: float, question: BalanceQuestion) -> Cell:
    narrowed = replace(question, dimensions=(row["dimension"],))
    return replace(_rest(row["poles"][code], most), url=events_url(narrowed, pole=code))


def _rest(numbers: Mapping[str, float], most: float) -> Cell:
    """Return a cell that opens nothing: no list of events is of no pole."""
    points = numbers["cooperation"]
    shade = min(SHADES, int(-(-SHADES * points // most))) if points >= TRACE and most else 0
    return Cell(_points(points), _points(numbers["conflict"]), shade, "")


def _points(points: float) -> str:
    """Write points; nothing where there are none to speak of."""
    return decimal(points) if points >= TRACE else ""
