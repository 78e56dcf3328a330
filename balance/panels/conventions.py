"""What each language writes differently: months, per cent, capital letters."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext

NO_BREAK = "\N{NO-BREAK SPACE}"
PERCENT = {"tr": "%{}", "az": "{}%"}
SMALL_MONTHS = ("az", "ru")
DOTTED = ("az", "tr")  # Their small i has a capital of its own, and so has their capital I.

# Django's letters: F names a month, E declines it where a day or a preposition wants that.
DAY, DAY_OF_YEAR = "j E Y", "j E"
MONTH, MONTH_ALONE, OF_MONTH = "F Y", "F", "E Y"


def language() -> str:
    """Return the language of the page, without its country."""
    return (get_language() or "en").partition("-")[0]


def written(on: date, form: str) -> str:
    """Write a day in one of the forms above."""
    return _written(on, form, get_language())


@lru_cache(maxsize=10_000)
def _written(on: date, form: str, language_code: str | None) -> str:
    """Write a day once: the tables of a page name the same hundreds of months."""
    text = date_format(on, form)
    return _small(text) if language() in SMALL_MONTHS else text


def _small(text: str) -> str:
    return text.replace("İ", "i").lower()


def per_cent(number: str) -> str:
    """Write a number, or the two ends of a range, with the sign where the language has it."""
    return PERCENT.get(language(), "{}" + NO_BREAK + "%").format(number)


def capital(text: str) -> str:
    """Begin with a capital, and leave the rest as it is."""
    if text[:1] == "i" and language() in DOTTED:
        return f"İ{text[1:]}"
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Begin with a small letter, and leave the rest as it is."""
    if text[:1] in ("I", "İ") and language() in DOTTED:
        return f"{'ı' if text[0] == 'I' else 'i'}{text[1:]}"
    return text[:1].lower() + text[1:]


def in_month(on: date) -> str:
    """Say in which month, inside a sentence: in July 2024."""
    # Translators: a whole phrase, since the month may change with its preposition.
    phrases = (
        pgettext("when", "in January %(year)d"),
        pgettext("when", "in February %(year)d"),
        pgettext("when", "in March %(year)d"),
        pgettext("when", "in April %(year)d"),
        pgettext("when", "in May %(year)d"),
        pgettext("when", "in June %(year)d"),
        pgettext("when", "in July %(year)d"),
        pgettext("when", "in August %(year)d"),
        pgettext("when", "in September %(year)d"),
        pgettext("when", "in October %(year)d"),
        pgettext("when", "in November %(year)d"),
        pgettext("when", "in December %(year)d"),
    )
    return phrases[on.month - 1] % {"year": on.year}
