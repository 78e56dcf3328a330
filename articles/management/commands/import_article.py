"""Make an article of an address or a file."""

from argparse import ArgumentParser
from datetime import date
from json import dumps
from pathlib import Path
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.intake import MOST_BYTES, NotTakenIn, take_in_address, take_in_file
from articles.models import Article


class Command(BaseCommand):
    help = (
        "Make an article of an address, a saved page (.html) or a text (.txt). The same one again"
        " stores nothing new."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="FILE|URL", help="A file, or an address to fetch.")
        parser.add_argument("--title", default="", help="In place of the one that is found.")
        parser.add_argument("--outlet", default="", help="Who published it, by name.")
        parser.add_argument("--url", default="", help="Where the text of a file was published.")
        parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="When it appeared.")
        parser.add_argument(
            "--json", action="store_true", help="Print the report for a machine, and nothing else."
        )

    def handle(
        self,
        *,
        source: str,
        title: str,
        outlet: str,
        url: str,
        date: date | None,
        json: bool,
        verbosity: int,
        **_options: Any,
    ) -> None:
        asked: dict[str, Any] = {"title": title, "outlet": outlet, "published_on": date}
        asked["at"] = timezone.now()
        try:
            with pghistory.context(by="import_article", source=source[:200]):
                if "://" in source:
                    article = take_in_address(url=source, **asked)
                else:
                    data = _contents(source)
                    article = take_in_file(name=source, data=data, url=url, **asked)
        except NotTakenIn as error:
            if json:
                self.stdout.write(dumps(_report(reason=str(error)), ensure_ascii=False))
            raise CommandError(f"{source}: {error} Nothing was stored.") from error
        if json:
            self.stdout.write(dumps(_report(article), ensure_ascii=False))
        elif verbosity:
            self.stdout.write(_sentence(article))


def _day(written: str) -> date:
    return date.fromisoformat(written)


def _contents(path: str) -> bytes:
    """Return the file, or as much of it as tells that it is too long."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise CommandError(f"{path}: {getattr(error, 'strerror', '') or error}.") from error


def _report(article: Article | None = None, reason: str = "") -> dict[str, Any]:
    counts = {
        "read": 1,
        "stored": int(bool(article and article.is_new)),
        "duplicate": int(bool(article and not article.is_new)),
        "collapsed": 0,
        "rejected": [{"line": 1, "reason": reason}] if reason else [],
    }
    return {**counts, "article": _found(article) if article else None}


def _found(article: Article) -> dict[str, Any]:
    return {
        "id": article.pk,
        "title": article.title,
        "outlet": article.outlet.name,
        "url": article.url or None,
        "canonical_url": article.canonical_url or None,
        "published_on": article.published_on.isoformat() if article.published_on else None,
        "precision": article.published_precision,
        "date_basis": article.date_basis,
        "language": article.language or None,
        "is_garbled": article.is_garbled,
        "duplicate_of": article.duplicate_of_id,
        "letters": len(article.text),
    }


def _sentence(article: Article) -> str:
    what = "Stored" if article.is_new else "Here already"
    day = article.published_on or "no date"
    copy = f" It repeats article {article.duplicate_of_id}." if article.duplicate_of_id else ""
    return f"{what} as article {article.pk}: {article} ({article.outlet}, {day}).{copy}"
