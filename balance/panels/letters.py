"""How wide words are in the fonts of a picture, and where its lines break.

The widths are those of Source Sans 3 SemiBold, in ems; letters that are not listed are as wide as
most. A drawn line is allowed to be a little shorter than its room, never longer.
"""

import unicodedata

SERIF = 1.14  # How much wider the serif of the headlines runs.
_USUAL = 0.56
_WIDTHS = {
    **dict.fromkeys("ijlI.,;:!|'’‘·", 0.28),
    **dict.fromkeys("frt()[]-1 /\N{NO-BREAK SPACE}", 0.38),
    **dict.fromkeys("sczvxy„“”", 0.48),
    **dict.fromkeys("BCDEGHKNOPRUVXYZQAL+−=", 0.62),
    **dict.fromkeys("mwMWшщжюыфмШЩЖЮЫФМД%—№", 0.83),
    " ": 0.2,
}
ELLIPSIS = "…"


def width(text: str, size: float, *, face: float = 1.0) -> float:
    """Return how many pixels wide the text is in letters of so many pixels."""
    return face * size * sum(_width(letter) for letter in text)


def wrap(text: str, size: float, room: float, most: int, *, face: float = 1.0) -> list[str]:
    """Break a text into at most so many lines; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, face=face) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] += ELLIPSIS
    return [cut(line, size, room, face=face) for line in shown if line]


def balanced(text: str, size: float, room: float, most: int, *, face: float = 1.0) -> list[str]:
    """Break a text like `wrap`, with lines about as long as each other: no word stands alone."""
    lines = wrap(text, size, room, most, face=face)
    if len(lines) < 2 or lines[-1].endswith(ELLIPSIS):
        return lines
    narrow = max(width(text, size, face=face) / len(lines), room / 2)
    while narrow < room:
        tried = wrap(text, size, narrow, 99, face=face)
        if len(tried) <= len(lines) and not any(line.endswith(ELLIPSIS) for line in tried):
            return tried
        narrow += room / 20
    return lines


def cut(text: str, size: float, room: float, *, face: float = 1.0) -> str:
    """Return the text, shortened where it is wider than its room."""
    if width(text, size, face=face) <= room:
        return text
    kept = text.removesuffix(ELLIPSIS)
    while kept and width(kept + ELLIPSIS, size, face=face) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def _width(letter: str) -> float:
    found = _WIDTHS.get(letter)
    if found is None:
        found = _WIDTHS.get(unicodedata.normalize("NFD", letter)[0], _USUAL)
    return found
