"""The heat map, set on a sheet: its cells in pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from balance.panels.heat import Cell, HeatMap
from balance.panels.letters import cut, width
from balance.panels.sheets import Box, Sheet

SHADE = 0.06  # How much darker each shade is, as on the page.
GAP = 3  # Between two cells.


@dataclass(frozen=True)
class DrawnCell:
    """A cell: where it is and where its words stand, how dark it is, and what it says."""

    box: Box
    x: float
    y: float
    opacity: float
    cooperation: str
    conflict: str


def heat_drawing(
    found: HeatMap, sheet: Sheet, poles: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return what templates/pictures/heat_map.svg draws: dimensions down, poles across."""
    size, room = sheet.text_size, sheet.box
    side = max((width(name, size) for name, _cells in found.rows), default=0) + size
    top = round(room.y + 2.2 * size, 1)
    across = (room.width - side) / max(1, len(found.names))
    down = (room.bottom - top) / max(1, len(found.rows))
    paints = sheet.paints(poles)
    lefts = [room.x + side + number * across for number in range(len(found.names))]
    tops = [top + number * down for number in range(len(found.rows))]
    return {
        "columns": [
            {"x": round(x, 1), "y": round(room.y + size, 1), "swatch_y": round(top - 10, 1)}
            | {"name": cut(name, size, across - 0.4 * size), "paint": paints[code]}
            for x, (code, name) in zip(lefts, found.names, strict=True)
        ],
        "rows": [
            {"x": room.x, "y": round(y + down / 2 + 0.35 * size, 1), "name": name}
            for y, (name, _cells) in zip(tops, found.rows, strict=True)
        ],
        "cells": [
            _cell(
                Box(round(x, 1), round(y, 1), round(across - GAP, 1), round(down - GAP, 1)),
                cell,
                size,
            )
            for y, (_name, cells) in zip(tops, found.rows, strict=True)
            for x, cell in zip(lefts, cells, strict=True)
        ],
    }


def _cell(box: Box, cell: Cell, size: float) -> DrawnCell:
    return DrawnCell(
        box=box,
        x=round(box.x + 0.6 * size, 1),
        y=round(box.y + box.height / 2 + 0.35 * size, 1),
        opacity=round(SHADE * cell.shade, 2),
        cooperation=cell.cooperation,
        conflict=cell.conflict,
    )
