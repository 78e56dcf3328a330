"""When a sentence says that something happened, and how precisely it says so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Precision = Literal["day", "span", "month", "quarter", "year"]
Direction = Literal["at", "since", "not"]  # "not": until or for a time, which dates no act.

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar(?=\.)|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)\b"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s?(?:[-–]|and|to)\s?(?P<last>[0-3]?\d))?"
_BEFORE: Final = (
    r"\b(?:(?P<lead>[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil|[Bb]y|[Ff]or|[Tt]hrough|[Ff]rom|[Oo]n|[Ii]n"
    r"|[Oo]f|[Dd]uring|[Ll]ast|[Tt]his|[Nn]ext|[Ss]tarting)\s+)?(?:(?:early|late|mid)[- ])?"
)
_WEEKDAYS: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "few": 3, "several": 4,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_UNITS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_VAGUE: Final = frozenset({"few", "several", "couple"})
_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_NEVER: Final = frozenset({"before", "until", "by", "for", "through"})
FIRST: Final = date(1900, 1, 1)
LAST: Final = date(2101, 1, 1)
_LONGEST: Final = 2_000  # Characters of a sentence that are read for dates.


@dataclass(frozen=True, slots=True)
class Span:
    """Days [start, end), as precisely as they are known."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Dated:
    """A span that words [first, last) of a text say; `direction` is what they say of it."""

    span: Span
    first: int
    last: int
    anchor: str
    direction: Direction = "at"


@dataclass(frozen=True, slots=True)
class Calendar:
    """From which day words are read: the article's own, and the last one named before."""

    published_on: date | None
    context: date | None

    def year_for(self, month: int, day: int) -> int | None:
        """Return the year of a date without one, which is the last past."""
        base = self.published_on or self.context
        if base is None:
            return None
        if self.published_on is None:
            return base.year
        return base.year - ((month, day) > (base.month, base.day))


def day(on: date) -> Span:
    return Span(on, on + timedelta(days=1), "day")


