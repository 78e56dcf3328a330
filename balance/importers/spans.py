"""Dates of a row together: one in one precision, or two ends in their order."""

from datetime import date, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from balance.importers.cells import BadCell, PartialDate
from balance.models import Precision
from balance.models.spans import period_end

UNKNOWN = "unknown"  # The precision of a start that nobody states.


def agree(values: dict[str, Any], column: str, precision_column: str) -> None:
    """Give the date the precision of its neighbour, which may be empty but not another one.

    Raises:
        BadCell: if the date cannot have the precision.
    """
    found: PartialDate | None = values[column]
    stated = values[precision_column]
    if found is None:
        if stated not in ("", UNKNOWN):
            raise BadCell(
                _("it says %(precision)s, but there is no date; fill in the date")
                % {"precision": stated},
                precision_column,
            )
        return
    values[precision_column] = precision = stated or found.precision
    if not _fits(found, precision):
        raise BadCell(
            _("%(date)s is not what it says, %(precision)s; correct one of the two")
            % {"date": found, "precision": precision},
            precision_column,
        )
    values[column] = PartialDate(found.first, precision)


def _fits(found: PartialDate, precision: str) -> bool:
    if found.precision != "day":
        return found.precision == precision
    first = found.first
    months = {"month": range(1, 13), "quarter": (1, 4, 7, 10), "year": (1,)}
    if precision in months:
        return first.day == 1 and first.month in months[precision]
    return precision in ("day", "span")


def ends_after(values: dict[str, Any], start: str, end: str) -> None:
    """Check that the first day out comes after the first day in, where both are given.

    Raises:
        BadCell: if not.
    """
    first, out = values[start], values[end]
    first = first.first if isinstance(first, PartialDate) else first
    out = out.first if isinstance(out, PartialDate) else out
    if first is not None and out is not None and out <= first:
        raise BadCell(
            _("%(out)s is not after the start, %(first)s; the end is the first day out")
            % {"out": out, "first": first},
            end,
        )


def whole_span(values: dict[str, Any]) -> None:
    """Check `date`, `date_precision` and `end` of an act or a statement together.

    Raises:
        BadCell: if they contradict each other.
    """
    agree(values, "date", "date_precision")
    is_span = values["date_precision"] == Precision.SPAN
    if is_span != (values["end"] is not None):
        raise BadCell(
            _("only the precision span has an end, and it must have one; correct one of the two"),
            "end",
        )
    if is_span and values["end"] < values["date"].first + timedelta(days=2):
        raise BadCell(_("a span has two days or more; for one day write day"), "end")


def interval(values: dict[str, Any]) -> tuple[date, date]:
    """Return the half-open interval of a row that passed `whole_span`."""
    first = values["date"].first
    return first, values["end"] or period_end(first, values["date_precision"])


def date_columns(stored: Any) -> dict[str, Any]:
    """Return `date`, `date_precision` and `end` of a stored act or statement."""
    return {
        "date": PartialDate(stored.start, stored.precision),
        "date_precision": stored.precision,
        "end": stored.end if stored.precision == Precision.SPAN else None,
    }


def range_of(start: date | None, end: date | None) -> DateRange:
    """Return the half-open range of days."""
    return DateRange(start, end, "[)")
