"""Import of one file: stored whole, or not at all and line by line why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import BinaryIO, TypeVar

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from balance.importers.cells import BadCell
from balance.importers.files import Record, records
from balance.importers.kinds import Kind, Row
from balance.importers.lookups import Lookups
from balance.importers.reading import BadRow, Header, Problem
from balance.importers.registry import IMPORTED
from balance.importers.repeats import Repeats
from balance.importers.reports import SHOWN, Report
from balance.importers.violations import in_words
from balance.operations.demo import ensure_frame

BATCH = 500

Progress = Callable[[int, int], None]
Source = Callable[[], Iterator[Record]]  # Begins anew with every call.
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
    return import_rows(
        kind=IMPORTED[kind](),
        source=partial(records, file),
        dry_run=dry_run,
        skip_bad=skip_bad,
        progress=progress,
    )


def import_rows(
    *,
    kind: Kind,
    source: Source,
    dry_run: bool = False,
    skip_bad: bool = False,
    change: bool = False,
    progress: Progress = lambda done, rows: None,
) -> Report:
    """Do what `import_csv` does with rows from anywhere.

    With `change` a row that is there with other values is no bad row: the record gets its values,
    except that nothing is withdrawn, restored or decided this way.
    """
    run = _Import(kind, change=change and bool(kind.changes))
    with transaction.atomic():
        if run.kind.needs_frame:
            ensure_frame()
        run.read(source, progress)
        fails = bool(run.report.rejected) and not skip_bad
        if dry_run or fails:
            transaction.set_rollback(True)
    if fails:
        run.report.stored = run.report.changed = 0
    run.report.rejected.sort(key=lambda rejection: rejection.line)
    return run.report


class _Import:
    """One import under way."""

    def __init__(self, kind: Kind, *, change: bool) -> None:
        self.kind = kind
        self.change = change
        self.report = Report()
        self.found = Lookups()
        self.waiting: list[Row] = []
        self.given: set[str] = set()

    def read(self, source: Source, progress: Progress) -> None:
        """Take every row of the file."""
        header = self._header(next(source(), None))
        if header is None:
            return
        self.given = set(header.places)
        self.report.columns = header.names
        repeats = Repeats(header, islice(source(), 1, None))
        for batch in _batches(self._rows(source, header, repeats, progress)):
            self._take(batch)
        self._take_waiting()

    def _rows(
        self, source: Source, header: Header, repeats: Repeats, progress: Progress
    ) -> Iterator[Row]:
        """Yield the rows that can be read; what a bad one held is forgotten at once."""
        for record in islice(source(), 1, None):
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
        new, changed = [], []
        for row in known:
            stored = there.get(self.kind.key_of(row.values))
            if stored is None:
                new.append(row)
            elif self._is_changed(row, stored):
                changed.append((row, stored))
        self._store(new)
        self._change(changed)

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

    def _is_changed(self, row: Row, stored: object) -> bool:
        """Say whether the row is to change what is stored; else count it."""
        differing = self.kind.differs(row, stored, self.given)
        if not differing:
            self.report.duplicate += 1
            return False
        reason = _("it is there already with other values; edit it in the admin instead")
        if self.change and self.kind.leaves_public and self.kind.is_public(stored):
            reason = _("readers see it already; a publisher changes it")
        elif self.change:
            kept = [name for name in differing if name in self.kind.never_changed]
            reason = _("a file neither withdraws nor restores nor decides; do that in the admin")
            if not kept:
                return True
            differing = kept
        self._tell(row, stored)
        self._reject(row.line, [(column, reason) for column in differing])
        return False

    def _tell(self, row: Row, stored: object) -> None:
        """Keep how the row differs from what is stored, while there is room."""
        if len(self.report.differences) < SHOWN:
            self.report.differences.append(self.kind.difference(row, stored, self.given))

    def _store(self, rows: list[Row]) -> None:
        """Store the rows, and count and name them."""
        for row in self._written(
            rows, lambda rows: self.kind.store(rows, self.found), row_of=_same
        ):
            self.report.stored += 1
            if len(self.report.new) < SHOWN:
                self.report.new.append((row.line, self.kind.key_in_words(row.values)))

    def _change(self, pairs: list[tuple[Row, object]]) -> None:
        """Give the stored records what the rows say, and count and name them."""
        whole = []
        for row, stored in pairs:
            self._tell(row, stored)
            try:
                whole.append((self.kind.whole(row, stored, self.given), stored))
            except BadCell as error:
                self._reject(row.line, [(error.column, error.reason)])
        for _pair in self._written(
            whole, lambda pairs: self.kind.change(pairs, self.found), row_of=itemgetter(0)
        ):
            self.report.changed += 1

    def _written(
        self,
        items: list[Item],
        write: Callable[[list[Item]], None],
        *,
        row_of: Callable[[Item], Row],
    ) -> Iterator[Item]:
        """Write what can be written, and find by halves what the database refuses."""
        if not items:
            return
        try:
            with transaction.atomic():
                write(items)
        except (IntegrityError, DataError) as error:
            if len(items) == 1:
                self._reject(row_of(items[0]).line, [in_words(error, self.kind.key)])
                return
            middle = len(items) // 2
            yield from self._written(items[:middle], write, row_of=row_of)
            yield from self._written(items[middle:], write, row_of=row_of)
        else:
            yield from items

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


def _same(row: Row) -> Row:
    return row
