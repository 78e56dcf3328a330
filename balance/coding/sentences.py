"""Where sentences begin and end."""

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|\n")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets [start, end) of each sentence, without the space around it."""
    start = 0
    for stop in [*(match.end() for match in _END.finditer(text)), len(text)]:
        piece = text[start:stop]
        if stripped := piece.strip():
            begin = start + piece.index(stripped[0])
            yield begin, begin + len(stripped)
        start = stop
