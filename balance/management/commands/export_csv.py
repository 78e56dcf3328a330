"""Export what is stored as CSV."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from balance.exports import export_csv
from balance.importers.registry import KINDS


class Command(BaseCommand):
    help = "Export all rows of a kind as CSV, in the columns that import_csv reads."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(KINDS), metavar="KIND", help=", ".join(KINDS))
        parser.add_argument(
            "--output", type=Path, metavar="FILE", help="Instead of standard output."
        )

    def handle(self, *, kind: str, output: Path | None, verbosity: int, **_options: Any) -> None:
        if output is None:
            export_csv(kind=kind, file=cast(TextIO, self.stdout))
            return
        shows = bool(verbosity) and self.stderr.isatty()
        try:
            with (
                output.open("w", encoding="utf-8", newline="") as file,
                tqdm(disable=not shows, unit=" rows") as bar,
            ):
                rows = export_csv(
                    kind=kind, file=file, progress=lambda done: bar.update(done - bar.n)
                )
        except OSError as error:
            raise CommandError(f"{output}: {error.strerror or error}.") from error
        if verbosity:
            self.stderr.write(f"{rows} rows written to {output}.")
