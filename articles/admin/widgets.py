"""Boxes of forms, and the fields that read them."""

from typing import Any

from django.contrib.admin.widgets import AdminDateWidget
from django.contrib.postgres.forms import DateRangeField, RangeWidget
from django.db.backends.postgresql.psycopg_any import DateRange
from django.forms import CharField, Textarea
from django.utils.translation import gettext_lazy as _


class PlainTextField(CharField):
    """Text whose lines end as they are stored, not as a browser sends them."""

    widget = Textarea

    def to_python(self, value: Any) -> Any:
        """Return the text with plain line ends."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class SpanWidget(RangeWidget):
    """Two days with a calendar each: the first one in, and the first one out."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(AdminDateWidget, attrs)
        for box, name in zip(self.widgets, (_("First day in"), _("First day out")), strict=True):
            box.attrs |= {"aria-label": name, "title": name, "placeholder": name}


class SpanField(DateRangeField):
    """A span of days that may be open at either end, or at both."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "required": False, "widget": SpanWidget})

    def compress(self, values: Any) -> DateRange:
        """Return the span; without any day it is open at both ends."""
        span = super().compress(values)
        return DateRange(None, None) if span is None else span
