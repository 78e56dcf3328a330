"""The demonstration data: an empty database in, Azerbaijan's balance with a past out."""

import pghistory
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article
from balance.importers.demo_past import move_recorded_times
from balance.importers.loading import import_csv
from balance.models import Actor, Claim, Event, Focus, Observation, Scheme, Tie
from balance.models.records import EDITORIAL, Dataset
from balance.operations.demo import (
    FOLDER,
    store_countries,
    store_foci,
    store_indicators,
    store_pages,
    store_poles,
    store_texts,
    store_translations,
)
from balance.operations.names import store_names
from balance.operations.proposing import propose_from
from balance.operations.series import refresh_series


class DatabaseNotEmpty(RuntimeError):
    """There are events or actors already; the demonstration would mix with them."""


def is_empty() -> bool:
    """Return whether the database has none of what the demonstration brings."""
    return not any(model.objects.exists() for model in (Event, Actor, Scheme))


@transaction.atomic
def load_demo() -> dict[str, int]:
    """Fill an empty database, and return how many rows of each kind there are then.

    Each event is recorded as of the end of its article's date, its participants with it; what
    the events are read against, as of 2010. All versions carry a context that says so.

    Raises:
        DatabaseNotEmpty: if there is anything that this could mix with.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('balance.demo'))")
    if not is_empty():
        raise DatabaseNotEmpty
    with _recorded_as_of("2010-01-01"):
        store_poles()
        store_translations()
        _import("actors")
        store_foci()
        store_indicators()
        _import("pole_memberships")
        store_names()
    with _recorded_as_of("article date"):
        _import("events")
        _import("event_articles")
    with _recorded_as_of("2010-01-01"):
        _import("relationships")
        _import("memberships")
        store_pages()
    with _recorded_as_of("end of the period"):
        _import("indicators")
        _import("claims")
    with _recorded_as_of("2010-01-01"):
        store_countries()
        texts = store_texts()
    move_recorded_times()
    _refresh_series()
    for article in texts:
        propose_from(article=article, at=timezone.now())
    return {
        str(model._meta.verbose_name_plural): model.objects.count()
        for model in (Event, Actor, Tie, Observation, Claim, Article)
    }


def _recorded_as_of(what: str) -> pghistory.context:
    return pghistory.context(by="load_demo", recorded_as_of=what)


def _import(kind: str) -> None:
    with (FOLDER / f"{kind}.csv").open("rb") as file:
        report = import_csv(kind=kind, file=file)
    if report.rejected:
        raise ValueError(f"{kind}.csv of the demonstration: {report.rejected[0]}")


def _refresh_series() -> None:
    editorial = Dataset.objects.get(code=EDITORIAL)
    for focus in Focus.objects.all():
        refresh_series(dataset=editorial, focus=focus)
