"""Where sentences begin and end."""

import re
from collections.abc import Iterator
from typing import Final

from balance.coding import grammar

# A stop with what closes behind it, then space; or the end of a line; or signs of other scripts.
_STOP: Final = re.compile(
    r"(?:\.{1,3}|[!?…]{1,5})[\"'“”’»)\]]{0,5}(?=\s)|[。！？]|[\r\n\x0b\x0c\u2028\u2029]+"
)
_WORD_BEFORE: Final = re.compile(r"[\w.&'’-]{1,30}$")
_NEXT: Final = re.compile(r"\s*[\"'“‘«(\[–—•·*-]*\s*(\w)?")
_BULLET: Final = re.compile(r"[\s\-–—•·*>#]+|\d{1,2}[.)]\s+")
_ABBREVIATIONS: Final = grammar.word_set(
    "mr mrs ms dr prof gen lt col maj capt sgt adm gov sen rep rev hon st jr sr vs etc"
    " inc ltd co corp no nos vol fig approx dept est jan feb mar apr jun jul aug sep sept"
    " oct nov dec mt ft cf al ed eds pp art"
)
# After these a capital letter need not begin a sentence; without one it never does.
_INITIALS: Final = re.compile(r"(?:\b[A-Za-z]\.)+$")
LONGEST: Final = 4_000  # Characters; a longer one is cut, for it is no sentence.


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets [start, end) of each sentence, without bullets and the space around it."""
    start = 0
    for match in _STOP.finditer(text):
        if match[0][0] in ".!?…" and not _ends(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    following = _NEXT.match(text, match.end(), min(len(text), match.end() + 40))
    letter = (following[1] or "") if following else ""
    if letter.islower():
        return False
    if match[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - 30), match.start())
    word = before[0].lower().strip(".'’-") if before else ""
    if word in _ABBREVIATIONS:
        return word in ("no", "nos") and not letter.isdigit()
    initials = _INITIALS.search(text, max(start, match.start() - 12), match.end())
    return not initials or _begins_anew(text, match.end())


_OPENERS: Final = grammar.word_set(
    "the a an in on at it he she they we i this that these those but and however after"
    " before meanwhile for with as if when while there his her their its since despite"
    " according"
)


def _begins_anew(text: str, at: int) -> bool:
    """Say whether after initials ("the U.S. In March") a word follows that opens sentences."""
    word = re.compile(r"\s*(\w+)").match(text, at, min(len(text), at + 40))
    return bool(word) and word[1].lower() in _OPENERS  # type: ignore[index]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(text, start, min(end, start + 200))
    if bullet:
        start = bullet.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut + 1 if text[cut : cut + 1] == " " else cut
    if start < end:
        yield start, end
