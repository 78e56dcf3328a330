"""Merge two records of one event or of one actor, and part them again.

The record absorbed is withdrawn, never deleted. What referred to it refers to the record kept; a
row that would then stand twice is set aside. The merger notes each row, so that parting the two
gives back every row, link and number.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import pghistory
from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, connection, models, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from balance.models import (
    Actor,
    Alias,
    Claim,
    CodedParticipant,
    Event,
    Evidence,
    Merger,
    Observation,
    Participant,
    PoleMembership,
    Proposal,
    ProposalParticipant,
    Tie,
)
from balance.models.history import Withdrawable
from balance.operations.editing import restore, withdraw

# What follows a record into another. Everything else that refers to it stays: see the tests.
FOLLOWS: dict[type[models.Model], list[tuple[type[models.Model], str]]] = {
    Event: [(Evidence, "event"), (Proposal, "event")],
    Actor: [
        (Alias, "actor"),
        (PoleMembership, "actor"),
        (Claim, "speaker"),
        (Participant, "actor"),
        (CodedParticipant, "actor"),
        (ProposalParticipant, "actor"),
        (Observation, "actor"),
        (Observation, "partner"),
        (Tie, "actor_a"),
        (Tie, "actor_b"),
        (Actor, "affiliation"),
    ],
}


class CannotMerge(ValueError):
    """These two cannot become one; the message says what to do first."""


class CannotPart(ValueError):
    """The merger cannot be undone now; the message says why."""


@transaction.atomic
def merge(*, kept: Event | Actor, absorbed: Event | Actor, because: str) -> Merger:
    """Let one record stand for both; the other is withdrawn with the reason.

    Raises:
        CannotMerge: if the two are the same, of different kinds, or not standing; if the one
            absorbed is a focus; if the one kept stands for it; or if there is no reason.
    """
    kept, absorbed = _locked(kept, absorbed)
    _refuse_nonsense(kept, absorbed, because.strip())
    pghistory.context(why=because.strip())
    merger = Merger(because=because.strip(), **_sides(kept, absorbed))
    merger.moves = [
        _follow(row, name, kept, merger) for row, name in _followers(type(absorbed), absorbed.pk)
    ]
    merger.moves += _remember_the_name(kept, absorbed)
    merger.save()
    withdraw(rows=_only(absorbed), because=_reason(merger))
    return merger


@transaction.atomic
def unmerge(*, merger: Merger, at: datetime) -> int:
    """Give the absorbed record back what came from it; return how many rows were changed since.

    Those rows stay where they are: nobody's later work is overwritten.

    Raises:
        CannotPart: if that was done before, or the record kept was itself absorbed since.
    """
    merger = Merger.objects.select_for_update().get(pk=merger.pk)
    if merger.undone_at:
        raise CannotPart(_("The two were parted before."))
    if merger.kept.withdrawn_because:
        raise CannotPart(_("“%(kept)s” is withdrawn: restore it first.") % {"kept": merger.kept})
    pghistory.context(why=_("Merger undone"))
    left = sum(not _return(move, merger) for move in reversed(merger.moves))
    restore(rows=_only(merger.absorbed))
    merger.undone_at = at
    merger.save(update_fields=["undone_at"])
    return left


def rows_that_follow(absorbed: Event | Actor) -> dict[type[models.Model], int]:
    """Return how many rows of each kind would follow the record into another."""
    counts: dict[type[models.Model], int] = {}
    for model, name in FOLLOWS[type(absorbed)]:
        found = model._default_manager.filter(**{name: absorbed.pk}).count()
        counts[model] = counts.get(model, 0) + found
    return {model: count for model, count in counts.items() if count}


def _locked(kept: Any, absorbed: Any) -> tuple[Any, Any]:
    """Return both as they are now, locked in the order that every writer uses."""
    if type(kept) is not type(absorbed) or kept.pk == absorbed.pk:
        raise CannotMerge(_("Choose two different records of the same kind."))
    rows = type(kept).objects.select_for_update(of=("self",)).order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[kept.pk, absorbed.pk])}
    with connection.cursor() as cursor:  # A row that would stand twice must say so at once.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return found[kept.pk], found[absorbed.pk]


def _refuse_nonsense(kept: Any, absorbed: Any, because: str) -> None:
    if not because:
        raise CannotMerge(_("Say why the two are one."))
    if kept.withdrawn_because or absorbed.withdrawn_because:
        raise CannotMerge(_("A withdrawn record cannot be merged: restore it first."))
    if isinstance(absorbed, Actor) and hasattr(absorbed, "focus"):
        raise CannotMerge(
            _("“%(name)s” is a focus: keep it, and let it absorb the other.") % {"name": absorbed}
        )
    if isinstance(kept, Actor) and kept.affiliation_id == absorbed.pk:
        raise CannotMerge(
            _("“%(kept)s” stands for “%(absorbed)s”: take that affiliation away first.")
            % {"kept": kept, "absorbed": absorbed}
        )


def _sides(kept: Any, absorbed: Any) -> dict[str, Any]:
    kind = "event" if isinstance(kept, Event) else "actor"
    return {f"{kind}_kept": kept, f"{kind}_absorbed": absorbed}


def _reason(merger: Merger) -> str:
    return _("Merged into “%(kept)s”: %(because)s") % {
        "kept": str(merger.kept)[:60],
        "because": merger.because,
    }


def _only(row: models.Model) -> QuerySet[Any]:
    return type(row)._default_manager.filter(pk=row.pk)


def _followers(model: type[models.Model], pk: int) -> Iterator[tuple[Any, str]]:
    for follower, name in FOLLOWS[model]:
        for row in follower._default_manager.filter(**{name: pk}).order_by("pk"):
            yield row, name


def _follow(row: Any, name: str, kept: Any, merger: Merger) -> dict[str, Any]:
    """Point the row to the record kept, or set it aside where it would stand twice."""
    move = {"model": row._meta.label_lower, "pk": row.pk, "field": name}
    try:
        with transaction.atomic():
            _point(row, name, kept)
        return {**move, "what": "moved"}
    except IntegrityError:
        row.refresh_from_db()
    if isinstance(row, Withdrawable):
        withdraw(rows=_only(row), because=_reason(merger))
        return {**move, "what": "withdrawn", "because": _reason(merger)}
    stored = json.loads(serializers.serialize("json", [row]))
    row.delete()
    return {**move, "what": "deleted", "row": stored}


def _point(row: Any, name: str, to: Any) -> None:
    setattr(row, name, to)
    stamps = [f.name for f in row._meta.fields if getattr(f, "auto_now", False)]
    row.save(update_fields=[name, *stamps])


def _remember_the_name(kept: Any, absorbed: Any) -> Sequence[dict[str, Any]]:
    """Let texts and editors find an absorbed actor by its name."""
    if not isinstance(kept, Actor) or absorbed.name.casefold() == kept.name.casefold():
        return []
    alias, is_new = Alias.objects.get_or_create(actor=kept, text=absorbed.name)
    if not is_new:
        return []
    return [{"model": "balance.alias", "pk": alias.pk, "field": "actor", "what": "added"}]


def _return(move: dict[str, Any], merger: Merger) -> bool:
    """Undo one move; say whether the row was still as the merger left it."""
    model = apps.get_model(move["model"])
    if move["what"] == "deleted":
        return _stored_again(move["row"])
    where: dict[str, Any] = {move["field"]: merger.kept.pk}
    if move["what"] == "withdrawn":
        where = {"withdrawn_because": move["because"]}
    row = model._default_manager.select_for_update(of=("self",)).filter(pk=move["pk"], **where)
    if not (found := row.first()):
        return False
    try:
        with transaction.atomic():
            _undo(found, move, merger)
    except IntegrityError:
        return False
    return True


def _undo(row: Any, move: dict[str, Any], merger: Merger) -> None:
    if move["what"] == "moved":
        _point(row, move["field"], merger.absorbed)
    elif move["what"] == "added":
        row.delete()
    else:
        restore(rows=_only(row))


def _stored_again(stored: list[dict[str, Any]]) -> bool:
    try:
        with transaction.atomic():
            for row in serializers.deserialize("json", json.dumps(stored)):
                row.save()
    except IntegrityError:
        return False
    return True
