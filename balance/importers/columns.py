"""Columns of the CSV files: declared once, for the importer, the exporter and the help."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.functional import Promise

from balance.importers import cells

Text = str | Promise


@dataclass(frozen=True, eq=False)
class Reference:
    """Rows of another table that a cell names."""

    model: type[models.Model]
    lookup: str
    noun: Text
    also: tuple[str, ...] = ()  # Further lookups whose words suggest the code.


def _alone(value: Any) -> Iterable[str]:
    return [value]


@dataclass(frozen=True)
class Column:
    """One column: how its cells are read and written, and what they mean."""

    name: str
    help: Text
    parse: cells.Parser = field(default=cells.text(200))
    write: Callable[[Any], str] = str
    empty: Any = ""
    is_required: bool = False  # Its cells say something.
    is_extra: bool = False  # A file may lack it; the exporter leaves it out where it says nothing.
    is_compared: bool = True  # A row that differs only here is the same row.
    refers: Reference | None = None
    codes: Callable[[Any], Iterable[str]] = _alone

    def text(self, value: Any) -> str:
        """Write the value as the cell that reads back to it."""
        if value is None or (value == self.empty and not self.is_required):
            return ""
        return self.write(value)
