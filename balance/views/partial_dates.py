"""Form fields for days that people write as 2024, 2024-07 or 2024-07-03."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.api.times import InstantField
from balance.models.spans import FIRST_DAY, LAST_DAY, Precision, last_moment, period_end

PATTERN = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def date_input(example: str = "2024-07-03") -> forms.TextInput:
    """Return a box for a date that shows how to write it, where a browser has no calendar."""
    return forms.TextInput(
        attrs={"inputmode": "numeric", "placeholder": example, "size": 10, "autocomplete": "off"}
    )


class PartialDateField(forms.CharField):
    """A day, month or year, as the half-open span that it covers."""

    default_error_messages = {
        "unreadable": _("Write a year, a month or a day: 2024, 2024-07 or 2024-07-03."),
        "far": _("The date lies between 1900 and 2100."),
    }

    def clean(self, value: object) -> tuple[date, date] | None:
        """Return the first day and the first day out, or None without a date."""
        text = super().clean(value)
        if not text:
            return None
        match = PATTERN.fullmatch(text)
        if match is None:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable")
        given = [int(part) for part in match.groups() if part]
        try:
            start = date(*[*given, 1, 1][:3])
        except ValueError:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable") from None
        if not FIRST_DAY <= start <= LAST_DAY - timedelta(days=366):
            raise ValidationError(self.error_messages["far"], code="far")
        return start, period_end(start, PRECISIONS[len(given) - 1])


class KnownOnField(forms.CharField):
    """The last moment of a day in UTC; or an exact instant, as a permanent link has it."""

    def clean(self, value: object) -> datetime | None:
        """Return the instant, or None without one."""
        if "T" in str(value):
            instant: datetime = InstantField().parse(str(value).strip())
            return instant
        span = PartialDateField(required=False).clean(value)
        return span and last_moment(span[1])


def month_field(label: Any) -> PartialDateField:
    """Return a field that takes a month, and shows how to write it."""
    return PartialDateField(
        label=label, required=False, max_length=10, widget=date_input("2020-01")
    )


def day_field(label: Any) -> PartialDateField:
    """Return a field that takes a day, and shows how to write it."""
    return PartialDateField(label=label, required=False, max_length=10, widget=date_input())


def known_on_field(label: Any) -> KnownOnField:
    """Return a field for the day whose knowledge a page shows."""
    return KnownOnField(label=label, required=False, max_length=40, widget=date_input())


def first_day(span: tuple[date, date] | None) -> date | None:
    """Return the first day of what such a field holds; None where it is empty or wrong."""
    return span[0] if span else None
