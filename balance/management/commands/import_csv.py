"""Import a CSV file of one kind."""

import shutil
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from json import dumps
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import pghistory
from django.core.management.base import BaseCommand, CommandError, DjangoHelpFormatter
from django.db import DatabaseError
from tqdm import tqdm

from balance.importers.columns_help import columns_in_words
from balance.importers.loading import import_csv
from balance.importers.registry import IMPORTED
from balance.importers.reports import Report


class _WithColumns(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Keeps the lines of the columns' meanings apart."""


class Command(BaseCommand):
    help = (
        "Import a CSV file: whole, or not at all with the bad rows named. Rows that are there"
        " already are counted and left alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "kind", choices=sorted(IMPORTED), metavar="KIND", help=", ".join(IMPORTED)
        )
        parser.add_argument("path", metavar="FILE", help="The file; - is standard input.")
        parser.add_argument("--dry-run", action="store_true", help="Count, but store nothing.")
        parser.add_argument(
            "--skip-bad", action="store_true", help="Store the good rows and name the bad ones."
        )
        parser.add_argument(
            "--json", action="store_true", help="Print the report for a machine, and nothing else."
        )
        parser.formatter_class = _WithColumns
        parser.epilog = columns_in_words()

    def handle(
        self,
        *,
        kind: str,
        path: str,
        dry_run: bool,
        skip_bad: bool,
        json: bool,
        verbosity: int,
        **_options: Any,
    ) -> None:
        name = "standard input" if path == "-" else Path(path).name
        with (
            _seekable(path) as file,
            tqdm(disable=not (verbosity and self.stderr.isatty()), unit=" rows") as bar,
            pghistory.context(by="import_csv", kind=kind, file=name),
        ):

            def progress(done: int, rows: int) -> None:
                bar.total = rows
                bar.update(done - bar.n)

            try:
                report = import_csv(
                    kind=kind, file=file, dry_run=dry_run, skip_bad=skip_bad, progress=progress
                )
            except DatabaseError as error:
                raise CommandError(f"Nothing was stored. The database stopped: {error}") from error
        self._print(report, json=json, verbosity=verbosity, dry_run=dry_run)
        if report.rejected and not (skip_bad and report.stored + report.duplicate):
            raise CommandError(f"{name}: nothing was stored, because of the rows named above.")

    def _print(self, report: Report, *, json: bool, verbosity: int, dry_run: bool) -> None:
        if json:
            self.stdout.write(dumps(report.as_json(), ensure_ascii=False))
        elif verbosity:
            for rejection in report.rejected:
                self.stdout.write(str(rejection))
            self.stdout.write(f"{report}{' A dry run: nothing was kept.' if dry_run else ''}")


@contextmanager
def _seekable(path: str) -> Iterator[BinaryIO]:
    """Open the file; what can be read only once, such as a pipe, goes through a temporary one."""
    try:
        with ExitStack() as stack:
            file = sys.stdin.buffer if path == "-" else stack.enter_context(Path(path).open("rb"))
            if not file.seekable():
                copy = stack.enter_context(TemporaryFile())
                shutil.copyfileobj(file, copy)
                file = copy
            yield file
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror or error}.") from error
