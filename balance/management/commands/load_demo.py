"""Fill an empty database with the demonstration data."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from balance.importers.demo import DatabaseNotEmpty, load_demo


class Command(BaseCommand):
    help = "Fill an empty database with Azerbaijan's events, actors, ties, figures and claims."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Where there are data already, do nothing and call it well.",
        )

    def handle(self, *, if_empty: bool, verbosity: int, **_options: Any) -> None:
        try:
            counts = load_demo()
        except DatabaseNotEmpty as error:
            if if_empty:
                return
            raise CommandError(
                "There are data already, and the demonstration would mix with them."
                " Load it into an empty database, or say --if-empty."
            ) from error
        if verbosity:
            self.stdout.write(", ".join(f"{count} {name}" for name, count in counts.items()) + ".")
