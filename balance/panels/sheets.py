"""The sheet that a picture stands on as a file: its size, its colours and its words around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from balance.panels.letters import SERIF, balanced, wrap

# The colours of tokens.css: a file has no stylesheet.
LIGHT = {
    "paper": "#fbf9f4",
    "ink": "#1d1b18",
    "ink_2": "#5a554c",
    "rule": "#dcd6c9",
    "rule_strong": "#8a857a",
    "accent": "#7d1f3f",
    "other": "#7f7b73",
}
DARK = {
    "paper": "#171614",
    "ink": "#ece8df",
    "ink_2": "#b0aa9d",
    "rule": "#3a3731",
    "rule_strong": "#7d776b",
    "accent": "#f0a3b5",
    "other": "#8f8a80",
}
THEMES = {"light": LIGHT, "dark": DARK}
DASHES = {
    "solid": "none",
    "dashed": "8 4",
    "dotted": "2 4",
    "dash-dot": "10 4 2 4",
    "long-dash": "14 5",
}


@dataclass(frozen=True)
class Size:
    """The pixels of a sheet, how large its letters are, and how many lines its words may take."""

    width: int
    height: int
    scale: float
    title_lines: int
    subtitle_lines: int
    pin_lines: int

    @property
    def margin(self) -> float:
        """What stays free on each side."""
        return round(44 * self.scale, 1)

    @property
    def room(self) -> float:
        """How wide the words may run."""
        return round(self.width - 2 * self.margin, 1)


SIZES = {
    "card": Size(1200, 630, 1.0, title_lines=2, subtitle_lines=2, pin_lines=0),
    "wide": Size(1600, 900, 1.3, title_lines=2, subtitle_lines=2, pin_lines=3),
    "square": Size(1200, 1200, 1.2, title_lines=4, subtitle_lines=4, pin_lines=6),
}


@dataclass(frozen=True)
class Paint:
    """How a pole is drawn."""

    color: str
    dash: str


@dataclass(frozen=True)
class Line:
    """A line of words, and where its feet stand."""

    words: str
    y: float


@dataclass(frozen=True)
class Box:
    """A part of the sheet, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 1)

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return round(self.y + self.height, 1)

    def over(self, percent: float) -> float:
        """Return the pixel at so many percent from the left."""
        return round(self.x + self.width * percent / 100, 1)

    def down(self, percent: float) -> float:
        """Return the pixel at so many percent from the top."""
        return round(self.y + self.height * percent / 100, 1)


@dataclass(frozen=True)
class Words:
    """What a sheet says around its drawing."""

    title: str
    subtitle: str
    source: str
    address: str
    pins: Sequence[str] = ()


class Sheet:
    """A sheet with its words set; `box` is what they leave for the drawing."""

    def __init__(self, size: Size, theme: str, words: Words) -> None:
        self.size = size
        self.theme = theme
        self.colors = THEMES[theme]
        self.words = words
        scale = size.scale
        self.title_size, self.subtitle_size, self.text_size, self.small_size = (
            round(pixels * scale, 1) for pixels in (38, 19, 18, 15)
        )
        top = size.margin
        self.title, top = _set(
            balanced(words.title, self.title_size, size.room, size.title_lines, face=SERIF),
            top,
            self.title_size,
        )
        self.subtitle, top = _set(
            wrap(words.subtitle, self.subtitle_size, size.room, size.subtitle_lines),
            top + 6 * scale,
            self.subtitle_size,
        )
        self.foot, bottom = _set_up(
            [*wrap(words.source, self.small_size, size.room, 2), words.address],
            size.height - 0.7 * size.margin,
            self.small_size,
        )
        self.pins, bottom = _set_up(
            wrap(" · ".join(words.pins), self.small_size, size.room, 99),
            bottom - 8 * scale,
            self.small_size,
        )
        top += (32 if self.pins else 26) * scale
        self.box = Box(size.margin, round(top, 1), size.room, round(bottom - 12 * scale - top, 1))

    def paints(self, poles: Sequence[Mapping[str, Any]]) -> dict[str, Paint]:
        """Return how the poles are drawn on this ground, and what is none of them."""
        color = "color_dark" if self.theme == "dark" else "color"
        drawn = {pole["code"]: Paint(pole[color], DASHES[pole["dash"]]) for pole in poles}
        drawn["effective"] = Paint(self.colors["ink"], "none")
        drawn["other"] = Paint(self.colors["other"], "none")
        return drawn


def words_of_a_card(title: str, subtitle: str) -> dict[str, Any]:
    """Set a page's words on a card of their own, as large as they fit."""
    large, top = _set(balanced(title, 64, 1056, 3, face=SERIF), 110, 64)
    small, _end = _set(wrap(subtitle, 30, 1056, 4), top + 20, 30)
    return {"colors": LIGHT, "title": large, "lines": [line for line in small if line.y < 530]}


def fits(pins: Sequence[str], size: Size) -> bool:
    """Say whether the list of the pins has room below the drawing: numbers alone say nothing."""
    lines = wrap(" · ".join(pins), 15 * size.scale, size.room, 99)
    return len(lines) <= size.pin_lines


def _set(lines: Sequence[str], top: float, size: float) -> tuple[list[Line], float]:
    """Set lines downwards, and return where the last one ends."""
    step = 1.24 * size
    placed = [
        Line(line, round(top + number * step + 0.86 * size, 1)) for number, line in enumerate(lines)
    ]
    return placed, top + len(lines) * step


def _set_up(lines: Sequence[str], bottom: float, size: float) -> tuple[list[Line], float]:
    """Set lines so that the last one ends at the bottom, and return where the first begins."""
    step = 1.36 * size
    top = bottom - len(lines) * step
    placed = [Line(line, round(top + number * step + size, 1)) for number, line in enumerate(lines)]
    return placed, top
