"""From a span of days to what somebody would type for it; reading gives the same span again."""

from datetime import date, timedelta

from articles.written_dates.spans import LENGTHS, end_of
from articles.written_dates.words import MONTHS, MONTHS_WITH_A_DAY


def write_span(start: date, end: date, precision: str, *, language: str = "en") -> str:
    """Write [start, end) as precisely as it is known: 3–5 July 2024, July 2024, Q3 2024."""
    if precision != "span":
        return write_point(start, precision, language=language)
    last = end - timedelta(days=1)
    if start == last:
        return write_point(start, "day", language=language)
    if start.day == 1 and end.day == 1 and (start.year, start.month) != (last.year, last.month):
        return _months(start, last, language)
    return _days(start, last, language)


def write_days(start: date, end: date, *, language: str = "en") -> str:
    """Write [start, end), of which no precision is stored, in the fewest words."""
    whole = next((p for p in LENGTHS if _is_whole(start, p) and end == end_of(start, p)), "span")
    return write_span(start, end, whole, language=language)


def write_point(first: date, precision: str, *, language: str = "en") -> str:
    """Write the day, month, quarter or year that begins on the day."""
    match precision:
        case "day":
            return f"{_day(first, language)} {first.year}"
        case "month":
            return f"{_month(first, language)} {first.year}"
        case "quarter":
            return f"Q{(first.month + 2) // 3} {first.year}"
    return str(first.year)


def _is_whole(start: date, precision: str) -> bool:
    return start.day == 1 and (start.month - 1) % LENGTHS[precision] == 0


def _months(start: date, last: date, language: str) -> str:
    final = f"{_month(last, language)} {last.year}"
    if start.year == last.year:
        return f"{_month(start, language)}–{final}"
    if (start.month, last.month) == (1, 12):
        return f"{start.year}–{last.year}"
    return f"{_month(start, language)} {start.year} – {final}"


def _days(start: date, last: date, language: str) -> str:
    final = write_point(last, "day", language=language)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{final}"
    if start.year == last.year:
        return f"{_day(start, language)} – {final}"
    return f"{write_point(start, 'day', language=language)} – {final}"


def _day(on: date, language: str) -> str:
    names = MONTHS_WITH_A_DAY.get(language, MONTHS["en"])
    return f"{on.day} {names[on.month - 1]}"


def _month(on: date, language: str) -> str:
    return MONTHS.get(language, MONTHS["en"])[on.month - 1]
