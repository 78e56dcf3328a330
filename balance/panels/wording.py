"""Numbers and dates as people write them; every page formats them here, and only here."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from django.utils.formats import get_format
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from balance.models import Precision
from balance.panels import conventions
from balance.panels.conventions import capital, in_month, per_cent, written

MINUS = "\N{MINUS SIGN}"
FRIENDLY_FROM = 0.25
TONE_EXPLAINED = gettext_lazy(
    "Tone runs from −1, only conflict, to +1, only cooperation; few events pull it towards 0. "
    "From +0.25 we call it friendly, from −0.25 down strained, between them mixed."
)
NEAR = 0.015
PARTS = (
    (1 / 2, gettext_lazy("about half")),
    (1 / 3, gettext_lazy("about a third")),
    (1 / 4, gettext_lazy("about a quarter")),
    (1 / 5, gettext_lazy("about a fifth")),
)
CONFIDENCE = (
    (0.95, gettext_lazy("as good as certain")),
    (0.75, gettext_lazy("very likely")),
    (0.5, gettext_lazy("more likely than not")),
    (0.25, gettext_lazy("uncertain: general knowledge, no source found")),
)


def decimal(value: float | None, digits: int = 1) -> str:
    """Write a number with so many digits, a minus sign where it is due, and never -0."""
    return _("no number") if value is None else writer(digits)(value)


def writer(digits: int) -> Callable[[float], str]:
    """Return what writes many numbers as `decimal` writes one: it asks for the language once."""
    marks = _marks(get_language())

    def write(value: float) -> str:
        rounded = round(value, digits)
        text = f"{abs(rounded):,.{digits}f}".translate(marks)
        return f"{MINUS}{text}" if rounded < 0 else text

    return write


@cache
def _marks(language: str | None) -> dict[int, str]:
    """Return what stands for the comma and the point in a language."""
    return {
        ord(","): get_format("THOUSAND_SEPARATOR", language),
        ord("."): get_format("DECIMAL_SEPARATOR", language),
    }


def signed(value: float | None, digits: int = 1) -> str:
    """Write a number with its sign, unless it rounds to zero."""
    text = decimal(value, digits)
    return f"+{text}" if value is not None and round(value, digits) > 0 else text


def count(value: float | None) -> str:
    """Write a number of events: a decimal only where an event is split between partners."""
    if value is None:
        return _("no number")
    return decimal(value, 0 if abs(value - round(value)) < 0.05 else 1)


def plain(value: float) -> str:
    """Write a parameter: no more digits than it has."""
    return decimal(value, 0 if value == round(value) else 2)


def parameter(value: float | str) -> str:
    """Write a parameter of the method: a number, or the word for a choice."""
    return value if isinstance(value, str) else plain(value)


def percent(share: float | None, digits: int = 0) -> str:
    """Write a share in 0..1 as a percentage: 0.26 is 26 %; a trace is never written as none."""
    if share is None:
        return _("no number")
    if share > 0 and round(100 * share, digits) == 0:
        least = decimal(10**-digits, digits)
        return _("under %(least)s") % {"least": per_cent(least)}
    return per_cent(decimal(100 * share, digits))


def share_range(ends: list[float] | None) -> str:
    """Write the interval of a share: 15–38 %; nothing where there is none."""
    if ends is None:
        return ""
    low, high = (decimal(100 * end, 0) for end in ends)
    return per_cent(f"{low}–{high}") if low != high else percent(ends[1])


def signed_range(ends: list[float] | None) -> str:
    """Write the interval of a tone: −0.6 to +0.1; nothing where there is none."""
    if ends is None:
        return ""
    return _("%(low)s to %(high)s") % {"low": signed(ends[0]), "high": signed(ends[1])}


def number_range(ends: list[float] | None) -> str:
    """Write the interval of a number that is above zero: 4.3–5.0; nothing where there is none."""
    return "" if ends is None else f"{decimal(ends[0])}–{decimal(ends[1])}"


def about(share: float) -> str:
    """Say which simple part of a whole a share is near; nothing where it is near none."""
    near = (word for part, word in PARTS if abs(share - part) < NEAR)
    return str(next(near, ""))


def plural_of(value: float) -> int:
    """Return the number whose plural form a number takes that `count` or `plain` writes.

    A fraction takes the form of two: 2.5 events, and its like in other languages.
    """
    return round(value) if abs(value - round(value)) < 0.05 else 2


def points(change: int) -> str:
    """Write a change of a share in whole percentage points, without its sign."""
    size = abs(change)
    # Translators: stands after "up", "down" and "by".
    return ngettext("%(size)d point", "%(size)d points", size) % {"size": size}


def day(on: date) -> str:
    """Write a day: 3 July 2024."""
    return written(on, conventions.DAY)


def day_of_year(on: date) -> str:
    """Write a day whose year stands nearby: 3 July."""
    return written(on, conventions.DAY_OF_YEAR)


def month(on: date) -> str:
    """Write a month: July 2024."""
    return written(on, conventions.MONTH)


def of_month(on: date) -> str:
    """Write a month as it stands after since, until or around: in the genitive, if there is one."""
    return written(on, conventions.OF_MONTH)


def quarter(on: date) -> str:
    """Write a quarter: third quarter of 2024."""
    phrases = (
        _("first quarter of %(year)d"),
        _("second quarter of %(year)d"),
        _("third quarter of %(year)d"),
        _("fourth quarter of %(year)d"),
    )
    return phrases[(on.month - 1) // 3] % {"year": on.year}


def span(start: date, end: date, precision: str) -> str:
    """Write the half-open span [start, end) as precisely as it is known, and no more so."""
    match Precision(precision):
        case Precision.DAY:
            return day(start)
        case Precision.MONTH:
            return month(start)
        case Precision.QUARTER:
            return quarter(start)
        case Precision.YEAR:
            return str(start.year)
    return days(start, end)


def days(start: date, end: date) -> str:
    """Write from the first to the last day of [start, end): 3–5 July 2024."""
    last = end - timedelta(days=1)
    if start == last:
        return day(start)
    if (start.month, start.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{start.year}–{last.year}" if start.year < last.year else str(start.year)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{day(last)}"
    first = day_of_year(start) if start.year == last.year else day(start)
    return f"{first} – {day(last)}"


def period(start: date, step: str) -> str:
    """Name the calendar period that holds the day: a row's heading."""
    match step:
        case "month":
            return month(start)
        case "quarter":
            return quarter(start)
        case "year":
            return str(start.year)
        case "week":
            return _("week of %(day)s") % {"day": day(start)}
    return day(start)


