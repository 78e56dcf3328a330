"""Values of fields as people read them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

LONGEST = 200

Names = dict[tuple[type[models.Model], Any], str]


def names_of(references: Iterable[tuple[models.ForeignKey, Any]]) -> Names:
    """Return the names of the rows that foreign keys lead to: one query a model."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for field, key in references:
        wanted.setdefault(_target(field), set()).add(key)
    return {
        (model, key): str(row)
        for model, keys in wanted.items()
        for key, row in model._default_manager.select_related().in_bulk(keys - {None}).items()
    }


def shown(field: models.Field, value: Any, names: Names) -> str:
    """Return the value as an editor reads it; an empty one is an empty string."""
    if value is None or value == "":
        return ""
    if isinstance(field, models.ForeignKey):
        return names.get((_target(field), value), _("a row that is gone"))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _target(field: models.ForeignKey) -> type[models.Model]:
    model: type[models.Model] = field.remote_field.model
    return model


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, datetime):
        return date_format(value, "j E Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j E Y")
    if hasattr(value, "lower_inf"):
        return span_shown(value.lower, value.upper)
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def span_shown(start: date | None, end: date | None) -> str:
    """Return a half-open span of days in words; an open end is said to be open."""
    first = date_format(start, "j E Y") if start else ""
    out = date_format(end, "j E Y") if end else ""
    if first and out:
        return _("%(first)s until before %(out)s") % {"first": first, "out": out}
    if first:
        return _("since %(first)s") % {"first": first}
    return _("until before %(out)s") % {"out": out} if out else _("always")
