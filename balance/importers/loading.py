"""Import of one file: stored whole, or not at all and line by line why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO, TypeVar

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from balance.importers.files import Record, records
from balance.importers.kinds import Kind, Row
from balance.importers.lookups import Lookups
from balance.importers.reading import BadRow, Header, Problem
from balance.importers.registry import IMPORTED
from balance.importers.repeats import Repeats
from balance.importers.reports import Report
from balance.importers.violations import in_words
from balance.operations.demo import ensure_frame

BATCH = 500

Progress = Callable[[int, int], None]
Item = TypeVar("Item")


def import_csv(
    *,
    kind: str,
    file: BinaryIO,
    dry_run: bool = False,
    skip_bad: bool = False,
    progress: Progress = lambda done, rows: None,
) -> Report:
    """Store the rows of a file of this kind, and return what became of each.

    One bad row, and nothing is stored, unless bad rows are to be skipped. A row that is there
    already is a duplicate; one that is there with other values is bad, and nothing is overwritten.
    A dry run reports the same and stores nothing. The file is read twice: it must be seekable.
    `progress` is told the rows done and the rows there are.
    """
    run = _Import(IMPORTED[kind]())
    with transaction.atomic():
        if run.kind.needs_frame:
            ensure_frame()
        run.read(file, progress)
        fails = bool(run.report.rejected) and not skip_bad
        if dry_run or fails:
            transaction.set_rollback(True)
    if fails:
        run.report.stored = 0
    run.report.rejected.sort(key=lambda rejection: rejection.line)
    return run.report


class _Import:
    """One import under way."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.report = Report()
        self.found = Lookups()
        self.waiting: list[Row] = []
        self.given: set[str] = set()

    def read(self, file: BinaryIO, progress: Progress) -> None:
        """Take every row of the file."""
        header = self._header(next(records(file), None))
        if header is None:
            return
        self.given = set(header.names)
        repeats = Repeats(header, islice(records(file), 1, None))
        for batch in _batches(self._rows(file, header, repeats, progress)):
            self._take(batch)
        self._take_waiting()

    def _rows(
        self, file: BinaryIO, header: Header, repeats: Repeats, progress: Progress
    ) -> Iterator[Row]:
        """Yield the rows that can be read; what a bad one held is forgotten at once."""
        for record in islice(records(file), 1, None):
            if row := self._row(record, header, repeats):
                yield row
            if self.report.read % BATCH == 0 or self.report.read == repeats.rows:
                progress(self.report.read, repeats.rows)

    def _header(self, record: Record | None) -> Header | None:
        if record is None:
            names = ",".join(column.name for column in self.kind.columns if not column.is_extra)
            self._reject(
                1, [("", _("the file is empty; begin it with %(names)s") % {"names": names})]
            )
            return None
        try:
            return Header(record, self.kind)
        except BadRow as error:
            for problem in error.problems:
                self._reject(record.line, [problem])
            return None

    def _row(self, record: Record, header: Header, repeats: Repeats) -> Row | None:
        self.report.read += 1
        try:
            row = header.read(record)
        except BadRow as error:
            self._reject(record.line, error.problems)
            return None
        if line := repeats.line_before(record):
            reason = _("line %(line)s has the same %(columns)s; delete one, or correct it")
            words = {"line": line, "columns": ", ".join(header.key_columns)}
            self._reject(row.line, [(header.key_columns[0], reason % words)])
            return None
        return row

    def _take(self, rows: list[Row]) -> None:
        self.found.fetch(
            (reference, code)
            for row in rows
            for _column, reference, code in self.kind.references(row.values)
        )
        known = [row for row in rows if self._is_known(row)]
        there = {
            self.kind.key_of(self.kind.describe(stored)): stored
            for stored in (self.kind.like(known, self.found) if known else ())
        }
        new = []
        for row in known:
            stored = there.get(self.kind.key_of(row.values))
            if stored is None:
                new.append(row)
            else:
                self._compare(row, stored)
        self._store(new)

    def _is_known(self, row: Row) -> bool:
        missing = list(self.kind.unknown(row, self.found))
        if missing and self.kind.waits(row, [column for column, _reference, _code in missing]):
            self.waiting.append(row)
        elif missing:
            self._reject_unknown(row)
        return not missing

    def _reject_unknown(self, row: Row) -> None:
        unknown = self.kind.unknown(row, self.found)
        self._reject(
            row.line,
            [
                (column.name, self.found.unknown(reference, code))
                for column, reference, code in unknown
            ],
        )

    def _compare(self, row: Row, stored: object) -> None:
        if differing := self.kind.differs(row, stored, self.given):
            reason = _("it is there already with other values; edit it in the admin instead")
            self._reject(row.line, [(column, reason) for column in differing])
        else:
            self.report.duplicate += 1

    def _store(self, rows: list[Row]) -> None:
        """Store the rows, and find those that the database refuses by halves."""
        if not rows:
            return
        try:
            with transaction.atomic():
                self.kind.store(rows, self.found)
        except (IntegrityError, DataError) as error:
            if len(rows) == 1:
                self._reject(rows[0].line, [in_words(error, self.kind.key)])
                return
            middle = len(rows) // 2
            self._store(rows[:middle])
            self._store(rows[middle:])
        else:
            self.report.stored += len(rows)

    def _take_waiting(self) -> None:
        """Try the rows again whose references came later in the file, as long as that helps."""
        before = -1
        while self.waiting and len(self.waiting) != before:
            before, rows, self.waiting = len(self.waiting), self.waiting, []
            for batch in _batches(rows):
                self._take(batch)
        for row in self.waiting:
            self._reject_unknown(row)

    def _reject(self, line: int, problems: Sequence[Problem]) -> None:
        """Name a bad row once, by its first problem, with the others behind it."""
        (column, reason), *others = problems
        for other, more in others:
            reason += _("; also %(column)s: %(reason)s") % {"column": other, "reason": more}
        self.report.reject(line, column, reason)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
