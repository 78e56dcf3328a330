"""Start, end and precision: an editor gives what is known, the rest follows."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from articles.admin.forms import EditorialForm
from balance.models import Precision
from balance.models.spans import FIRST_DAY, LAST_DAY, period_end

_MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}


class SpanForm(EditorialForm):
    """Works out the end of a day, month, quarter or year; only a span needs one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "end" in self.fields:
            self.fields["end"].required = False
            self.fields["end"].help_text = _(
                "Only for “first and last day”: the day after the last. Else it is worked out."
            )

    def clean(self) -> dict[str, Any] | None:
        """Fill the end, and take a month, quarter or year from its first day."""
        cleaned = super().clean()
        start, precision = self.cleaned_data.get("start"), self.cleaned_data.get("precision")
        if start and precision:
            self._complete(start, Precision(precision))
        return cleaned

    def _complete(self, start: date, precision: Precision) -> None:
        end = self.cleaned_data.get("end")
        if not FIRST_DAY <= start < LAST_DAY:
            self.add_error("start", _("Write a day from 1900 to 2100."))
        elif precision == Precision.SPAN:
            self._want_span(start, end)
        else:
            first = _first_day(start, precision)
            expected = period_end(first, precision)
            if end not in (None, expected) and "end" in self.changed_data:
                self.add_error("end", self._wrong_end(precision))
            self.cleaned_data |= {"start": first, "end": expected}

    def _want_span(self, start: date, end: date | None) -> None:
        if end is None:
            self.add_error("end", _("Write the day after the last one, or choose “day”."))
        elif end <= start:
            self.add_error("end", _("The end must come after the start."))
        elif (end - start).days == 1:
            self.add_error("precision", _("This span is one day long: choose “day”."))

    def _wrong_end(self, precision: Precision) -> str:
        return _(
            "This end does not belong to a %(precision)s: choose “first and last day” as"
            " precision, or leave the end empty."
        ) % {"precision": precision.label}


def _first_day(start: date, precision: Precision) -> date:
    """Return the first day of the period that the day lies in."""
    if precision not in _MONTHS:
        return start
    months = _MONTHS[precision]
    return date(start.year, (start.month - 1) // months * months + 1, 1)
