"""Who is meant by a name on a day: states, people, capitals and bodies."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Kind = Literal["name", "demonym", "place", "person", "institution"]

_WORD: Final = re.compile(r"\w+")
# One character for one character, so that every offset stays true.
_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u2011": "-"})
_MOST_CANDIDATES: Final = 2_000  # Names that share their first word; the rest would never be met.


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an actor; a dated one holds on the days of [start, end)."""

    text: str
    code: str
    kind: Kind = "name"
    is_case_sensitive: bool = False
    start: date | None = None
    end: date | None = None

    def holds(self, on: date | None) -> bool:
        """Say whether the name meant its actor on the day; an unknown day excludes nothing."""
        if on is None:
            return True
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names an actor: text[start:end]."""

    start: int
    end: int
    code: str
    kind: Kind


class Dictionary:
    """Names of actors; where several fit, the longest wins, and of equal ones the first given.

    Letters are compared without regard to case, but a name that begins with a capital is never
    met by a word that begins with a small letter: "turkey" is a bird. A case-sensitive name is
    met only as it stands: "US", never "us".
    """

    def __init__(self, names: Iterable[Name]) -> None:
        by_first_word: defaultdict[str, list[tuple[str, Name]]] = defaultdict(list)
        for name in names:
            text = name.text.translate(_ALIKE).strip()
            first = _WORD.search(text)
            if first and first.start() == 0:
                by_first_word[first[0].lower()].append((text, name))
        self._names = {
            word: [
                (text, text.lower(), name)
                for text, name in sorted(found, key=lambda pair: -len(pair[0]))[:_MOST_CANDIDATES]
            ]
            for word, found in by_first_word.items()
        }

    def mentions(self, text: str, on: date | None = None) -> list[Mention]:
        """Return where the text names actors, in order, without overlaps."""
        text = text.translate(_ALIKE)
        found: list[Mention] = []
        taken = 0
        for word in _WORD.finditer(text):
            candidates = self._names.get(word[0].lower())
            if candidates is None or word.start() < taken:
                continue
            for written, lowered, name in candidates:
                end = word.start() + len(written)
                if _fits(text, word.start(), end, written, lowered, name) and name.holds(on):
                    found.append(Mention(word.start(), end, name.code, name.kind))
                    taken = end
                    break
        return found


def _fits(text: str, start: int, end: int, written: str, lowered: str, name: Name) -> bool:
    piece = text[start:end]
    if piece != written:
        if name.is_case_sensitive or piece.lower() != lowered:
            return False
        if written[0].isupper() and not piece[0].isupper():
            return False
    last = piece[-1]
    return not (last.isalnum() and end < len(text) and (text[end].isalnum() or text[end] == "_"))
