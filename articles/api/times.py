"""Days and instants as parameters of an address."""

import re
from datetime import UTC, date, datetime, time
from typing import ClassVar

from django import forms
from django.utils.translation import gettext as _

from articles.api.parameters import LONGEST, ParameterField, shown

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
_DAY = re.compile(r"(?a:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?)")


def parse_day(text: str) -> date:
    """Return the day; a month or a year stands for its first day.

    Raises:
        ValueError: if it is no day between 1900 and 2100.
    """
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(f"{text[:40]!r} is no ISO day")
    year, month, day = (int(part or 1) for part in found.groups())
    if not FIRST_DAY <= (parsed := date(year, month, day)) <= LAST_DAY:
        raise ValueError(f"{parsed} lies outside {FIRST_DAY} to {LAST_DAY}")
    return parsed


class DayField(ParameterField):
    """A day, or a month or a year that stands for its first day."""

    schema: ClassVar = {
        "type": "string",
        "pattern": r"^((19|20)\d\d|2100)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        "examples": ["2024-07-03"],
    }

    def parse(self, text: str) -> date:
        try:
            return parse_day(text)
        except ValueError:
            raise forms.ValidationError(
                _("%(value)s is no day between 1900 and 2100; write it as 2024-07-03.")
                % {"value": shown(text)}
            ) from None


class InstantField(ParameterField):
    """An instant with its zone, or a day, which stands for its last moment in UTC."""

    schema: ClassVar = {"type": "string", "examples": ["2024-07-03", "2024-07-03T12:00:00Z"]}

    def parse(self, text: str) -> datetime:
        try:
            if re.fullmatch(r"(?a:\d{4}-\d{2}-\d{2})", text):
                return datetime.combine(parse_day(text), time.max, tzinfo=UTC)
            instant = datetime.fromisoformat(text[:LONGEST])
            if instant.tzinfo is None or not FIRST_DAY < instant.date() < LAST_DAY:
                raise ValueError(f"{instant} has no zone, or lies far away")
        except ValueError:
            raise forms.ValidationError(
                _("%(value)s is no day such as 2024-07-03, nor an instant such as %(instant)s.")
                % {"value": shown(text), "instant": "2024-07-03T12:00:00Z"}
            ) from None
        return instant.astimezone(UTC)
