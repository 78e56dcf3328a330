"""Half-open spans of days, and how precisely their ends are known."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from string import Formatter
from typing import Any

from django.db import models
from django.db.models import BooleanField, F, Func, Q
from django.utils.translation import gettext_lazy as _

from articles.written_dates.spans import FIRST_DAY as FIRST_DAY
from articles.written_dates.spans import LAST_DAY as LAST_DAY
from articles.written_dates.spans import end_of


def last_moment(first_day_out: date) -> datetime:
    """Return the last moment before the day, in UTC."""
    return datetime.combine(first_day_out - timedelta(days=1), time.max, tzinfo=UTC)


def year_before(day: date) -> date:
    """Return the same day of the year before, from 1900 on; of 29 February, the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=max(day.year - 1, FIRST_DAY.year), day=28 if is_leap_day else day.day)


class Precision(models.TextChoices):
    DAY = "day", _("day")
    SPAN = "span", _("first and last day")
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    YEAR = "year", _("year")


class DatePrecision(models.TextChoices):
    """How precisely one end of a lasting record is known; empty when it is not stated."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class Holds(Func):
    """A truth about columns that only SQL can say; `%(expressions)s` is not repeated."""

    output_field = BooleanField()
    arg_joiner = ""

    def __init__(self, sql: str, *columns: str, **extra: Any) -> None:
        super().__init__(*(F(column) for column in columns), **extra)
        self.sql = sql

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, Sequence[Any]]:  # type: ignore[override]
        """Fill the columns into the sentence, each at its {number}."""
        columns = [compiler.compile(column) for column in self.get_source_expressions()]
        sentence, values = "", []
        for words, number, _format, _conversion in Formatter().parse(self.sql):
            sentence += words
            if number is not None:
                sql, params = columns[int(number)]
                sentence += sql
                values += params  # As often as the column stands there: validation binds values.
        return sentence, values

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Write itself into a migration."""
        columns = tuple(column.name for column in self.get_source_expressions())
        return "balance.models.spans.Holds", (self.sql, *columns), {}

    @property
    def identity(self) -> tuple[Any, ...]:
        """Two are the same when sentence and columns are."""
        return (self.__class__, self.sql, *self.get_source_expressions())


def span_fits_precision(*, name: str) -> models.CheckConstraint:
    """Return the constraint that `start`, `end` are what `precision` says they are."""
    return models.CheckConstraint(
        name=name,
        condition=Q(
            Holds(
                "CASE {2} WHEN 'day' THEN {1} = {0} + 1 WHEN 'span' THEN {1} >= {0} + 2"
                " WHEN 'month' THEN extract(day from {0}) = 1"
                " AND {1} = ({0} + interval '1 month')::date"
                " WHEN 'quarter' THEN extract(day from {0}) = 1"
                " AND extract(month from {0}) IN (1, 4, 7, 10)"
                " AND {1} = ({0} + interval '3 months')::date"
                " WHEN 'year' THEN extract(day from {0}) = 1 AND extract(month from {0}) = 1"
                " AND {1} = ({0} + interval '1 year')::date ELSE false END",
                "start",
                "end",
                "precision",
            )
        ),
    )


def period_end(start: date, precision: str) -> date:
    """Return the first day out of the period that begins on `start`; not for spans."""
    return end_of(start, precision)
