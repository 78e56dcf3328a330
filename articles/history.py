"""Versions of editorial rows, by trigger: who, when, why."""

from typing import TypeVar

import pghistory
from django.db import models

Model = TypeVar("Model", bound=models.Model)


def is_kept(field: models.Field) -> bool:
    """Say whether versions keep the field: not what is derived, nor what a machine notes.

    A model names the latter in `unversioned`.
    """
    derived = bool(getattr(field, "generated", False))
    return not derived and field.name not in getattr(field.model, "unversioned", ())


def versioned(model: type[Model]) -> type[Model]:
    """Keep every version of the model's rows in a table of its own, deletions included."""
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        model_name=f"{model.__name__}Version",
        obj_field=pghistory.ObjForeignKey(related_name="versions"),
        exclude=[field.name for field in model._meta.local_fields if not is_kept(field)],
    )
    tracked: type[Model] = track(model)
    return tracked
