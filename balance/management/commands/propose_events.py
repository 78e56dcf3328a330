"""Propose events: of a text on standard output, or of all articles that wait to be read."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from balance.operations.proposing import propose_from, waiting_articles
from balance.queries.proposals import proposals_of_text

MOST_BYTES = 5_000_000


class Command(BaseCommand):
    help = (
        "Read the articles that wait, and propose events to the editors."
        " With --text: show what a text proposes, and store nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--text", type=Path, metavar="FILE", help="A text in UTF-8.")
        parser.add_argument(
            "--date", type=_day, metavar="YYYY-MM-DD", help="The day the text was published."
        )
        parser.add_argument("--json", action="store_true", help="For machines.")

    def handle(self, **options: Any) -> None:
        if options["text"] is None and options["date"] is not None:
            raise CommandError("--date is the day of a --text: give its file, too.")
        found: Any
        if options["text"] is not None:
            found = proposals_of_text(_text(options["text"]), published_on=options["date"])
            lines = [f"{row['score']:.2f}  {row['date']}  {row['sentence']}" for row in found]
        else:
            found = self._read_waiting(is_silent=not options["verbosity"])
            lines = [_summary(found)] if options["verbosity"] else []
        self.stdout.write(
            json.dumps(found, ensure_ascii=False, indent=1) if options["json"] else "\n".join(lines)
        )

    def _read_waiting(self, *, is_silent: bool) -> dict[str, int]:
        """Read what waits once; what fails waits for the next time."""
        counts = {"read": 0, "failed": 0, "proposals": 0}
        for article in tqdm(waiting_articles(), unit="article", disable=is_silent or None):
            found = propose_from(article=article, at=timezone.now())
            counts["failed" if found is None else "read"] += 1
            counts["proposals"] += found or 0
        return counts


def _summary(counts: dict[str, int]) -> str:
    sentence = "{read} articles read, {failed} could not be read; {proposals} proposals."
    return sentence.format(**counts)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{path} is no text in UTF-8; save it as UTF-8 and try again."
        ) from error
    if len(data) > MOST_BYTES:
        raise CommandError(f"{path} is longer than 5 MB, which no article is.")
    return text.replace("\r\n", "\n")


def _day(words: str) -> date:
    """Read an ISO day; argparse turns the ValueError into a sentence that names the option."""
    return date.fromisoformat(words)
