"""Whether a text is English, by the share of the small words that every English text has."""

import re
from typing import Final, Literal

from balance.coding import grammar

_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL: Final = grammar.word_set(
    "the of and to in a is that for on with as by it at from was has have are be said"
    " will an its his not which their were been this but or who after over"
)
_SAMPLE: Final = 4_000  # Characters; enough of any article.
_FEWEST: Final = 25  # Words; a shorter text may be a headline without small words.
_LEAST: Final = 0.12


def unread_because(text: str) -> Literal["", "empty", "not_english"]:
    """Return why a text gives no proposals, whatever it reports; "" where it may."""
    if not _WORD.search(text):
        return "empty"
    return "" if is_english(text) else "not_english"


def is_english(text: str) -> bool:
    """Say whether the text seems English; a few words are, when their letters are Latin."""
    found = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not found:
        return False
    latin = sum(word.isascii() for word in found) / len(found)
    if len(found) < _FEWEST:
        return latin > 0.6
    return latin > 0.6 and sum(word in _SMALL for word in found) / len(found) >= _LEAST
