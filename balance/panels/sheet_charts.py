"""A chart, set on a sheet: the marks of its picture in pixels."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from balance.panels.drawing import BOX, Tick
from balance.panels.letters import cut, width
from balance.panels.pictures import Label, Picture
from balance.panels.sheets import Box, Paint, Sheet

MOST_LABEL_ROOM = 0.34  # Of the sheet's width.
SWATCH = 22  # The line or square before a pole's name, in pixels of a card.
RIGHT_PART = 75  # Percent from which a pivot's words stand on its left.
_STEP = re.compile(r"([ML])(\d+) (\d+)|V(\d+)|h0|Z")


@dataclass(frozen=True)
class DrawnMark:
    """A pole's line or layer with its paint and its intervals."""

    paint: Paint
    path: str
    band: str


def chart_drawing(
    picture: Picture, sheet: Sheet, poles: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return what templates/pictures/chart.svg draws in the room that the words leave."""
    swatch = SWATCH * sheet.size.scale if len(picture.labels) > 1 else 0.0
    beside = _room_of_names(picture.labels, sheet, swatch)
    below = 1.7 * sheet.text_size
    box = replace(sheet.box, width=sheet.box.width - beside, height=sheet.box.height - below)
    paints = sheet.paints(poles)
    small = sheet.small_size
    return {
        "picture": picture,
        "box": box,
        "marks": [
            DrawnMark(
                paints[label.mark.code],
                in_pixels(label.mark.path, box),
                in_pixels(label.mark.band, box),
            )
            for label in picture.labels
        ],
        "names": _names(picture.labels, sheet, box, swatch, paints),
        "swatch": swatch,
        "up": [
            {"x": box.x + 2, "y": box.down(tick.at), "feet": box.down(tick.at) - 5}
            | {"words": tick.label}
            for tick in picture.up
        ],
        "across": [
            {"x": box.over(tick.at), "y": round(box.bottom + 1.35 * small, 1), "words": tick.label}
            for tick in picture.across
        ],
        "thin": [
            {"x": box.over(part.at), "y": box.y, "height": box.height}
            | {"width": round(box.width * part.width / 100, 1)}
            for part in picture.thin
        ],
        "pins": [
            {"x": box.over(pin.at), "y": round(box.y - 6, 1), "words": pin.label}
            for pin in (picture.pins if sheet.pins else ())
        ],
        "pivots": [_pivot(pivot, n, box, small) for n, pivot in enumerate(picture.pivots)],
    }


def in_pixels(path: str, box: Box) -> str:
    """Return a path of the box of 1000 by 1000 as it runs in a part of the sheet."""

    def step(found: re.Match[str]) -> str:
        letter, across, down, alone = found.groups()
        if letter:
            return f"{letter}{box.over(_percent(across))} {box.down(_percent(down))}"
        if alone:
            return f"V{box.down(_percent(alone))}"
        # A single point: a line without any length shows no dot everywhere.
        return "h0.1" if found[0] == "h0" else "Z"

    return _STEP.sub(step, path)


def _percent(part: str) -> float:
    return 100 * int(part) / BOX


def _room_of_names(labels: Sequence[Label], sheet: Sheet, swatch: float) -> float:
    widest = max(
        (width(f"{label.name} {label.value}", sheet.text_size) for label in labels), default=0.0
    )
    return min(widest + swatch + 26 * sheet.size.scale, MOST_LABEL_ROOM * sheet.size.width)


def _names(
    labels: Sequence[Label], sheet: Sheet, box: Box, swatch: float, paints: Mapping[str, Paint]
) -> list[dict[str, Any]]:
    """Place the names and numbers at the ends of the lines, each cut to its room."""
    x = box.right + 10
    begin = x + swatch + (8 if swatch else 0)
    room = sheet.box.right - begin
    placed = []
    for label in labels:
        if label.mark.label_at is None:
            continue
        y = box.down(label.mark.label_at)
        taken = width(f" {label.value}", sheet.text_size)
        placed.append(
            {"from": round(x, 1), "to": round(x + swatch, 1), "x": round(begin, 1), "y": y}
            | {"feet": round(y + 0.34 * sheet.text_size, 1), "value": label.value}
            | {
                "words": cut(label.name, sheet.text_size, room - taken),
                "paint": paints[label.mark.code],
            }
        )
    return placed


def _pivot(pivot: Tick, number: int, box: Box, small: float) -> dict[str, Any]:
    on_left = pivot.at > RIGHT_PART
    return {
        "at": box.over(pivot.at),
        "x": round(box.over(pivot.at) + (-6 if on_left else 6), 1),
        "y": round(box.y + (1 + 1.3 * number) * small, 1),
        "anchor": "end" if on_left else "start",
        "words": pivot.label,
    }
