"""Recorded time: when a row counts as written down, where that is not when it was stored.

Data that are shipped or loaded at one go would otherwise all be recorded at the moment of loading,
and "as known on" would have no past. The context of each version says who moved its time and to
what; the context's own time of creation stays the true one.
"""

from collections.abc import Mapping
from datetime import datetime

import pgtrigger
from django.db import connection, models

STAMPS = ("created_at", "updated_at")


def record_as_of(*, model: type[models.Model], times: Mapping[int, datetime]) -> None:
    """Move the versions of the rows with these ids, and the rows' own stamps, to the times."""
    version: type[models.Model] = model._meta.get_field("versions").related_model  # type: ignore[assignment]
    stamps = [name for name in STAMPS if name in {field.name for field in model._meta.fields}]
    _move(version, "pgh_obj_id", ["pgh_created_at", *stamps], times)
    if stamps:
        # Moving a stamp is no edit: it leaves no version of its own.
        with pgtrigger.ignore(f"{model._meta.label}:update_update"):
            _move(model, "id", stamps, times)


def _move(
    model: type[models.Model], key: str, columns: list[str], times: Mapping[int, datetime]
) -> None:
    quote = connection.ops.quote_name
    settings = ", ".join(f"{quote(column)} = moved.at" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {quote(model._meta.db_table)} SET {settings}"  # noqa: S608 - names of ours.
            " FROM unnest(%s::bigint[], %s::timestamptz[]) AS moved(key, at)"
            f" WHERE {quote(key)} = moved.key",
            [list(times), list(times.values())],
        )
