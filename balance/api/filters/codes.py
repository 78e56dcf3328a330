"""Parameters that several lists share: who, where, and when."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.api.codes import CodeField
from articles.api.filters import Keep
from articles.api.times import DayField
from balance.models import Actor, Focus, Pole

Rows = QuerySet[Any]
How = str | Callable[[Any, Any], Rows]


def by_actor(how: How, help_text: Any) -> Keep:
    """Return the filter `actor`, for the code of an actor that nobody withdrew."""
    rows = Actor.objects.standing()
    return Keep(how, CodeField(rows=rows, noun=_("actor"), help_text=help_text))


def by_pole(how: How, help_text: Any) -> Keep:
    """Return the filter `pole`, for the code of a pole."""
    return Keep(how, CodeField(rows=Pole.objects.all(), noun=_("pole"), help_text=help_text))


def by_focus(how: How, help_text: Any) -> Keep:
    """Return the filter `focus`, for the code of a focus."""
    rows = Focus.objects.all()
    field = CodeField(rows=rows, noun=_("focus"), column="actor__code", help_text=help_text)
    return Keep(how, field)


def _since(rows: Rows, day: date) -> Rows:
    return rows.filter(valid__overlap=DateRange(day, None))


def _until(rows: Rows, day: date) -> Rows:
    return rows.filter(valid__overlap=DateRange(None, day))


def since(how: How = _since) -> Keep:
    """Return the filter `start`; by default for rows with a range `valid`."""
    return Keep(how, DayField(help_text=_("The first day: only what lasted until it, or later.")))


def until(how: How = _until) -> Keep:
    """Return the filter `end`; by default for rows with a range `valid`."""
    return Keep(how, DayField(help_text=_("The first day out: only what began before it.")))
