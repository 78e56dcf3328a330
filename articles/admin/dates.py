"""Fields for dates as people write them, and what they say of a text that is none."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles import written_dates
from articles.admin.refused_dates import sentence_of
from articles.written_dates import Edge, Lasting, Refused, Span
from articles.written_dates.spans import end_of

_SIZE = 28


def language() -> str:
    """Return the language of the page, without its country."""
    return (get_language() or "en").partition("-")[0]


class DateBox(AdminDateWidget):
    """A box to write a date in, with Django's calendar for those who would rather pick a day."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"size": _SIZE, "autocomplete": "off", **(attrs or {})})


class SpanBox(forms.TextInput):
    """A box to write two dates in; a calendar would only overwrite them."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"size": _SIZE, "autocomplete": "off", **(attrs or {})})


class WrittenField(forms.CharField):
    """A date in words; what was stored is shown in the words that give the same again."""

    says: ClassVar[Any] = ""
    widget: Any = DateBox

    def __init__(self, **kwargs: Any) -> None:
        help_text = kwargs.get("help_text") or self.says
        super().__init__(**{"max_length": 80, **kwargs, "help_text": help_text})

    def read(self, text: str) -> Any:
        """Return what the text says, or raise `Refused`."""
        raise NotImplementedError

    def written(self, value: Any) -> str:
        """Return what one would write for a stored value."""
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        """Return what is stored, or say what to write instead."""
        text = super().clean(self.prepare_value(value))
        if not text:
            return self.nothing()
        try:
            return self.read(text)
        except Refused as refused:
            raise ValidationError(sentence_of(refused), code=refused.why) from None

    def nothing(self) -> Any:
        """Return what an empty box means."""
        return None

    def prepare_value(self, value: Any) -> Any:
        """Show what is stored in words, and what was typed as it was typed."""
        return value if value is None or isinstance(value, str) else self.written(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is meant, not how it is written."""
        try:
            return bool(self.clean(initial) != self.clean(data))
        except ValidationError:
            return True


class WhenField(WrittenField):
    """A day, month, quarter, year or span; cleaned to a `Span`, empty to None."""

    says = _(
        "As you would write it: 3 July 2024, July 2024, Q3 2024, 2024, 3–5 July 2024 or"
        " June to August 2024. Only as exactly as it is known."
    )

    def __init__(self, *, precisions: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.precisions = precisions

    def read(self, text: str) -> Span:
        """Return the span, if it is as exact as can be stored here."""
        span = written_dates.read_span(text)
        if self.precisions and span.precision not in self.precisions:
            raise ValidationError(
                _("Write a day, a month or a year: 3 July 2024, July 2024, 2024.")
            )
        return span

    def written(self, value: Span) -> str:
        """Return the span in words."""
        return written_dates.write_span(*value, language=language())


class DayField(WrittenField):
    """One day; cleaned to a date."""

    says = _("One day: 3 July 2024 or 2024-07-03.")

    def read(self, text: str) -> date:
        """Return the day."""
        span = written_dates.read_span(text)
        if span.precision != "day":
            raise ValidationError(_("Write one day, such as 3 July 2024."))
        return span.start

    def written(self, value: date) -> str:
        """Return the day in words."""
        return written_dates.write_span(value, value, "day", language=language())


class PeriodField(WrittenField):
    """A period of whole days that has both ends; cleaned to a range."""

    says = _("The whole period, its last day included: 2024, July 2024 or 2014–2018.")
    widget = SpanBox

    def read(self, text: str) -> DateRange:
        """Return the half-open range."""
        span = written_dates.read_span(text)
        return DateRange(span.start, span.end)

    def written(self, value: Any) -> str:
        """Return the range in the fewest words."""
        if value.lower is None or value.upper is None:
            return written_dates.write_lasting(_lasting(value), language=language())
        return written_dates.write_days(value.lower, value.upper, language=language())


class OpenPeriodField(PeriodField):
    """A period that may go on, or have no first day; empty is none."""

    says = _("2014–2018, 2020 – to go on to this day, or – 2018; the last day is included.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "required": False})

    def read(self, text: str) -> DateRange:
        """Return the half-open range, open where the text is."""
        try:
            start, end = written_dates.read_lasting(text)
        except Refused:
            return super().read(text)
        if start and end:
            return super().read(text)
        return DateRange(start and start.first, end and end_of(*end))

    def written(self, value: Any) -> str:
        """Return the range in words, a last day as the day that is in."""
        if value.lower is None and value.upper is not None:
            last = value.upper - timedelta(days=1)
            return f"– {written_dates.write_days(last, value.upper, language=language())}"
        return super().written(value)


class LastingField(WrittenField):
    """What began and perhaps ended, either perhaps unknown; cleaned to a `Lasting`."""

    says = _(
        "2011 –, March 2011 – 2015, or – 1 September 2025. The second date is when it ended: the"
        " first day on which it no longer held. Empty: nobody states either."
    )
    widget = SpanBox

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "required": False})

    def read(self, text: str) -> Any:
        """Return both edges, each as precisely as it is known."""
        return written_dates.read_lasting(text)

    def written(self, value: Any) -> str:
        """Return both edges in words."""
        lasting = value if isinstance(value, Lasting) else _lasting(value)
        return written_dates.write_lasting(lasting, language=language())

    def nothing(self) -> Any:
        """Return that both ends are open."""
        return Lasting(None, None)


class DateRangeField(LastingField):
    """What lasts from a first day in to a first day out, of which only days are stored."""

    says = _(
        "1 March 2011 –, 1 March 2011 – 1 January 2015, or – 1 January 2015. The second date is"
        " the first day on which it no longer held. Empty: always."
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "help_text": self.says})  # The column's speaks of columns.

    def read(self, text: str) -> DateRange:
        """Return the half-open range."""
        start, end = super().read(text)
        return DateRange(start and start.first, end and end.first)

    def nothing(self) -> DateRange:
        """Return that both ends are open."""
        return DateRange(None, None)


def _lasting(days: Any) -> Lasting:
    """Return the edges of a range of days."""
    start, end = (None if day is None else Edge(day, "day") for day in (days.lower, days.upper))
    return Lasting(start, end)
