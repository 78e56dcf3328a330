"""Versions of rows, each against the one before it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from articles.history import is_kept
from articles.wording import Names, names_of, shown


@dataclass(frozen=True)
class FieldChange:
    """One value that became another, both as people read them."""

    label: str
    before: str
    after: str

    def __str__(self) -> str:
        empty = _("empty")
        return f"{self.label}: {self.before or empty} → {self.after or empty}"


@dataclass(frozen=True)
class RowChange:
    """What happened to one row: `kind` is insert, update or delete."""

    model: type[models.Model]
    pk: int
    name: str
    kind: str
    fields: tuple[FieldChange, ...] = ()

    def __str__(self) -> str:
        what = f"{self.noun} “{self.name}”" if self.name else self.noun
        if self.kind == "insert":
            return _("%(what)s added.") % {"what": what}
        if self.kind == "delete":
            return _("%(what)s removed.") % {"what": what}
        values = "; ".join(str(change) for change in self.fields)
        return f"{what}: {values}." if self.name else f"{values}."

    @property
    def noun(self) -> str:
        """What kind of row it is."""
        return str(self.model._meta.verbose_name)

    @property
    def label(self) -> str:
        """The row's model as names of the admin's addresses have it."""
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"


class Kept(NamedTuple):
    """Which row something happened to, and what: insert, update or delete."""

    model: type[models.Model]
    pk: int
    kind: str


def tracked(version: Any) -> type[models.Model]:
    """Return the model whose row the version was."""
    model: type[models.Model] = version._meta.get_field("pgh_obj").related_model
    return model


def recorded(version: Any) -> tuple[datetime, int]:
    """Return what sorts versions by the time they were recorded."""
    return version.pgh_created_at, version.pgh_id


def compared(versions: list[Any], *, whole: type[models.Model]) -> list[tuple[Any, RowChange]]:
    """Return each version with what it changed, those that changed nothing left out."""
    names = named((tracked(version), version) for version in versions)
    found = []
    for _row, of_row in groupby(sorted(versions, key=_row_key), key=_row_key):
        former = None
        for version in sorted(of_row, key=recorded):
            change = _change(version, former, names, whole)
            if version.pgh_label != "update" or change.fields:
                found.append((version, change))
            former = version
    return found


def side_by_side(one: models.Model, other: models.Model) -> list[tuple[FieldChange, bool]]:
    """Return every field of two rows of one kind, and whether the two differ in it."""
    fields = list(_told(type(one)))
    names = names_of(
        (field, getattr(row, field.attname))
        for row in (one, other)
        for field in fields
        if isinstance(field, models.ForeignKey)
    )
    pairs = (
        FieldChange(
            str(field.verbose_name),
            shown(field, getattr(one, field.attname), names),
            shown(field, getattr(other, field.attname), names),
        )
        for field in fields
    )
    return [(pair, pair.before != pair.after) for pair in pairs if pair.before or pair.after]


def _row_key(version: Any) -> tuple[str, int]:
    return version._meta.label, version.pgh_obj_id


def _told(model: type[models.Model]) -> Iterator[models.Field]:
    """Yield the fields whose changes say something to an editor."""
    untold = getattr(model, "untold", ())
    for field in model._meta.concrete_fields:
        follows = field.primary_key or not is_kept(field) or field.name in untold
        if not (follows or getattr(field, "auto_now", False) or getattr(field, "auto_now_add", 0)):
            yield field


def _change(version: Any, former: Any | None, names: Names, whole: type[models.Model]) -> RowChange:
    what = Kept(tracked(version), version.pgh_obj_id, version.pgh_label)
    return change_of(what, version, former, names, whole)


def named(rows: Iterable[tuple[type[models.Model], Any]]) -> Names:
    """Return the names of what the rows, each with its model, refer to."""
    return names_of(
        (field, getattr(row, field.attname))
        for model, row in rows
        for field in _told(model)
        if isinstance(field, models.ForeignKey)
    )


def change_of(
    what: Kept, row: Any, former: Any | None, names: Names, whole: type[models.Model]
) -> RowChange:
    """Return what changed from the former to the row; of a deletion, `row` is what is gone."""
    model, kind = what.model, what.kind
    is_part = model is not whole
    fields = [f for f in _told(model) if not (is_part and f.related_model is whole)]
    now = {f: shown(f, getattr(row, f.attname), names) for f in fields}
    was = {f: shown(f, getattr(former, f.attname, None), names) for f in fields}
    name = next((now[f] for f in fields if now[f] and f.name != "withdrawn_because"), "")
    if kind == "delete":
        was, now = now, {}
    # The first version of the record itself says everything at once, which says nothing.
    told = fields if is_part or (kind == "update" and former) else []
    changes = (
        FieldChange(str(f.verbose_name), was[f], now.get(f, ""))
        for f in told
        if was[f] != now.get(f, "") and (kind == "update" or name not in (was[f], now.get(f)))
    )
    return RowChange(model, what.pk, name if is_part else "", kind, tuple(changes))
