"""Rows as they stand, or as they stood at an instant (METHOD: as known on)."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import models
from django.db.models import QuerySet

from articles.edits import version_model

Row = TypeVar("Row", bound=models.Model)


def known(model: type[models.Model], as_of: datetime | None) -> QuerySet[Any]:
    """Return the model's rows, or the versions that were current at the instant.

    Both have the model's own columns, `id` included. A foreign key of a version leads to
    today's row: join versions with versions.
    """
    if as_of is None:
        return model._default_manager.all()
    versions = versions_of(model)
    newest = (
        versions.filter(pgh_created_at__lte=as_of)
        .order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id")
        .distinct("pgh_obj_id")
    )
    return versions.filter(pk__in=newest.values("pk")).exclude(pgh_label="delete")


def versions_of(model: type[models.Model]) -> QuerySet[Any]:
    """Return every version of the model's rows."""
    found: QuerySet[Any] = version_model(model).objects.all()
    return found


def known_rows(model: type[Row], as_of: datetime | None) -> list[Row]:
    """Return the rows, or what they were at the instant, as unsaved rows of the model itself."""
    names = [field.attname for field in model._meta.concrete_fields]
    return [model(**values) for values in known(model, as_of).values(*names)]


def known_table(model: type[models.Model], *, past: bool) -> str:
    """Return the SQL of the model's rows; of the past it takes the parameter `as_of`."""
    if not past:
        return f"SELECT * FROM {model._meta.db_table}"  # noqa: S608 - our own table's name
    table = version_model(model)._meta.db_table
    return (
        f"SELECT * FROM (SELECT DISTINCT ON (pgh_obj_id) * FROM {table}"  # noqa: S608 - as above
        " WHERE pgh_created_at <= %(as_of)s"
        " ORDER BY pgh_obj_id, pgh_created_at DESC, pgh_id DESC) newest"
        " WHERE pgh_label <> 'delete'"
    )
