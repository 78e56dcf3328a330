"""What the versions of rows say: who changed what, when and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import connection, models

from articles.comparing import RowChange, compared, recorded, tracked
from articles.wording import Names, names_of

MOST_VERSIONS = 200  # Of one table, on one page: a text may be long.


@dataclass(frozen=True)
class Edit:
    """What one request or command changed, the record itself first.

    `at` is when it counts as recorded; where that was set apart from when it was stored,
    `recorded_as_of` says to what.
    """

    at: datetime
    who: str
    why: str
    recorded_as_of: str
    context: UUID | None
    rows: tuple[RowChange, ...]


def version_model(model: type[models.Model]) -> Any:
    """Return the model of a versioned model's versions."""
    return model._meta.get_field("versions").related_model


def is_versioned(model: type[models.Model]) -> bool:
    """Say whether versions of the model's rows are kept."""
    return any(relation.name == "versions" for relation in model._meta.related_objects)


def count_versions(row: models.Model, *, parts: Sequence[str] = ()) -> int:
    """Return how often the row and its parts were stored: it only ever grows, in one query."""
    if not is_versioned(type(row)):
        return 0
    of_row = version_model(type(row)).objects.filter(pgh_obj=row.pk)
    of_parts = [versions_of_part(row, part).values("pgh_id") for part in parts]
    return int(of_row.values("pgh_id").union(*of_parts, all=True).count())


def part_model(model: type[models.Model], part: str) -> tuple[Any, models.ForeignKey]:
    """Return the model of a part, and its foreign key to what it is a part of.

    Args:
        part: a relation such as `participants`, or `panels__panel_poles` for parts of parts.
    """
    field: Any = None
    for name in part.split("__"):
        field = model._meta.get_field(name).field  # type: ignore[union-attr]
        model = field.model
    return model, field


def versions_of_part(row: models.Model, part: str) -> Any:
    """Return the versions of the rows that are, or were, such a part of the row."""
    whole, _separator, _last = part.rpartition("__")
    model, key = part_model(type(row), part)
    versions = version_model(model).objects
    if not whole:
        return versions.filter(**{key.attname: row.pk})
    owners = versions_of_part(row, whole).values("pgh_obj_id")
    return versions.filter(**{f"{key.attname}__in": owners})


def current_context() -> UUID | None:
    """Return what the changes of this transaction are recorded under, if anything."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nullif(current_setting('pghistory.context_id', true), '')::uuid")
        context: UUID | None = cursor.fetchone()[0]
    return context


def edits_of(row: models.Model, *, parts: Sequence[str] = ()) -> list[Edit]:
    """Return the edits of a row, newest first, in a bounded number of queries.

    Args:
        row: of a versioned model.
        parts: names of relations to versioned rows that belong to it, such as `participants`.
    """
    model = type(row)
    versions = _newest(version_model(model), {"pgh_obj": row.pk}, MOST_VERSIONS)
    for part in parts:
        of_part = versions_of_part(row, part).select_related("pgh_context")
        versions += of_part.order_by("-pgh_id")[:MOST_VERSIONS]
    return _edits(compared(versions, whole=model))


def latest_edits(models_: Iterable[type[models.Model]], *, most: int) -> list[Edit]:
    """Return the latest edits of rows of the models, without the values that changed."""
    versions = [version for model in models_ for version in _newest(version_model(model), {}, most)]
    versions.sort(key=recorded, reverse=True)
    names = _names_of_rows(versions)
    changes = [
        (version, RowChange(tracked(version), version.pgh_obj_id, name, version.pgh_label))
        for version in versions[:most]
        if (name := names.get((tracked(version), version.pgh_obj_id)))
    ]
    return _edits(changes)


def _newest(model: Any, condition: dict[str, Any], most: int) -> list[Any]:
    versions = model.objects.filter(**condition).select_related("pgh_context")
    return list(versions.order_by("-pgh_id")[:most])


def _names_of_rows(versions: Iterable[Any]) -> Names:
    return names_of(
        (version._meta.get_field("pgh_obj"), version.pgh_obj_id) for version in versions
    )


def _edits(changes: list[tuple[Any, RowChange]]) -> list[Edit]:
    """Gather the changes by the request or command that made them, newest first."""
    newest_first = sorted(changes, key=lambda change: recorded(change[0]), reverse=True)
    gathered: dict[Any, list[tuple[Any, RowChange]]] = {}
    for version, change in newest_first:
        key = version.pgh_context_id or version.pgh_created_at.replace(microsecond=0)
        gathered.setdefault(key, []).append((version, change))
    people = _who_did([version for version, _change in newest_first])
    return [_edit(made, people) for made in gathered.values()]


def _edit(made: list[tuple[Any, RowChange]], people: dict[Any, str]) -> Edit:
    newest = made[0][0]
    said = _metadata(newest)
    return Edit(
        at=newest.pgh_created_at,
        who=people.get(said.get("user"), "") or str(said.get("by", "")),
        why=str(said.get("why", "")),
        recorded_as_of=str(said.get("recorded_as_of", "")),
        context=newest.pgh_context_id,
        rows=tuple(sorted((change for _version, change in made), key=lambda row: row.name != "")),
    )


def _metadata(version: Any) -> dict[str, Any]:
    return version.pgh_context.metadata if version.pgh_context_id else {}


def _who_did(versions: Iterable[Any]) -> dict[Any, str]:
    """Return the names of the users that the versions' contexts mention."""
    users = {_metadata(version).get("user") for version in versions} - {None}
    people = get_user_model()._default_manager.in_bulk(users)
    return {key: person.get_username() for key, person in people.items()}
