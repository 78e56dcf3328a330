"""The names of actors as the coding engine reads them, each with whom the actor stands for."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Q

from articles.edits import version_model
from balance.coding.dictionary import Dictionary, Kind, Name
from balance.coding.names import shipped_names
from balance.models import Actor, Alias

_ROOTS = """
WITH RECURSIVE chain(id, root, code, affiliation_id, depth) AS (
  SELECT id, id, code, affiliation_id, 0 FROM balance_actor WHERE withdrawn_because = ''
  UNION ALL
  SELECT chain.id, upper.id, upper.code, upper.affiliation_id, depth + 1
    FROM chain JOIN balance_actor upper ON upper.id = chain.affiliation_id)
SELECT DISTINCT ON (id) id, code FROM chain ORDER BY id, depth DESC
"""
# What versions there are says whether a name changed: triggers note every change.
_VERSION = """
SELECT (SELECT max(pgh_id) FROM balance_aliasversion),
       (SELECT max(pgh_id) FROM balance_actorversion)
"""
_OF_KIND: dict[str, Kind] = {
    Actor.Kind.PERSON: "person",
    Actor.Kind.CORRIDOR: "place",
    Actor.Kind.COMPANY: "institution",
    Actor.Kind.ORGANISATION: "institution",
}
_kept: dict[tuple[Any, ...], Dictionary] = {}


def dictionary() -> Dictionary:
    """Return the names of all standing actors; built anew once a name or actor changed.

    A person, company or body means whom it stands for: “Putin” is RUS. Who only looks on is among
    the names, so that “Trump Route” is not read as Trump: see `bystanders`. Names that the product
    ships with stand behind those of the tables, but for those that an editor removed.
    """
    with connection.cursor() as cursor:
        cursor.execute(_VERSION)
        version = tuple(cursor.fetchone())
        if version not in _kept:
            cursor.execute(_ROOTS)
            made = Dictionary(_names(dict(cursor.fetchall())))
            _kept.clear()
            _kept[version] = made
    return _kept[version]


def bystanders() -> set[str]:
    """Return the actors that stand for nobody and are no state or body: analysts, pipelines."""
    alone = (Actor.Kind.PERSON, Actor.Kind.COMPANY)
    rows = Actor.objects.filter(Q(kind=Actor.Kind.CORRIDOR) | Q(kind__in=alone, affiliation=None))
    return set(rows.values_list("code", flat=True))


def _names(codes: dict[int, str]) -> Iterator[Name]:
    """Yield states first, so that of two actors with one name the state is meant."""
    actors = list(Actor.objects.standing().order_by("pk"))
    actors.sort(key=lambda actor: (actor.kind != Actor.Kind.STATE, actor.pk))
    aliases: dict[int, list[Alias]] = {}
    for alias in Alias.objects.order_by("pk"):
        aliases.setdefault(alias.actor_id, []).append(alias)
    for actor in actors:
        yield from _of_actor(actor, aliases.get(actor.pk, []), codes[actor.pk])
    yield from _shipped(codes)


def _shipped(codes: dict[int, str]) -> Iterator[Name]:
    """Yield the shipped names, none of a withdrawn actor, nor of a namesake of another kind.

    A name that the actor had in the tables is theirs to give or to take away.
    """
    recorded = {actor.code: actor for actor in Actor.objects.all()}
    versions = version_model(Alias).objects.values_list("actor_id", "text")
    ever = set(versions.order_by().distinct())
    for shipped in shipped_names():
        actor = recorded.get(shipped.name.code)
        if actor and (actor.pk, shipped.name.text) in ever:
            continue
        if actor is None:
            yield shipped.name
        elif actor.pk in codes and (actor.kind == Actor.Kind.STATE) == (shipped.of == "state"):
            yield replace(shipped.name, code=codes[actor.pk])


def _of_actor(actor: Actor, aliases: list[Alias], code: str) -> Iterator[Name]:
    is_body = actor.kind == Actor.Kind.ORGANISATION and not actor.affiliation_id
    default = "name" if is_body else _OF_KIND.get(actor.kind, "name")
    if actor.name not in {alias.text for alias in aliases}:  # An alias may say since when.
        yield Name(actor.name, code, default, is_case_sensitive=actor.name.isupper())
    for alias in aliases:
        kind: Kind = _shipped_kinds().get((actor.code, alias.text), default)
        if alias.kind != Alias.Kind.NAME:
            kind = alias.kind  # type: ignore[assignment]
        yield Name(
            alias.text,
            code,
            kind,
            is_case_sensitive=alias.is_case_sensitive,
            start=alias.valid.lower,
            end=alias.valid.upper,
        )


@cache
def _shipped_kinds() -> dict[tuple[str, str], Kind]:
    return {(one.name.code, one.name.text): one.name.kind for one in shipped_names()}
