"""Pages in the other languages: no sentence of the interface is left in English."""

import re
from functools import cache
from html import unescape
from pathlib import Path

import polib
import pytest

from balance.models.translations import forget_translations
from tests.demonstration import load_demonstration

LOCALE = Path(__file__).resolve().parents[4] / "locale"
PAGES = [
    "/",
    "/focus/AZE/west/",
    "/pivots/AZE/",
    "/lenses/AZE/",
    "/coverage/AZE/",
    "/compare/?by=poles",
    "/events/",
    "/actors/RUS/",
    "/methodology/",
    "/why/AZE/",
]
NAMES = ["the West", "Turkey", "United States"]  # Of poles and countries; no outlet has them.
HOLE = re.compile(r"%\(\w+\)[sd]|\{\w+\}|</?\w+>")
WORD = re.compile(r"[A-Za-z’]{2,}")


@pytest.fixture
def demonstration(db):
    load_demonstration()
    forget_translations()
    yield
    forget_translations()


def test_no_sentence_of_the_interface_is_in_english(client, demonstration):
    left = []
    for address in [f"/{language}{page}" for page in PAGES for language in ("az", "ru", "tr")]:
        response = client.get(address)
        assert response.status_code == 200, address
        left += [(address, found) for found in english(words(response.content.decode()))]

    assert left == []


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("<p>How sure the numbers are</p>", ["How sure the numbers are"]),
        ("<p>China took part in 3 of the 12 events on record</p>", ["events on record"]),
        ('<a aria-label="How sure the numbers are">?</a>', ["How sure the numbers are"]),
        ("<p>the West ilə münaqişə</p>", ["the West"]),
        ('<p lang="en">The West leads: How sure the numbers are</p>', []),
        ('<ul><li lang="en">How sure the numbers are</li></ul>', []),
        ("<p>Насколько верны числа</p>", []),
    ],
)
def test_english_is_seen(shown, found):
    assert [sentence for sentence in english(words(shown)) if sentence in found] == found
    assert found or english(words(shown)) == []


def words(page):
    """Return a page's text between tags without what is marked as English, and its labels."""
    page = re.sub(r"(?s)<(script|style|textarea)\b.*?</\1>", "", page)
    page = re.sub(r'(?s)<(\w+)\b[^>]*\slang="en"[^>]*>.*?</\1>', "", page)
    labels = re.findall(r'\s(?:aria-label|title|placeholder|alt|content)="([^"]*)"', page)
    text = re.sub(r"<[^>]+>", "\n", page)
    return [" ".join(unescape(line).split()) for line in [*text.splitlines(), *labels] if line]


def english(lines):
    """Return the sentences of the catalogues, and the names, that stand in the lines."""
    text = "\n".join(lines)
    return [
        piece
        for piece in (*sentences(), *NAMES)
        if re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text)
    ]


@cache
def sentences():
    """Return what the catalogues translate, where it has three words in a row or more."""
    whole = [
        sentence
        for entry in polib.pofile(str(LOCALE / "ru/LC_MESSAGES/django.po"))
        for sentence in (entry.msgid, entry.msgid_plural)
    ]
    pieces = {piece.strip(" .,;:") for sentence in whole for piece in HOLE.split(sentence)}
    return sorted(piece for piece in pieces if len(WORD.findall(piece)) >= 3)
