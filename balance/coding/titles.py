"""A short headline of ours for what a sentence reports."""

import re
from typing import Final

from balance.coding.acts import Act
from balance.coding.reading import Reading

LONGEST: Final = 100
_SPACE: Final = re.compile(r"\s+")


def title(text: str, reading: Reading, act: Act) -> str:
    """Return the words from who acts to the last one acted on, without what surrounds them."""
    parties = [*act.initiators, *act.recipients, *act.hosts]
    first = min([reading.words[act.hit.first].start, *(party.start for party in parties)])
    last = max([reading.words[act.hit.last].end, *(party.end for party in parties)])
    return shortened(text[first:last])


def shortened(text: str) -> str:
    """Return the text on one line, cut at a word where it is too long."""
    line = _SPACE.sub(" ", text.replace("\x00", " ")).strip(' ,;:–—-"“”‘')
    if len(line) > LONGEST:
        cut = line.rfind(" ", LONGEST // 2, LONGEST - 1)
        line = line[: cut if cut > 0 else LONGEST - 1].rstrip(" ,;:") + "…"
    return line[:1].upper() + line[1:]
