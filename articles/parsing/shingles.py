"""Four words in a row: what two tellings of the same text have in common."""

import re
from zlib import crc32

_WORD = re.compile(r"\w+")
WORDS = 4
MOST_WORDS = 20_000
ONE_IN = 4  # Shingles of a text that its sample has: the same ones of every text.
MOST_SAMPLED = 1_000
FEWEST = 20  # Shorter texts share four words by chance.
ENOUGH = 0.15  # Of the shorter text's shingles: then the two are copies of one telling.


def shingles(text: str) -> set[int]:
    """Return the numbers of all four-word sequences of the text, whatever their case."""
    words = [found.group().casefold() for found in _WORD.finditer(text)][:MOST_WORDS]
    starts = range(len(words) - WORDS + 1)
    return {crc32(" ".join(words[start : start + WORDS]).encode()) for start in starts}


def sample(found: set[int]) -> list[int]:
    """Return those of the shingles that every text would keep, as signed 32-bit integers."""
    kept = sorted(number for number in found if number % ONE_IN == 0)[:MOST_SAMPLED]
    return [number - (1 << 32) if number >= 1 << 31 else number for number in kept]


def containment(one: set[int], other: set[int]) -> float:
    """Return how much of the shorter one the other has, from 0 to 1; 0 where one is too short."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= FEWEST else 0.0
