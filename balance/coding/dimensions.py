"""Which dimension of relations an act belongs to, by the words of its sentence."""

import csv
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from balance.coding.words import Word, stemmed

TABLE: Final = Path(__file__).with_name("dimensions.csv")
_ORDER: Final = ("energy", "transport", "security", "cultural", "economic", "diplomatic")
# Diplomats speak of everything, and their titles stand in every sentence.
_WEIGHT: Final = {"diplomatic": 0.6, "economic": 0.9, "energy": 1.6, "transport": 1.2}
_LIKELY: Final = {"ASSAULT": "security", "MOBILIZE": "security", "COERCE": "security"}
_BY_CODE: Final = {
    "061": "economic", "062": "security", "071": "economic", "072": "security", "074": "security",
    "087": "security", "163": "economic", "021": "economic", "0311": "economic",
}  # fmt: skip


@cache
def _dimensions() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {
            stemmed(word)[0]: row["dimension"]
            for row in csv.DictReader(lines)
            for word in row["words"].split()
        }


def dimension(words: Iterable[Word], event_type: str, cameo_code: str) -> str:
    """Return the dimension whose words weigh most; diplomatic where none of them stands."""
    table = _dimensions()
    found = Counter(table[stem] for stem in {word.stem for word in words} if stem in table)
    weights = {name: count * _WEIGHT.get(name, 1.0) for name, count in found.items()}
    likely = _LIKELY.get(event_type) or _BY_CODE.get(cameo_code)
    if likely:
        weights[likely] = weights.get(likely, 0.0) + 1.0
    if not weights:
        return "diplomatic"
    return max(_ORDER, key=lambda name: weights.get(name, 0.0))
