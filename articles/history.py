"""Versions of editorial rows, by trigger: who, when, why."""

from typing import TypeVar

import pghistory
from django.db import models

Model = TypeVar("Model", bound=models.Model)


def versioned(model: type[Model]) -> type[Model]:
    """Keep every version of the model's rows in a table of its own, deletions included."""
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        model_name=f"{model.__name__}Version",
        obj_field=pghistory.ObjForeignKey(related_name="versions"),
        exclude=[f.name for f in model._meta.local_fields if getattr(f, "generated", False)],
    )
    tracked: type[Model] = track(model)
    return tracked
