"""Start, end and precision: an editor writes the date as it is known, in one box."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.dates import WhenField
from articles.admin.forms import EditorialForm
from articles.written_dates import Span
from balance.panels import wording


class SpanForm(EditorialForm):
    """Asks for `when`, and stores `start`, `end` and `precision`."""

    when = WhenField(label=_("Date"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.instance
        if "when" in self.fields and known.start:
            self.initial.setdefault("when", Span(known.start, known.end, known.precision))

    def clean(self) -> dict[str, Any] | None:
        """Give the record the three that the date means."""
        cleaned = super().clean()
        span = self.cleaned_data.get("when")
        if span:
            known = self.instance
            known.start, known.end, known.precision = span
        return cleaned


class DatedAdmin(admin.ModelAdmin):
    """Records with a start, an end and a precision, shown as one date."""

    @admin.display(ordering="start", description=_("when"))
    def when(self, record: Any) -> str:
        """Return the date as precisely as it is known."""
        return wording.span(record.start, record.end, record.precision) if record.start else "–"
