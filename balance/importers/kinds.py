"""What every kind of file has: columns, a key, and the way from rows to tables and back."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now

from balance.importers.columns import Column, Reference
from balance.importers.lookups import Lookups
from balance.importers.reports import Difference

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
    model: ClassVar[type[models.Model] | None] = None  # Whose rows go out in these columns.
    changes: ClassVar[tuple[str, ...]] = ()  # Fields that a file may change. None: it only adds.
    only_proposes = False  # Records arrive as proposals, whatever the file says of them.
    leaves_public = False  # What readers see already stays as it is.
    never_changed: ClassVar[tuple[str, ...]] = ("status", "withdrawn_because")

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

    def fresh(self, row: Row, found: Lookups) -> models.Model:
        """Return the record that the row describes, unsaved and without its parts."""
        raise NotImplementedError

    def change(self, pairs: Sequence[tuple[Row, Any]], found: Lookups) -> None:
        """Give the stored records what whole rows say; kinds with parts replace these as well."""
        records = [stored for _row, stored in pairs]
        model = type(records[0])
        names = list(self.changes)
        attributes = [model._meta.get_field(name).attname for name in names]
        for row, stored in pairs:
            made = self.fresh(row, found)
            for attribute in attributes:
                setattr(stored, attribute, getattr(made, attribute))
        if any(field.name == "updated_at" for field in model._meta.fields):
            names.append("updated_at")
            for stored in records:
                stored.updated_at = Now()
        model._default_manager.bulk_update(records, names)

    def whole(self, row: Row, stored: Any, given: Collection[str]) -> Row:
        """Return the row with what is stored in place of the columns that the file lacks.

        Raises:
            BadCell: if the two contradict each other.
        """
        values = {**self.describe(stored), **{name: row[name] for name in given}}
        self.tidy(values)
        return Row(row.line, values)

    def key_in_words(self, values: Values) -> str:
        """Return the key for a person to read."""
        by_name = {column.name: column for column in self.columns}
        return " · ".join(by_name[name].text(values[name]) or "–" for name in self.key)

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

    def is_public(self, stored: Any) -> bool:
        """Return whether readers see the record as one that somebody confirmed."""
        return False

    def difference(self, row: Row, stored: Any, given: Collection[str]) -> Difference:
        """Return how the row differs, in cells as a file would have them."""
        there = self.describe(stored)
        by_name = {column.name: column for column in self.columns}
        return Difference(
            row.line,
            self.key_in_words(row.values),
            [
                (name, by_name[name].text(there[name]), by_name[name].text(row[name]))
                for name in self.differs(row, stored, given)
            ],
        )

    def says_nothing(self, column: Column, value: Any) -> bool:
        """Return whether a file without the column would mean the same."""
        return value is None or value == column.empty

    def waits(self, row: Row, missing: Sequence[Column]) -> bool:
        """Return whether what the row misses may still come in the same file."""
        return False
