"""A record with its parts as it was at a moment, and how to make it that again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pghistory
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from articles import edits
from articles.comparing import Kept, RowChange, change_of, named

Rows = dict[int, models.Model]


class NotThereThen(ValueError):
    """The record did not exist at the moment, or nobody knows what it was."""


class ChangedMeanwhile(ValueError):
    """Somebody stored the record after it was looked at."""


class NoReason(ValueError):
    """A record is brought back only with a reason."""


class RelationGone(ValueError):
    """What the record referred to is no longer there; `sentence` says which."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Group:
    """The rows of one table that belong to the record: as they were, and as they are."""

    model: type[models.Model]
    then: Rows
    now: Rows

    def changes(self) -> Iterator[tuple[Kept, models.Model, models.Model | None]]:
        """Yield what bringing them back does: what is removed first, then the rest."""
        for pk, row in self.now.items():
            if pk not in self.then:
                yield Kept(self.model, pk, "delete"), row, None
        for pk, row in self.then.items():
            kind = "update" if pk in self.now else "insert"
            yield Kept(self.model, pk, kind), row, self.now.get(pk)


@dataclass(frozen=True)
class Past:
    """A record as it was, beside what it is; the record itself is the first group."""

    row: models.Model
    moment: datetime
    groups: tuple[Group, ...]

    def differences(self) -> list[RowChange]:
        """Return, in words, what bringing it back changes; empty if it is the same as then."""
        changes = [change for group in self.groups for change in group.changes()]
        rows = [(what.model, row) for what, row, _now in changes]
        rows += [(what.model, now) for what, _row, now in changes if now is not None]
        names, whole = named(rows), type(self.row)
        told = [change_of(what, row, now, names, whole) for what, row, now in changes]
        return [change for change in told if change.kind != "update" or change.fields]


def past_of(row: models.Model, moment: datetime, *, parts: Sequence[str] = ()) -> Past:
    """Return the record and its parts as they were at the moment.

    Raises:
        NotThereThen: if it was not there.
    """
    model = type(row)
    then = _as_of(edits.version_model(model).objects.filter(pgh_obj=row.pk), moment, model)
    if row.pk not in then:
        raise NotThereThen(f"{model.__name__} {row.pk} at {moment}")
    groups = [Group(model, then, {row.pk: model._base_manager.get(pk=row.pk)})]
    found: dict[str, Group] = {"": groups[0]}
    for part in parts:
        found[part] = _part(row, part, moment, found[part.rpartition("__")[0]])
    return Past(row, moment, tuple(found.values()))


@transaction.atomic
def restore(
    *, row: models.Model, moment: datetime, because: str, seen: int, parts: Sequence[str] = ()
) -> None:
    """Store the record and its parts as they were at the moment, as a new version.

    Args:
        seen: what `edits.count_versions` said when somebody looked at the difference.

    Raises:
        NoReason: if `because` is empty.
        ChangedMeanwhile: if the record was stored since.
        NotThereThen: if it was not there at the moment.
        RelationGone: if something it referred to is no longer there.
        ValidationError: if it can no longer be as it was, by its own rules.
    """
    if not because.strip():
        raise NoReason("say why the record is brought back")
    list(type(row)._base_manager.select_for_update().filter(pk=row.pk).values("pk"))
    if edits.count_versions(row, parts=parts) != seen:
        raise ChangedMeanwhile(f"{type(row).__name__} {row.pk}")
    past = past_of(row, moment, parts=parts)
    store(past, why=because.strip())


def store(past: Past, *, why: str) -> None:
    """Store every row as it was: removals first, so that none stands in another's way."""
    pghistory.context(why=why)
    changes = [change for group in past.groups for change in group.changes()]
    check_relations([(what.model, row) for what, row, _now in changes if what.kind != "delete"])
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for what, row, _now in changes:
        if what.kind == "delete":
            row.delete()
    for what, row, _now in changes:
        if what.kind != "delete":
            write(row, is_new=what.kind == "insert")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def write(row: models.Model, *, is_new: bool) -> None:
    """Store one row as it was, after its own rules judged it."""
    row._state.adding = is_new
    owners = {f.name for f in row._meta.fields if isinstance(f, models.ForeignKey)}
    row.full_clean(exclude=owners)  # What they refer to was looked for at once, for all rows.
    row.save(force_insert=is_new, force_update=not is_new)


def check_relations(rows: list[tuple[type[models.Model], models.Model]]) -> None:
    """Object to a row that refers to what is no longer there.

    Raises:
        RelationGone: naming the field and what it referred to.
    """
    stored = {(model, row.pk) for model, row in rows}
    wanted: dict[type[models.Model], dict[Any, str]] = {}
    for model, row in rows:
        for field in model._meta.concrete_fields:
            key = getattr(row, field.attname)
            if isinstance(field, models.ForeignKey) and key is not None:
                target: type[models.Model] = field.remote_field.model
                if (target, key) not in stored:
                    wanted.setdefault(target, {})[key] = str(field.verbose_name)
    for target, keys in wanted.items():
        there = target._base_manager.filter(pk__in=keys).values_list("pk", flat=True)
        for key in sorted(set(keys) - set(there)):
            raise RelationGone(_gone(target, key, keys[key]))


def _gone(model: type[models.Model], key: Any, field: str) -> str:
    words = {"field": field, "name": _last_name(model, key) or f"{model._meta.verbose_name} {key}"}
    return _("It referred to “%(name)s” (%(field)s), which is no longer there.") % words


def _last_name(model: type[models.Model], key: Any) -> str:
    if not edits.is_versioned(model):
        return ""
    last = edits.version_model(model).objects.filter(pgh_obj=key).order_by("-pgh_id").first()
    try:
        return str(as_row(model, last)) if last else ""
    except (AttributeError, models.ObjectDoesNotExist):
        return ""  # Its name is made of what is gone as well.


def as_row(model: type[models.Model], version: Any) -> models.Model:
    """Return what the version says as a row of the model, not stored."""
    kept = {field.attname for field in version._meta.concrete_fields}
    fields = [field for field in model._meta.concrete_fields if field.attname in kept]
    row = model(**{field.attname: getattr(version, field.attname) for field in fields})
    row.pk, row._state.adding = version.pgh_obj_id, False
    return row


def _part(row: models.Model, part: str, moment: datetime, owners: Group) -> Group:
    model, key = edits.part_model(type(row), part)
    ever = edits.versions_of_part(row, part).values("pgh_obj_id")
    then = _as_of(edits.version_model(model).objects.filter(pgh_obj_id__in=ever), moment, model)
    belonging = {pk: old for pk, old in then.items() if getattr(old, key.attname) in owners.then}
    now = model._base_manager.filter(**{f"{key.attname}__in": list(owners.now)}).in_bulk()
    return Group(model, belonging, now)


def _as_of(versions: Any, moment: datetime, model: type[models.Model]) -> Rows:
    until = versions.filter(pgh_created_at__lte=moment)
    newest = until.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id").distinct("pgh_obj_id")
    return {v.pgh_obj_id: as_row(model, v) for v in newest if v.pgh_label != "delete"}
