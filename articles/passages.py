"""A quotation with a little of the text around it: public pages show no more."""

import re
from dataclasses import dataclass

_SENTENCES = re.compile(r"(?<=[.!?…。])[\"”’»)]*\s+|\n{2,}")


@dataclass(frozen=True)
class Passage:
    """A quotation, and the sentence before and after it; empty at the text's ends."""

    before: str
    quote: str
    after: str


def passage(text: str, quote: str) -> Passage:
    """Return the quotation with at most two sentences around it, one on each side.

    Where the text is not stored, or does not have the words, the quotation stands alone.
    """
    at = text.find(quote) if quote else -1
    if at < 0:
        return Passage("", quote, "")
    before = _sentences(text[:at])
    after = _sentences(text[at + len(quote) :])
    return Passage(before[-1] if before else "", quote, after[0] if after else "")


def _sentences(text: str) -> list[str]:
    return [found for part in _SENTENCES.split(text) if (found := part.strip())]
