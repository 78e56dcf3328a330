"""CSV of what is stored, in the columns that the importers read."""

import csv
from collections.abc import Callable, Iterator
from typing import TextIO

from balance.importers.columns import Column
from balance.importers.kinds import Kind
from balance.importers.registry import KINDS
from balance.importers.spreadsheets import safe_cell

__all__ = ["export_csv", "export_rows", "safe_cell"]

CHUNK = 500


def export_csv(
    *, kind: str, file: TextIO, progress: Callable[[int], None] = lambda rows: None
) -> int:
    """Write all rows of a kind after a header, and return how many rows there were.

    What is written reads back as the same rows; cells that a spreadsheet would run are guarded.
    """
    plain = csv.writer(file, lineterminator="\n")
    # The module leaves a carriage return bare, and a reader would take it for the row's end.
    quoting = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows = -1
    for rows, cells in enumerate(export_rows(kind=kind)):
        (quoting if any("\r" in cell for cell in cells) else plain).writerow(cells)
        if rows % CHUNK == 0:
            progress(rows)
    progress(rows)
    return rows


def export_rows(*, kind: str) -> Iterator[list[str]]:
    """Yield the header, then each row, as cells that are safe in a spreadsheet."""
    described = KINDS[kind]()
    columns = _columns_that_say_something(described)
    yield [column.name for column in columns]
    for stored in described.objects().iterator(chunk_size=CHUNK):
        values = described.describe(stored)
        yield [safe_cell(column.text(values[column.name])) for column in columns]


def _columns_that_say_something(kind: Kind) -> list[Column]:
    silent = {column.name: column for column in kind.columns if column.is_extra}
    for stored in kind.objects().iterator(chunk_size=CHUNK) if silent else ():
        values = kind.describe(stored)
        silent = {
            name: column
            for name, column in silent.items()
            if kind.says_nothing(column, values[name])
        }
        if not silent:
            break
    return [column for column in kind.columns if column.name not in silent]
