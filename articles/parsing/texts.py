"""A text as somebody copied it: where its title, its date and its own words are."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from articles.parsing import Unreadable
from articles.parsing.encodings import decoded
from articles.parsing.garbling import is_garbled
from articles.parsing.languages import language_of
from articles.parsing.related import without_related

LONGEST_TITLE = 200
LONGEST_STAND_IN = 120  # Of a title made from the first words, where no line reads like one.
_DATED = re.compile(
    r"\s*(?:date|tarix|tarih|дата)\s*:?\s*(\d{4})-(\d\d)-(\d\d)\b[ \t]*", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…。])[\"”»)]*(?:\s|$)")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_text(data: bytes, *, today: str, languages: Sequence[str]) -> dict[str, Any]:
    """Return what a text says: `title`, `text`, `language`, `is_garbled`, `published_on`.

    Args:
        data: the text, in UTF-8, UTF-16 or a Cyrillic or Western encoding of one byte a letter.
        today: an ISO day; a date after tomorrow is nobody's date.
        languages: the codes to choose from.

    Raises:
        Unreadable: there is no letter in it.
    """
    text = _CONTROLS.sub("", decoded(data)).replace("\r\n", "\n").replace("\r", "\n")
    published_on, text = _dated(text, today)
    text = without_related(text).strip()
    if not any(letter.isalpha() for letter in text):
        raise Unreadable("no text")
    return {
        "title": _title(text),
        "text": text,
        "site": "",
        "language": language_of(text, among=languages),
        "is_garbled": is_garbled(text),
        "canonical": "",
        "published_on": published_on,
        "precision": "day",
        "basis": "page",
    }


def _dated(text: str, today: str) -> tuple[str | None, str]:
    """Return the day that the text begins with, and the text after it."""
    found = _DATED.match(text)
    if not found:
        return None, text
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None, text
    if day > date.fromisoformat(today) + timedelta(days=1):
        return None, text
    return day.isoformat(), text[found.end() :]


def _title(text: str) -> str:
    """Return the first line if it reads like a title, else the first words."""
    first, _break, rest = text.partition("\n")
    first = " ".join(first.split())
    if rest.strip() and len(first) <= LONGEST_TITLE and not first.endswith((".", "…", "。", ",")):
        return first
    sentence = " ".join(_SENTENCE_ENDS.split(text, maxsplit=1)[0].split())
    if len(sentence) <= LONGEST_STAND_IN:
        return sentence
    return sentence[:LONGEST_STAND_IN].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"
