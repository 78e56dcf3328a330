"""From a record of a file to a row of values, or to what is wrong with it."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from django.utils.translation import gettext as _

from balance.importers.cells import BadCell, quoted
from balance.importers.columns import Column
from balance.importers.files import Record
from balance.importers.kinds import Kind, Row
from balance.importers.spreadsheets import plain_cell

REASON = "reason"  # The column that a file of refused rows has besides; it may stay.
_NOT_UTF8 = re.compile(r"[\ud800-\udfff]")

Problem = tuple[str, str]  # A column, or nothing, and what is wrong with it.


class BadRow(ValueError):
    """A row, or the header, cannot be read; `problems` says why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(reason for _column, reason in problems))
        self.problems = problems


class Header:
    """Which of the kind's columns a file has, and where."""

    def __init__(self, record: Record, kind: Kind) -> None:
        """Read the header.

        Raises:
            BadRow: if a column is missing, unknown or there twice.
        """
        if record.problem:
            raise BadRow([("", record.problem)])
        names = [cell.strip() for cell in record.cells]
        if problems := list(_header_problems(names, kind)):
            raise BadRow(problems)
        self.kind = kind
        self.names = names
        self.places = {name: place for place, name in enumerate(names) if name != REASON}

    @property
    def key_columns(self) -> list[str]:
        """The columns of the file that tell two rows apart."""
        return [name for name in self.kind.key if name in self.places]

    def key(self, record: Record) -> tuple[str, ...]:
        """Return the record's key as it is written."""
        places = (self.places[name] for name in self.key_columns)
        return tuple(
            record.cells[place].strip() if place < len(record.cells) else "" for place in places
        )

    def read(self, record: Record) -> Row:
        """Read a record.

        Raises:
            BadRow: if a cell cannot be read, or cells contradict each other.
        """
        if record.problem:
            raise BadRow([("", record.problem)])
        if len(record.cells) != len(self.names):
            raise BadRow([("", _wrong_length(len(record.cells), len(self.names)))])
        row, problems = Row(record.line, {}), []
        for column in self.kind.columns:
            try:
                row.values[column.name] = self._value(record, column)
            except BadCell as error:
                problems.append((column.name, error.reason))
        if problems:
            raise BadRow(problems)
        try:
            self.kind.tidy(row.values)
        except BadCell as error:
            raise BadRow([(error.column, error.reason)]) from None
        return row

    def _value(self, record: Record, column: Column) -> object:
        place = self.places.get(column.name)
        cell = "" if place is None else plain_cell(record.cells[place])
        if cell:
            _check_characters(cell)
            return column.parse(cell)
        if column.is_required:
            raise BadCell(_("it is empty; fill it in"))
        return column.empty


def _check_characters(cell: str) -> None:
    if wrong := _NOT_UTF8.search(cell):
        raise BadCell(
            _("the byte %(byte)s is not UTF-8; save the file with the encoding UTF-8")
            % {"byte": f"0x{ord(wrong.group()) & 0xFF:02x}"}
        )
    if "\x00" in cell:
        raise BadCell(_("there is a NUL byte; delete it"))


def _wrong_length(found: int, expected: int) -> str:
    return _(
        "the row has %(found)s cells and the header %(expected)s; look for a missing comma, or"
        " put a cell that has one in quotation marks"
    ) % {"found": found, "expected": expected}


def _header_problems(names: list[str], kind: Kind) -> Iterator[Problem]:
    if any(_NOT_UTF8.search(name) or "\x00" in name for name in names):
        yield "", _("the first line is not UTF-8; save the file with the encoding UTF-8")
        return
    known = [column.name for column in kind.columns]
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]):
        yield "", _("the columns are not separated by commas; save the file with commas")
        return
    for column in kind.columns:
        if column.name not in names and not column.is_extra:
            yield column.name, _("the column is missing; add it, with empty cells if need be")
    for place, name in enumerate(names):
        if name in names[:place]:
            yield name, _("the column is there twice; delete one")
        elif name not in known and name != REASON:
            yield quoted(name)["cell"], _unknown_column(name, kind)


def _unknown_column(name: str, kind: Kind) -> str:
    known = [column.name for column in kind.columns]
    nearest = get_close_matches(name[:100], known, n=1)
    if nearest:
        return _("%(kind)s has no such column; rename it to %(nearest)s, or delete it") % {
            "kind": kind.name,
            "nearest": nearest[0],
        }
    return _("%(kind)s has no such column; delete it") % {"kind": kind.name}
