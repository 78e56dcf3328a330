"""The names by which texts speak of actors: shipped with the demonstration, editors' afterwards."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Count

from articles.edits import version_model
from balance.models import Actor, Alias, Focus
from balance.models.actors import always

FOLDER = Path(__file__).resolve().parent.parent / "demo"

ENDS = ("start", "end")

Cells = dict[str, str]


@transaction.atomic
def store_names() -> int:
    """Add the shipped states and names that were never there; return how many names were added.

    A name gets its kind and days where nobody touched it since it was stored. What editors
    changed or removed stays so. Where there is no focus yet nothing is added: that is a product
    somebody has still to fill.
    """
    if not Focus.objects.exists():
        return 0
    _add_states()
    return _add_names()


def _add_states() -> None:
    """Add the actors whose code and name nobody has: one actor never gets two codes."""
    known = set(Actor.objects.values_list("code", flat=True))
    called = {name.lower() for name in Actor.objects.values_list("name", flat=True)}
    called |= {text.lower() for text in Alias.objects.values_list("text", flat=True)}
    missing = [
        Actor(**cells)
        for cells in _rows("dictionary_actors")
        if cells["code"] not in known and cells["name"].lower() not in called
    ]
    Actor.objects.bulk_create(missing)


def _add_names() -> int:
    actors = dict(Actor.objects.values_list("code", "pk"))
    ever = set(version_model(Alias).objects.values_list("actor_id", "text").distinct())
    untouched = _untouched()
    added, dated = [], []
    for (code, text), rows in groupby(_rows("dictionary"), key=itemgetter("actor", "text")):
        if (actor := actors.get(code)) is None:
            continue
        key, names = (actor, text), [_name(cells, actor) for cells in rows]
        if alias := untouched.get(key):
            alias.kind, alias.valid = names[0].kind, names[0].valid
            dated.append(alias)
            added += names[1:]
        elif key not in ever:
            added += names
    Alias.objects.bulk_update(dated, ["kind", "valid"])
    Alias.objects.bulk_create(added)
    return len(added)


def _untouched() -> dict[tuple[Any, str], Alias]:
    """Return the names that stand as they were first stored, without kind and days."""
    versions: dict[int, int] = defaultdict(int)
    counted = version_model(Alias).objects.values("pgh_obj_id").annotate(count=Count("pk"))
    versions.update(counted.values_list("pgh_obj_id", "count"))
    plain = Alias.objects.filter(kind=Alias.Kind.NAME, valid=always())
    return {(alias.actor_id, alias.text): alias for alias in plain if versions[alias.pk] == 1}


def _name(cells: Cells, actor: int) -> Alias:
    start, end = (date.fromisoformat(cells[name]) if cells[name] else None for name in ENDS)
    return Alias(
        actor_id=actor,
        text=cells["text"],
        kind=cells["kind"],
        is_case_sensitive=cells["match_capitals"] == "yes",
        valid=DateRange(start, end),
    )


def _rows(name: str) -> Iterator[Cells]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
