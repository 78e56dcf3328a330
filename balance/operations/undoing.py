"""Take back what one request did, where nothing was built on it since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pghistory
from django.apps import apps
from django.db import connection, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.edits import is_versioned, version_model
from articles.restoring import as_row, check_relations, write
from balance.models import (
    Alias,
    ClaimPole,
    Coding,
    Event,
    Evidence,
    Merger,
    Methodology,
    Panel,
    PanelPole,
    Participant,
)
from balance.queries.publishing import may_change

# Rows that go when the request that added them is undone; records are withdrawn instead.
PARTS = (Alias, ClaimPole, Evidence, Panel, PanelPole, Participant)
# What is not undone here, and where it is.
STAYS: dict[type[models.Model], Any] = {
    Methodology: gettext_lazy("A methodology stays as it was published: publish another one."),
    Coding: gettext_lazy("A coding stays as it was coded: it would not be blind."),
    Merger: gettext_lazy("A merger is undone on its own page."),
}


class CannotUndo(ValueError):
    """The change cannot be taken back; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class MayNotUndo(ValueError):
    """The change is of a kind that this user may not make."""


@dataclass(frozen=True)
class Step:
    """What a request made of one row: `former` is what it was before, None if it was not there."""

    model: type[models.Model]
    pk: int
    former: models.Model | None
    latter: models.Model
    is_gone: bool

    @property
    def is_new(self) -> bool:
        """Whether the request added the row."""
        return self.former is None


@transaction.atomic
def undo(*, context: UUID, by: Any) -> str:
    """Make every row what it was before the request; return the name of the first of them.

    Raises:
        CannotUndo: with the reason in a sentence.
        MayNotUndo: if the user may not change one of the rows, or what readers see.
    """
    steps = list(_steps(context))
    if not steps:
        raise CannotUndo(_("There is nothing to undo: no record was changed."))
    for step in steps:
        _check(step, by)
    pghistory.context(why=_("Undone."), undoes=str(context))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    kept = [(step.model, step.former) for step in steps if step.former is not None]
    check_relations(kept)
    _take_back([step for step in steps if step.is_new and not step.is_gone])
    for step in sorted(steps, key=lambda step: step.is_gone):
        if step.former is not None:
            write(step.former, is_new=step.is_gone)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return str(steps[0].former or steps[0].latter)


def _steps(context: UUID) -> Iterator[Step]:
    """Yield what the request made of each row, records before their parts; lock them all."""
    versioned = [model for model in apps.get_models() if is_versioned(model)]
    for model in sorted(versioned, key=lambda model: (model in PARTS, model._meta.label)):
        made: dict[int, list[Any]] = {}
        versions = version_model(model).objects.filter(pgh_context=context)
        for version in versions.order_by("pgh_obj_id", "pgh_id"):
            made.setdefault(version.pgh_obj_id, []).append(version)
        rows = model._base_manager.select_for_update().filter(pk__in=made)
        list(rows.order_by("pk").values("pk"))
        for pk, of_row in made.items():
            yield _step(model, pk, of_row)


def _step(model: type[models.Model], pk: int, made: list[Any]) -> Step:
    versions = version_model(model).objects.filter(pgh_obj=pk)
    latter = as_row(model, made[-1])
    if versions.filter(pgh_id__gt=made[-1].pgh_id).exists():
        sentence = _("“%(name)s” was changed again since: its history has every version.")
        raise CannotUndo(sentence % {"name": latter})
    before = versions.filter(pgh_id__lt=made[0].pgh_id).order_by("-pgh_id").first()
    former = as_row(model, before) if before and before.pgh_label != "delete" else None
    if former is None and made[0].pgh_label != "insert":
        raise CannotUndo(_("What “%(name)s” was before is not kept.") % {"name": latter})
    return Step(model, pk, former, latter, made[-1].pgh_label == "delete")


def _check(step: Step, by: Any) -> None:
    label = f"{step.model._meta.app_label}.change_{step.model._meta.model_name}"
    rows = filter(None, (step.former, step.latter))
    if not by.has_perm(label) or not all(may_change(by, row) for row in rows):
        raise MayNotUndo(label)
    if step.model in STAYS:
        raise CannotUndo(str(STAYS[step.model]))
    if step.is_new and hasattr(step.latter, "decisions") and step.latter.decisions.exists():
        raise CannotUndo(_("It came from the queue of proposals: undo the decision there."))
    is_record = step.model not in PARTS and not hasattr(step.latter, "withdrawn_because")
    if step.is_new and is_record:
        sentence = _("“%(name)s” was added, and records of its kind stay.")
        raise CannotUndo(sentence % {"name": step.latter})


def _take_back(steps: list[Step]) -> None:
    """Withdraw the records that were added, and remove the parts that were added to others."""
    added = {(step.model, step.pk) for step in steps}
    for step in steps:
        row: Any = step.latter
        if hasattr(row, "withdrawn_because"):
            row.withdrawn_because = _("Undone.")
            if isinstance(row, Event):
                row.status = Event.Status.WITHDRAWN
            write(row, is_new=False)
        elif not any(
            (field.remote_field.model, getattr(row, field.attname)) in added
            for field in step.model._meta.concrete_fields
            if isinstance(field, models.ForeignKey)
        ):
            row.delete()
