"""In which order rows are read, and the row that a page begins after."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol, Self

import orjson
from django.core.exceptions import ValidationError as FieldError
from django.db.models import Field, Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from articles.api.parameters import shown
from articles.api.times import FIRST_DAY, LAST_DAY

Rows = QuerySet[Any]
LONGEST_CURSOR = 2_000


class OrderedView(Protocol):
    """What a page asks of its view."""

    orderings: ClassVar[Mapping[str, str]]
    default_ordering: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Ordering:
    """A column that never is null, with the primary key to tell equal rows apart."""

    name: str
    column: str
    descending: bool

    @classmethod
    def asked(cls, request: Request, view: OrderedView) -> Self:
        """Return the ordering that the reader wants.

        Raises:
            ValidationError: if the list has no such ordering.
        """
        given = request.query_params.get("ordering") or view.default_ordering
        name = given.removeprefix("-")
        if name not in view.orderings:
            raise ValidationError({"ordering": _no_ordering(given, view.orderings)})
        return cls(given, view.orderings[name], given.startswith("-"))

    def apply(self, rows: Rows, *, backwards: bool = False) -> Rows:
        """Return the rows in this order, or in the opposite one."""
        sign = "-" if self.descending != backwards else ""
        return rows.order_by(f"{sign}{self.column}", f"{sign}pk")

    def beyond(self, rows: Rows, cursor: "Cursor") -> Rows:
        """Keep the rows that come after the cursor, or before it when it points backwards."""
        side = "lt" if self.descending != cursor.backwards else "gt"
        return rows.filter(
            Q((f"{self.column}__{side}e", cursor.value))
            & (Q((f"{self.column}__{side}", cursor.value)) | Q((f"pk__{side}", cursor.pk)))
        )

    def field(self, rows: Rows) -> "Field[Any, Any]":
        """Return the column's type."""
        annotation = rows.query.annotations.get(self.column)
        if annotation is not None:
            return annotation.output_field
        return rows.model._meta.get_field(self.column)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The row that a page begins after."""

    ordering: str
    backwards: bool
    value: Any
    pk: int

    def encode(self) -> str:
        """Return the cursor as it stands in an address."""
        parts = [self.ordering, self.backwards, self.value, self.pk]
        return base64.urlsafe_b64encode(orjson.dumps(parts)).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str, *, ordering: Ordering, rows: Rows) -> Self:
        """Return the cursor.

        Raises:
            ValidationError: if we never wrote it, or for another ordering.
        """
        try:
            name, backwards, value, pk = _parts(text)
            if name != ordering.name or value is None:
                raise ValueError("a cursor of another ordering")
            value = ordering.field(rows).to_python(value)
            if isinstance(value, datetime) and not _is_of_our_time(value):
                raise ValueError("an instant that no row of ours has")
            return cls(name, bool(backwards), value, pk)
        except (ValueError, TypeError, OverflowError, FieldError):
            sentence = _("This cursor is not ours; begin again without it.")
            raise ValidationError({"cursor": sentence}) from None


def _is_of_our_time(instant: datetime) -> bool:
    return instant.tzinfo is not None and FIRST_DAY < instant.date() < LAST_DAY


def _parts(text: str) -> tuple[Any, ...]:
    """Return what the text holds; four plain values, none of them too large to be ours."""
    if len(text) > LONGEST_CURSOR or not re.fullmatch(r"[\w-]+", text, re.ASCII):
        raise ValueError("no base64")
    parts = orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    name, backwards, value, pk = parts
    plain = isinstance(value, str | int | float) and "\0" not in str(value)
    if not plain or not isinstance(pk, int) or not 0 < pk < 2**63:
        raise ValueError("no position")
    return name, backwards, value, pk


def _no_ordering(given: str, orderings: Mapping[str, str]) -> str:
    return _(
        "There is no ordering %(value)s; take one of %(choices)s, with a minus or without."
    ) % {
        "value": shown(given),
        "choices": ", ".join(orderings),
    }
