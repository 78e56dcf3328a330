"""What is the matter with a written date, in a sentence with its cure."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.written_dates import FIRST_DAY, LAST_DAY, Refused, Why

_MONTHS_OF = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_EXAMPLE_YEAR = 2024


def sentence_of(refused: Refused) -> str:
    """Return what to tell whoever wrote the date."""
    return _SENTENCES[refused.why](refused.parts)


def _unreadable(_parts: Any) -> str:
    return _(
        "This is no date that can be read. Write 3 July 2024, 2024-07-03, July 2024, Q3 2024, 2024"
        " or 3–5 July 2024."
    )


def _season(parts: Any) -> str:
    first, last = _MONTHS_OF[parts["season"]]
    year = parts["year"] or _EXAMPLE_YEAR
    if last < first:
        months = _("%(first)s %(year)d to %(last)s %(next)d")
    else:
        months = _("%(first)s to %(last)s %(year)d")
    named = {"first": _month(first), "last": _month(last), "year": year, "next": year + 1}
    return _(
        "A season has no first day that all agree on. Write the months, such as “%(months)s”, or"
        " only the year."
    ) % {"months": months % named}


def _vague(_parts: Any) -> str:
    return _(
        "Write only what is known, without “early”, “about” or “before”: July 2024, Q3 2024 or"
        " 2024."
    )


def _no_year(_parts: Any) -> str:
    return _("Write the year, too, with four digits: 3 July 2024.")


def _short_year(parts: Any) -> str:
    return _("Write the year with four digits: 2024, not %(year)s.") % parts


def _no_such_month(_parts: Any) -> str:
    return _("There are twelve months: write the month as a word, or as a number from 01 to 12.")


def _no_such_day(parts: Any) -> str:
    month = date_format(parts["first"], "F Y")
    return _("%(month)s has %(last)d days: write a day from 1 to %(last)d.") % {
        "month": month,
        "last": parts["last"],
    }


def _ambiguous(parts: Any) -> str:
    readings = [
        date_format(date(parts["year"] or _EXAMPLE_YEAR, month, day), "j E Y")
        for day, month in (
            (parts["first"], parts["second"]),
            (parts["second"], parts["first"]),
        )
    ]
    return _(
        "This may be “%(one)s” or “%(other)s”: write the one that is meant, with the month as a"
        " word."
    ) % {"one": readings[0], "other": readings[1]}


def _far(_parts: Any) -> str:
    return _("Write a date from %(first)d to %(last)d.") % {
        "first": FIRST_DAY.year,
        "last": LAST_DAY.year,
    }


def _backwards(_parts: Any) -> str:
    return _("The end must come after the start.")


def _one_date(parts: Any) -> str:
    return _(
        "Is this when it began or when it ended? Write “%(written)s –” where it began then, or"
        " “– %(written)s” where it ended then."
    ) % {"written": parts["written"]}


def _month(number: int) -> str:
    return date_format(date(_EXAMPLE_YEAR, number, 1), "F")


_SENTENCES: dict[Why, Callable[[Any], str]] = {
    Why.UNREADABLE: _unreadable,
    Why.SEASON: _season,
    Why.VAGUE: _vague,
    Why.NO_YEAR: _no_year,
    Why.SHORT_YEAR: _short_year,
    Why.NO_SUCH_MONTH: _no_such_month,
    Why.NO_SUCH_DAY: _no_such_day,
    Why.AMBIGUOUS: _ambiguous,
    Why.FAR: _far,
    Why.BACKWARDS: _backwards,
    Why.ONE_DATE: _one_date,
}
