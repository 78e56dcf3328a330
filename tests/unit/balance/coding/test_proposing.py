from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balance.coding.proposing import UNKNOWN_DAY, propose, unread_because
from tests.unit.balance.coding.conftest import small_dictionary

DAY = date(2024, 8, 24)
DICTIONARY = small_dictionary()
TEXT = (
    "The series began on July 3, when Aliyev met with Xi Jinping in Astana. A few weeks later,"
    " Baku applied for observer status in the SCO. In 2010 Turkey and Azerbaijan signed a treaty."
    " Chinese influence is growing: Beijing has expanded its ties with Baku."
)


def by_type(found):
    return {one.event_type: one for one in found}


def test_dates_are_read_from_the_sentence_the_ones_before_and_the_article(read):
    found = by_type(read(TEXT))
    meeting, application, treaty = (found[kind] for kind in ("CONSULT", "REQUEST", "SUPPORT"))
    assert (meeting.date, meeting.precision, meeting.anchor) == (
        date(2024, 7, 3), "day", "on July 3",
    )  # fmt: skip
    assert (application.date, application.span_end) == (date(2024, 7, 1), date(2024, 8, 1))
    assert (application.precision, application.anchor) == ("month", "A few weeks later")
    assert meeting.tier == application.tier == "event"
    assert treaty.tier in ("background", "trend")


def test_old_facts_are_background_and_growth_a_trend(read):
    old, growing = read("In 2010 Turkey attacked Iran. China has expanded its ties with Baku.")
    assert (old.tier, old.date, old.precision) == ("background", date(2010, 1, 1), "year")
    assert growing.tier == "trend"
    (lasting,) = read("Since 2020 Turkey has supplied weapons to Iran.")
    assert (lasting.tier, lasting.date) == ("trend", date(2020, 1, 1))
    tiers = [one.tier for one in read("Baku has deepened its ties with Iran and invited China.")]
    assert tiers == ["trend", "event"]


def test_what_is_announced_has_the_day_of_the_announcement(read):
    (found,) = read("On July 3 Moscow said that Putin will visit China in March.")
    assert (found.date, found.anchor) == (date(2024, 7, 3), "On July 3")
    (found,) = read("Putin will visit China on Friday, Macron said in July.")
    assert (found.date, found.precision) == (date(2024, 7, 1), "month")
    (found,) = read("Putin will visit China on Monday.")
    assert (found.date, found.anchor) == (DAY, "")


def test_a_text_without_a_day_claims_none(read):
    (dated,) = read("It was agreed in 2020. Turkey attacked Iran.", on=None)
    (undated,) = read("Turkey attacked Iran.", on=None)
    assert (dated.date, dated.precision, dated.anchor) == (date(2020, 1, 1), "year", "")
    assert (undated.date, undated.precision) == (UNKNOWN_DAY, "year")


def test_marks_lie_on_the_words_they_name(read):
    (found,) = read("Nothing. On Monday Aliyev met with Xi Jinping. Nothing.")
    text = "Nothing. On Monday Aliyev met with Xi Jinping. Nothing."
    assert [(text[mark.start : mark.end], mark.role) for mark in found.marks] == [
        ("On Monday", "date"), ("Aliyev", "initiator"), ("met with", "act"),
        ("Xi Jinping", "initiator"),
    ]  # fmt: skip


def test_the_title_is_short_and_ends_with_the_last_actor(read):
    (found,) = read("As expected, Aliyev met with Xi Jinping in a long meeting about many things.")
    assert found.title == "Aliyev met with Xi Jinping"


def test_a_long_title_is_cut_at_a_word(read):
    text = "China supported, " + "with very warm and careful words, " * 4 + "Azerbaijan."
    (found,) = read(text)
    assert len(found.title) <= 100
    assert found.title.removesuffix("…") == text[: len(found.title) - 1]
    assert found.title.endswith("…")


def test_the_best_come_first():
    found = propose(TEXT, published_on=DAY, dictionary=DICTIONARY)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)


def test_what_is_said_twice_in_a_sentence_is_proposed_once(read):
    assert len(read("Azerbaijan called for Chinese help and appealed for Chinese money.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Президент России Владимир Путин прибыл в Баку.",
        "Azərbaycan Prezidenti İlham Əliyev Çinə səfər etdi və Si Cinpin ilə görüşdü. " * 5,
        "Der Präsident von Russia besuchte gestern Baku und traf dort seinen Kollegen. " * 5,
        "阿利耶夫访问中国",
    ],
)
def test_other_languages_give_nothing(read, text):
    assert read(text) == []
    assert unread_because(text) == "not_english"


def test_nothing_is_no_language():
    assert unread_because(" \n 12 ") == "empty"
    assert unread_because("Putin visits Baku") == ""


PIECES = st.sampled_from(
    ["Russia", "attacked", "Iran", " ", ". ", "\n", "“", "”", "'s", "n't", "and", ",", "said",
     "that", "will", "on July 3", "in 2023", "\x00", "\u200f", "😀", "US", "-", "according to",
     "(", "must", "by", "which", "U.S.", "31 February", "a few weeks later", "İ", "ﬁ", "’"]
)  # fmt: skip


@settings(max_examples=150)
@given(
    text=st.text(max_size=200) | st.lists(PIECES, max_size=60).map(" ".join),
    on=st.none() | st.dates(),
)
def test_any_text_is_read_without_error_and_offsets_are_true(text, on):
    for one in propose(text, published_on=on, dictionary=DICTIONARY):
        assert text[one.start : one.end] == one.sentence
        assert 0 <= one.score <= 1
        assert one.date < one.span_end
        for mark in one.marks:
            assert one.start <= mark.start < mark.end <= one.end


@pytest.mark.parametrize(
    "piece",
    ["Russia and Iran, ", "!", ". ", "'", "“", "a", "U.S.", "said, ", "in 2", "impose ", "-", "3 ",
     "Russia "],
)  # fmt: skip
def test_endless_texts_are_read_in_bounded_time(piece, time_limit):
    text = "The ministers of Russia met. " * 20 + piece * (200_000 // len(piece))
    with time_limit(10):
        propose(text, published_on=DAY, dictionary=DICTIONARY)
