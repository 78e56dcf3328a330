"""Phrases that report acts, read from a table, and where they stand in a sentence."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from balance.coding import grammar
from balance.coding.words import Word, stemmed

Part = Literal["verb", "noun"]
Frame = Literal["on", "with", "visit", "host", "mediate", "ends"]

TABLE: Final = Path(__file__).with_name("patterns.csv")
_WIDEST_GAP: Final = 6  # Words that `*` may stand for: "imposed tough new economic sanctions".
_STOPS_GAP: Final = grammar.word_set(
    '; : – — " that to which who because but over about against from'
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase and the act it reports; None in `stems` stands for a gap of a few words.

    A phrase of the type NONE reports nothing: it keeps a shorter one from being read there.
    """

    stems: tuple[str | None, ...]
    part: Part
    event_type: str
    cameo_code: str
    frame: Frame

    @property
    def weight(self) -> int:
        return sum(stem is not None for stem in self.stems)


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern at the words [first, last] of a sentence."""

    first: int
    last: int
    pattern: Pattern


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns by the stem of their first word, the longest first."""
    by_stem: defaultdict[str, list[Pattern]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for phrase in row["phrases"].split(";"):
                pattern = _pattern(phrase, row)
                by_stem[str(pattern.stems[0])].append(pattern)
    return {
        stem: tuple(sorted(found, key=lambda pattern: (-pattern.weight, pattern.part == "noun")))
        for stem, found in by_stem.items()
    }


def _pattern(phrase: str, row: dict[str, str]) -> Pattern:
    stems = tuple(
        None if word == "*" else stemmed(word)[0] for word in phrase.replace("-", " - ").split()
    )
    return Pattern(stems, row["part"], row["event_type"], row["cameo_code"], row["frame"])  # type: ignore[arg-type]


def hits(words: Sequence[Word], part: Part) -> list[Hit]:
    """Return where patterns of the part begin, for each first word the longest that fits."""
    table = patterns()
    found = []
    for at, word in enumerate(words):
        for pattern in table.get(word.stem, ()):
            if pattern.part == part and (last := _last(words, at, pattern.stems)) is not None:
                found.append(Hit(at, last, pattern))
                break
    return found


def _last(words: Sequence[Word], at: int, stems: tuple[str | None, ...]) -> int | None:
    last, gap = at, 0
    for stem in stems[1:]:
        if stem is None:
            gap = _WIDEST_GAP
            continue
        last += 1
        while last < len(words) and words[last].stem != stem:
            if not gap or words[last].lower in _STOPS_GAP or _is_auxiliary(words, at, last):
                return None
            last, gap = last + 1, gap - 1
        if last >= len(words):
            return None
        gap = 0
    return last


def _is_auxiliary(words: Sequence[Word], at: int, following: int) -> bool:
    """Say whether "have" or "be" only helps another verb: "have held talks" has no talks."""
    return words[at].stem in ("have", "be") and words[following].form in ("past", "ing")
