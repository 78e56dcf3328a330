from pathlib import Path

import pytest

from articles.parsing import Unreadable
from articles.parsing.encodings import decoded
from articles.parsing.garbling import is_garbled
from articles.parsing.languages import language_of
from articles.parsing.related import without_related
from articles.parsing.texts import read_text

SHARED = Path(__file__).resolve().parents[5] / "shared" / "data" / "articles"
LANGUAGES = ["az", "en", "ru", "tr", "fa", "zh", "hy", "ka"]


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return read_text(data, today="2026-11-22", languages=LANGUAGES)


def received(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path.read_bytes()


def test_an_analysis_without_a_date_loses_its_list_of_other_articles():
    said = read(received("jamnews_china_azerbaijan.txt"))

    assert said["title"] == "China relations: A new balance in Azerbaijan's foreign policy"
    assert "How China exports" not in said["text"]
    assert "Soft power" not in said["text"]
    assert "in the region.\nJAMnews presents an analysis" in said["text"]
    assert said["published_on"] is None
    assert (said["language"], said["is_garbled"]) == ("en", False)


def test_an_analysis_with_broken_sentences_is_flagged_and_dated():
    said = read(received("rferl_2024-08-24_azerbaijan_china.txt"))

    assert said["published_on"] == "2024-08-24"
    assert said["text"].startswith("Azerbaijan is laying the groundwork")
    assert said["title"].startswith("Azerbaijan is laying the groundwork")
    assert said["is_garbled"]


@pytest.mark.parametrize(
    "first", ["date 2024-13-41 Gas.", "date 2091-01-01 Gas.", "A date 2024-08-24"]
)
def test_what_is_no_date_stays_in_the_text(first):
    said = read(f"{first} The ministers met in Baku.")

    assert said["published_on"] is None
    assert said["text"].startswith(first)


def test_control_characters_and_wide_line_ends_go():
    assert read("One\x00 word.\r\nTwo\x1b words.")["text"] == "One word.\nTwo words."


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x00", "123 456", "date 2024-08-24"])
def test_a_text_without_words_is_unreadable(text):
    with pytest.raises(Unreadable, match="no text"):
        read(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Gas flows\n\nIt does.", "Gas flows", id="a line that is no sentence"),
        pytest.param("Gas flows. It does.\nYes.", "Gas flows.", id="the first sentence"),
        pytest.param("“Gas flows.” It does.", "“Gas flows.", id="a quoted one"),
        pytest.param("word " * 100, "word " * 23 + "word…", id="words, where it is long"),
    ],
)
def test_a_title_is_found_or_made(text, title):
    assert read(text)["title"] == title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_russian_is_read_in_any_encoding(encoding):
    text = "Президент Азербайджана прибыл с визитом в Китай."

    assert decoded(text.encode(encoding)) == text


def test_western_letters_are_no_cyrillic():
    assert (
        decoded("Der Präsident sprach über Öl.".encode("cp1252")) == "Der Präsident sprach über Öl."
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ministers sign a treaty on trade"),
        ("ru", "Президент Азербайджана прибыл в Пекин"),
        ("az", "Azərbaycan prezidenti Çinə səfərə getdi"),
        ("tr", "Cumhurbaşkanı Çin'e resmi ziyarette bulundu"),
        ("fa", "رئیس جمهور ایران به باکو سفر کرد"),
        ("zh", "阿塞拜疆总统访问中国"),
        ("hy", "Ադրբեջանի նախագահը մեկնել է Չինաստան"),
        ("ka", "აზერბაიჯანის პრეზიდენტი ჩინეთში ჩავიდა"),
        ("", "12.5 %"),
        ("", "OK"),
    ],
)
def test_a_language_is_told_from_a_headline(code, text):
    assert language_of(text, among=LANGUAGES) == code


def test_lists_of_facts_and_lines_of_speech_stay():
    text = (
        "They agreed on:\n- The opening of a rail link to the west\n- A common bank of trade\n"
        "He said:\n– No, and it will never be so.\n– Yes, it will be, he answered.\n- one\n- two"
    )

    assert without_related(text) == text


@pytest.mark.parametrize("head", ["Read more:", "Читайте также", "Oxşar xəbərlər:"])
def test_a_list_that_is_named_goes_with_its_name(head):
    assert without_related(f"One.\n{head}\n- Why gas is dear in the north\nTwo.") == "One.\nTwo."


def test_a_wrong_encoding_is_garbled_and_good_prose_is_not():
    good = "The ministers met in Baku on Monday. They signed a treaty, and nobody objected. " * 30

    assert is_garbled("ÐŸÑ€ÐµÐ·Ð¸Ð´ÐµÐ½Ñ‚ ÐÐ·ÐµÑ€Ð±Ð°Ð¹Ð´Ð¶Ð°Ð½Ð°")
    assert is_garbled("The gas \ufffd\ufffd\ufffd flows.")
    assert not is_garbled(good)
    assert not is_garbled("Er sagte: „Gas fließt.“ Und: „Öl auch.“\n" * 9)