def in_period(start: date, step: str) -> str:
    """Say when, inside a sentence: in July 2024, on 3 July 2024."""
    match step:
        case "day":
            return pgettext("when", "on %(day)s") % {"day": day(start)}
        case "week":
            return pgettext("when", "in the week of %(day)s") % {"day": day(start)}
        case "month":
            return in_month(start)
        case "quarter":
            return _in_quarter(start)
    return pgettext("when", "in %(year)d") % {"year": start.year}


def _in_quarter(on: date) -> str:
    phrases = (
        pgettext("when", "in the first quarter of %(year)d"),
        pgettext("when", "in the second quarter of %(year)d"),
        pgettext("when", "in the third quarter of %(year)d"),
        pgettext("when", "in the fourth quarter of %(year)d"),
    )
    return phrases[(on.month - 1) // 3] % {"year": on.year}


def listing(names: list[str]) -> str:
    """Join names as a sentence does: China, Iran and Turkey."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def opening(sentence: str) -> str:
    """Begin a sentence with a capital, and leave the rest as it is."""
    return capital(sentence)


def tone_word(tone: float | None) -> str:
    """Say in a word what a tone is."""
    # Translators: of the tone: friendly, strained, mixed; it stands alone and in "the tone is ...".
    if tone is None:
        return _("no contact")
    if tone >= FRIENDLY_FROM:
        return _("friendly")
    return _("strained") if tone <= -FRIENDLY_FROM else _("mixed")


def confidence(probability: float) -> str:
    """Say in words how sure we are that an event happened as described."""
    for least, words in CONFIDENCE:
        if probability >= least:
            return str(words)
    return _("doubtful")
