"""Names that the product ships with: states, who is in office there, bodies of states."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

from balance.coding.dictionary import Kind, Name

TABLE: Final = Path(__file__).with_name("names.csv")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A shipped name, and whether its actor is a state or a body of states."""

    name: Name
    of: Literal["state", "body"]


@cache
def shipped_names() -> tuple[Shipped, ...]:
    """Return the shipped names; of a person with the days of the office, as far as known.

    A name in capitals (US, UAE) is matched only as it stands.
    """
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(shipped for row in csv.DictReader(lines) for shipped in _of_row(row))


def _of_row(row: dict[str, str]) -> Iterator[Shipped]:
    start, end = (date.fromisoformat(cell) if cell else None for cell in (row["start"], row["end"]))
    of = cast(Literal["state", "body"], row["of"])
    for text in row["names"].split(";"):
        name = Name(text, row["code"], cast(Kind, row["kind"]), text.isupper(), start, end)
        yield Shipped(name, of)
