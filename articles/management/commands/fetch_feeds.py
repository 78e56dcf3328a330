"""Look at the feeds that are due."""

from argparse import ArgumentParser
from json import dumps
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from articles.cycles import AlreadyRunning, Cycle, run_cycle
from articles.looking import look_now
from articles.models import Feed

PATIENCE = 60  # Seconds: a worker's own cycle is over by then.


class Command(BaseCommand):
    help = (
        "Look at the feeds that are due, as the worker does every minute, and visit pages that"
        " wait for their text. Exit status 1 when no feed could be read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all", action="store_true", help="Look at every active feed, due or not."
        )
        parser.add_argument(
            "--json", action="store_true", help="Print the report for a machine, and nothing else."
        )

    def handle(self, *, all: bool, json: bool, verbosity: int, **_options: Any) -> None:  # noqa: A002
        now = timezone.now()
        if all:
            look_now(feeds=list(Feed.objects.values_list("pk", flat=True)), now=now)
        with tqdm(disable=not (verbosity and self.stderr.isatty()), unit="") as bar:

            def progress(what: str, done: int, count: int) -> None:
                bar.set_description_str(what)
                bar.total = count
                bar.update(done - bar.n)

            try:
                cycle = run_cycle(now=now, patience=PATIENCE, progress=progress)
            except AlreadyRunning:
                raise CommandError("A worker is looking at the feeds: try again later.") from None
        self._print(cycle, json=json, verbosity=verbosity)
        if cycle.failures and len(cycle.failures) == len(cycle.looks):
            raise CommandError("No feed could be read, for the reasons above.")

    def _print(self, cycle: Cycle, *, json: bool, verbosity: int) -> None:
        if json:
            self.stdout.write(dumps(_report(cycle), ensure_ascii=False))
        elif verbosity:
            for look in cycle.failures:
                self.stdout.write(f"{look.feed}: {look.error}")
            self.stdout.write(_in_words(cycle))


def _report(cycle: Cycle) -> dict[str, Any]:
    return {
        "feeds": len(cycle.looks),
        "unchanged": sum(look.is_unchanged for look in cycle.looks),
        "items": sum(look.items for look in cycle.looks),
        "new": sum(look.new for look in cycle.looks),
        "failed": [{"feed": look.feed, "reason": look.error} for look in cycle.failures],
        "pages": sum(not outcome.error for outcome in cycle.outcomes),
        "pages_failed": [
            {"page": outcome.url, "reason": outcome.error, "given_up": outcome.is_given_up}
            for outcome in cycle.outcomes
            if outcome.error
        ],
        "feeds_left": cycle.feeds_left,
        "pages_left": cycle.pages_left,
    }


def _in_words(cycle: Cycle) -> str:
    told = _report(cycle)
    return (
        f"Feeds looked at: {told['feeds']}, failed: {len(told['failed'])}, left for the next"
        f" cycle: {told['feeds_left']}. New articles: {told['new']}. Pages read: {told['pages']},"
        f" failed: {len(told['pages_failed'])}, waiting: {told['pages_left']}."
    )