def month(year: int, number: int, months: int = 1) -> Span:
    after = year * 12 + number - 1 + months
    end = date(after // 12, after % 12 + 1, 1)
    return Span(date(year, number, 1), end, "month" if months == 1 else "quarter")


def year(number: int) -> Span:
    return Span(date(number, 1, 1), date(number + 1, 1, 1), "year")


def _number(word: str) -> int:
    return _MONTHS.index(next(name for name in _MONTHS if name.startswith(word[:3]))) + 1


def _full(match: re.Match[str], calendar: Calendar) -> Span | None:
    number, first = _number(match["month"]), int(match["day"])
    said = match["year"]
    in_year = int(said) if said else calendar.year_for(number, first)
    if in_year is None:
        return None
    start = date(in_year, number, first)
    if not match["last"] or int(match["last"]) <= first:
        return day(start)
    return Span(start, date(in_year, number, int(match["last"])) + timedelta(days=1), "span")


def _iso(match: re.Match[str], _: Calendar) -> Span:
    return day(date(int(match["year"]), int(match["m"]), int(match["d"])))


def _month(match: re.Match[str], calendar: Calendar) -> Span | None:
    number = _number(match["month"])
    if match["year"]:
        return month(int(match["year"]), number)
    in_year = calendar.year_for(number, 1)
    return None if in_year is None else month(in_year, number)


def _quarter(match: re.Match[str], calendar: Calendar) -> Span | None:
    quarter = int(match["q"]) if match["q"] else _QUARTERS[match["word"].lower()]
    return month(int(match["year"]), 3 * quarter - 2, 3)


def _year(match: re.Match[str], _: Calendar) -> Span:
    return year(int(match["year"]))


def _relative(match: re.Match[str], calendar: Calendar) -> Span | None:
    if calendar.published_on is None:
        return None
    word = match["word"].lower()
    days = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return day(calendar.published_on + timedelta(days=days))


def _weekday(match: re.Match[str], calendar: Calendar) -> Span | None:
    base = calendar.published_on
    if base is None:
        return None
    number = _WEEKDAYS.index(match["weekday"])
    if (match["which"] or "").lower() == "next":
        return day(base + timedelta(days=(number - base.weekday() - 1) % 7 + 1))
    back = (base.weekday() - number) % 7
    if (match["which"] or "").lower() == "last":
        back = back or 7
    return day(base - timedelta(days=back))


def _period(match: re.Match[str], calendar: Calendar) -> Span | None:
    base = calendar.published_on
    if base is None:
        return None
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["unit"] == "week":
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        return Span(monday, monday + timedelta(days=7), "span")
    if match["unit"] == "month":
        months = base.year * 12 + base.month - 1 + step
        return month(months // 12, months % 12 + 1)
    return year(base.year + step)


def _shifted(match: re.Match[str], calendar: Calendar) -> Span | None:
    """Read "a few weeks later" from the day named before, "two days ago" from the article's."""
    word, unit = match["number"].lower().split()[-1], match["unit"].lower()
    count = int(word) if word.isdigit() else _NUMBERS.get(word, 0)
    way = match["way"].lower()
    later = way in ("later", "after")
    base = (calendar.context or calendar.published_on) if way != "ago" else calendar.published_on
    if base is None or not 0 < count < 1000:
        return None
    on = base + timedelta(days=_UNITS[unit] * count * (1 if later else -1))
    if later and calendar.published_on:
        on = min(on, calendar.published_on)
    if unit == "day" and word not in _VAGUE:
        return day(on)
    if unit in ("day", "week") or (unit == "month" and word not in _VAGUE):
        return month(on.year, on.month)
    return year(on.year)


def _next_day(match: re.Match[str], calendar: Calendar) -> Span | None:
    base = calendar.context
    return day(base + timedelta(days=1)) if base else None


_Reads = Callable[[re.Match[str], Calendar], Span | None]
_RULES: Final[tuple[tuple[re.Pattern[str], _Reads], ...]] = (
    (re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b"), _iso),
    (re.compile(rf"\b(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.{_YEAR}"), _iso),
    (re.compile(rf"{_BEFORE}{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"), _full),
    (re.compile(rf"{_BEFORE}{_MONTH}\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?"), _full),
    (
        re.compile(rf"\b(?:(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) quarter of"
                   rf"|Q(?P<q>[1-4]))\s+{_YEAR}"),
        _quarter,
    ),
    (re.compile(rf"{_BEFORE}{_MONTH},?\s+{_YEAR}"), _month),
    (re.compile(r"\b(?P<lead>[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil|[Bb]y|[Ii]n|[Dd]uring|[Ll]ast"
                rf"|[Tt]his|[Ff]rom)\s+(?:(?:early|late|mid)[- ])?{_MONTH}(?P<year>(?!))?"),
     _month),
    (re.compile(r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow)\b"), _relative),
    (re.compile(r"\b(?:(?:[Oo]n|(?P<which>[Ll]ast|[Tt]his|[Nn]ext))\s+)?"
                rf"(?P<weekday>{'|'.join(_WEEKDAYS)})\b"), _weekday),
    (re.compile(r"\b(?:[Ee]arlier |[Ll]ate )?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious)\s+"
                r"(?P<unit>week|month|year)\b"), _period),
    (re.compile(r"\b(?P<number>(?:[Aa] )?(?:few|couple of|couple)|[Aa]n?|[Ss]everal|[Oo]ne|[Tt]wo"
                r"|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3})\s+"
                r"(?P<unit>day|week|month|year)s?\s+(?P<way>ago|later|earlier)\b"), _shifted),
    (re.compile(r"\b[Tt]he (?:next|following) day\b"), _next_day),
    (re.compile(r"\b(?P<lead>[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil|[Bb]y|[Ff]or|[Ii]n|[Dd]uring"
                r"|[Ff]rom|[Tt]hrough)\s+(?:(?:early|late|mid)[- ])?"
                rf"{_YEAR}(?![-–]?\d)"), _year),
)  # fmt: skip


def dates(sentence: str, calendar: Calendar) -> Iterator[Dated]:
    """Yield the dates that a sentence names, in its order; impossible ones are left out."""
    found: list[Dated] = []
    taken: list[tuple[int, int]] = []
    text = sentence[:_LONGEST]
    for rule, read in _RULES:
        for match in rule.finditer(text):
            if any(match.start() < last and first < match.end() for first, last in taken):
                continue
            taken.append(match.span())
            span = _read(read, match, calendar)
            if span:
                lead = (match.groupdict().get("lead") or "").lower()
                direction: Direction = "not" if lead in _NEVER else "at"
                if lead in ("since", "after", "from") and span.precision != "span":
                    direction = "since"
                found.append(Dated(span, match.start(), match.end(), match[0], direction))
    yield from sorted(found, key=lambda dated: dated.first)


def _read(read: _Reads, match: re.Match[str], calendar: Calendar) -> Span | None:
    try:
        span = read(match, calendar)
    except (ValueError, OverflowError):  # 31 February is no day.
        return None
    return span if span and span.start >= FIRST and span.end <= LAST else None


def last_year_named(text: str) -> Span | None:
    """Return the latest year that a text names as past: of a text without any other date."""
    years = [int(found) for found in re.findall(r"(?<![\d-])((?:19|20)\d\d)(?!\d)", text)]
    return year(max(years)) if years else None
