"""What every kind of file has: columns, a key, and the way from rows to tables and back."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models

from balance.importers.columns import Column, Reference
from balance.importers.lookups import Lookups

Values = dict[str, Any]
Key = tuple[Any, ...]


@dataclass(slots=True)
class Row:
    """A row of a file, read: the line it begins on, and a value for each column."""

    line: int
    values: Values

    def __getitem__(self, column: str) -> Any:
        return self.values[column]


class Kind:
    """One kind of file; subclasses say what its columns mean.

    `describe` and `store` are opposites: what one writes into the tables the other reads out,
    in the same values, so that a file can be compared with what is there.
    """

    name: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    key: ClassVar[tuple[str, ...]]  # The columns that tell two rows apart.
    needs_frame: ClassVar[bool] = False  # Its rows are about poles or a focus.

    def tidy(self, values: Values) -> None:
        """Bring cells that depend on each other into one form.

        Raises:
            BadCell: if they contradict each other.
        """

    def objects(self) -> models.QuerySet[Any]:
        """Return the stored rows in the order of the export, with what `describe` reads."""
        raise NotImplementedError

    def like(self, rows: Sequence[Row], found: Lookups) -> models.QuerySet[Any]:
        """Return the stored rows that may have the key of one of these rows."""
        raise NotImplementedError

    def describe(self, stored: Any) -> Values:
        """Return a stored row as the values of a file's row."""
        raise NotImplementedError

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        """Write the rows into the tables."""
        raise NotImplementedError

    def key_of(self, values: Values) -> Key:
        """Return what tells this row from others."""
        return tuple(values[column] for column in self.key)

    def references(self, values: Values) -> Iterator[tuple[Column, Reference, str]]:
        """Yield the codes of other tables that the row names, each with its column."""
        for column in self.columns:
            value = values[column.name]
            if column.refers and value != column.empty:
                for code in column.codes(value):
                    yield column, column.refers, code

    def unknown(self, row: Row, found: Lookups) -> Iterator[tuple[Column, Reference, str]]:
        """Yield the codes that are not there, each with its column."""
        for column, reference, code in self.references(row.values):
            if (reference, code) not in found:
                yield column, reference, code

    def differs(self, row: Row, stored: Any, given: Collection[str]) -> list[str]:
        """Return the columns in which a row says other things than what is stored.

        A row that names no article, or one that the record cites, does not differ in it.
        """
        there = self.describe(stored)
        cited = {"", *(evidence.article.url for evidence in getattr(stored, "cited", ()))}
        return [
            column.name
            for column in self.columns
            if column.name in given
            and column.is_compared
            and row[column.name] != there[column.name]
            and not (column.name == "article_url" and row["article_url"] in cited)
        ]

    def says_nothing(self, column: Column, value: Any) -> bool:
        """Return whether a file without the column would mean the same."""
        return value is None or value == column.empty

    def waits(self, row: Row, missing: Sequence[Column]) -> bool:
        """Return whether what the row misses may still come in the same file."""
        return False
