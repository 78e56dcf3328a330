"""A year of events: a day has those that are known to the day, and what is coarser stands apart."""

from calendar import Calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.models import Precision
from balance.panels.wording import day, listing, month, opening, span
from balance.queries.events import Dated

LONGEST = 31  # Days that an act may take and still stand on each of them.
MOST_MARKS = 3  # That fit into the square of a day.


@dataclass(frozen=True)
class Square:
    """A day of a month: its events, marks of their poles, and the list of the day."""

    number: int
    url: str = ""
    events: int = 0
    marks: Sequence[tuple[str, str]] = ()
    left_out: int = 0
    says: str = ""


@dataclass(frozen=True)
class Apart:
    """An event that is not known to the day, or took long: it stands on no square."""

    id: int
    title: str
    when: str
    marks: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Month:
    """A month as weeks of squares, None for the days of its neighbours."""

    name: str
    anchor: str
    weeks: list[list[Square | None]]
    apart: list[Apart] = field(default_factory=list)


@dataclass(frozen=True)
class Year:
    """What components/calendar.html shows."""

    year: int
    weekdays: list[tuple[str, str]]
    legend: list[tuple[str, str, str]]
    months: list[Month]
    apart: list[Apart]
    events: int


def calendar_of(
    events: Sequence[Dated], year: int, poles: Mapping[str, str], kept: Mapping[str, str]
) -> Year:
    """Return the year; `kept` is the reader's question, which the list of a day keeps."""
    squares: dict[date, list[Dated]] = {}
    by_month: dict[int, list[Apart]] = {}
    by_year: list[Apart] = []
    for event in events:
        if _is_on_days(event):
            for on in _days(event, year):
                squares.setdefault(on, []).append(event)
        elif event.precision in (Precision.MONTH, Precision.SPAN) and event.start.year == year:
            by_month.setdefault(event.start.month, []).append(_apart(event, poles))
        else:
            by_year.append(_apart(event, poles))
    return Year(
        year=year,
        weekdays=[(str(WEEKDAYS_ABBR[at]), str(WEEKDAYS[at])) for at in range(7)],
        legend=[(code, letter, opening(poles[code])) for code, letter in letters(poles).items()],
        months=[
            Month(
                name=opening(month(date(year, number, 1))),
                anchor=f"month-{number}",
                weeks=[
                    [_square(on, number, squares.get(on, []), poles, kept) for on in week]
                    for week in Calendar().monthdatescalendar(year, number)
                ],
                apart=by_month.get(number, []),
            )
            for number in range(1, 13)
        ],
        apart=by_year,
        events=len(events),
    )


def year_headline(found: Year) -> str:
    """Say how many events the year has."""
    if not found.events:
        return _("No event of %(year)s fits") % {"year": found.year}
    sentence = ngettext(
        "%(number)s event in %(year)s", "%(number)s events in %(year)s", found.events
    )
    return sentence % {"number": found.events, "year": found.year}


def _is_on_days(event: Dated) -> bool:
    """Say whether each of its days is known, and they are few enough to stand on each."""
    if event.precision == Precision.DAY:
        return True
    return event.precision == Precision.SPAN and (event.end - event.start).days <= LONGEST


def _days(event: Dated, year: int) -> list[date]:
    """Return the days of the event that are in the year."""
    all_days = [event.start + timedelta(days=n) for n in range((event.end - event.start).days)]
    return [on for on in all_days if on.year == year]


def _square(
    on: date,
    number: int,
    events: Sequence[Dated],
    poles: Mapping[str, str],
    kept: Mapping[str, str],
) -> Square | None:
    if on.month != number:
        return None
    if not events:
        return Square(on.day)
    codes = [code for code in poles if any(code in event.poles for event in events)]
    query = {**kept, "start": on.isoformat(), "end": (on + timedelta(days=1)).isoformat()}
    return Square(
        number=on.day,
        url=f"?{urlencode(query)}",
        events=len(events),
        marks=_marks(codes[:MOST_MARKS], poles),
        left_out=len(codes[MOST_MARKS:]),
        says=_says(on, len(events), [poles[code] for code in codes]),
    )


def _says(on: date, events: int, names: list[str]) -> str:
    words = {"day": day(on), "number": events, "poles": listing(names)}
    if not names:
        sentence = ngettext(
            "%(day)s: %(number)s event, with no pole",
            "%(day)s: %(number)s events, with no pole",
            events,
        )
    else:
        sentence = ngettext(
            "%(day)s: %(number)s event, with %(poles)s",
            "%(day)s: %(number)s events, with %(poles)s",
            events,
        )
    return sentence % words


def _apart(event: Dated, poles: Mapping[str, str]) -> Apart:
    codes = [code for code in poles if code in event.poles]
    return Apart(
        event.id, event.title, span(event.start, event.end, event.precision), _marks(codes, poles)
    )


def _marks(codes: Sequence[str], poles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each pole's code and what stands for it, whatever its colour."""
    known = letters(poles)
    return [(code, known[code]) for code in codes]


def letters(poles: Mapping[str, str]) -> dict[str, str]:
    """Return the first letter of each name, W of the West; two where one would not tell apart."""
    bare = {code: name.removeprefix("the ") for code, name in poles.items()}
    firsts = Counter(name[:1].upper() for name in bare.values())
    return {
        code: name[: 1 if firsts[name[:1].upper()] == 1 else 2].capitalize()
        for code, name in bare.items()
    }
