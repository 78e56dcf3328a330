from datetime import date

import pytest

from balance.panels import conventions, wording

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (4.94, 1, "4.9"),
        (-0.31, 1, "−0.3"),
        (-0.04, 1, "0.0"),
        (1234.5, 1, "1,234.5"),
        (0.125, 2, "0.12"),
        (None, 1, "no number"),
    ],
)
def test_decimals(value, digits, text):
    assert wording.decimal(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"), [(3.21, "+3.2"), (-3.21, "−3.2"), (0.04, "0.0"), (None, "no number")]
)
def test_signs(value, text):
    assert wording.signed(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.264, f"26{NBSP}%"),
        (1.0, f"100{NBSP}%"),
        (0.0, f"0{NBSP}%"),
        (0.004, f"under 1{NBSP}%"),
        (0.005, f"under 1{NBSP}%"),
        (0.006, f"1{NBSP}%"),
        (None, "no number"),
    ],
)
def test_percentages(share, text):
    assert wording.percent(share) == text


def test_counts_have_a_decimal_only_where_an_event_is_split():
    assert wording.count(28.0) == "28"
    assert wording.count(17.5) == "17.5"
    assert wording.count(2.9999999) == "3"


@pytest.mark.parametrize(
    ("start", "end", "precision", "text"),
    [
        (date(2024, 7, 3), date(2024, 7, 4), "day", "3 July 2024"),
        (date(2024, 7, 1), date(2024, 8, 1), "month", "July 2024"),
        (date(2024, 7, 1), date(2024, 10, 1), "quarter", "third quarter of 2024"),
        (date(2024, 1, 1), date(2025, 1, 1), "year", "2024"),
        (date(2024, 7, 3), date(2024, 7, 6), "span", "3–5 July 2024"),
        (date(2024, 6, 28), date(2024, 7, 3), "span", "28 June – 2 July 2024"),
        (date(2023, 12, 30), date(2024, 1, 3), "span", "30 December 2023 – 2 January 2024"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(start, end, precision, text):
    assert wording.span(start, end, precision) == text


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("day", "on 3 July 2024"),
        ("week", "in the week of 3 July 2024"),
        ("month", "in July 2024"),
        ("quarter", "in the third quarter of 2024"),
        ("year", "in 2024"),
    ],
)
def test_when_inside_a_sentence(step, text):
    assert wording.in_period(date(2024, 7, 3), step) == text


def test_whole_years_are_written_as_years():
    assert wording.days(date(2010, 1, 1), date(2027, 1, 1)) == "2010–2026"
    assert wording.days(date(2010, 1, 1), date(2011, 1, 1)) == "2010"


@pytest.mark.parametrize(
    ("tone", "word"),
    [
        (0.25, "friendly"),
        (0.24, "mixed"),
        (-0.24, "mixed"),
        (-0.25, "strained"),
        (None, "no contact"),
    ],
)
def test_a_tone_has_a_word(tone, word):
    assert wording.tone_word(tone) == word


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "as good as certain"),
        (0.9, "very likely"),
        (0.6, "more likely than not"),
        (0.3, "uncertain: general knowledge, no source found"),
        (0.1, "doubtful"),
    ],
)
def test_confidence_has_words(probability, words):
    assert wording.confidence(probability) == words


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        (None, ""),
        ([0.154, 0.376], "15–38 %"),
        ([0.0, 0.004], "under 1 %"),
        ([0.0, 0.0], "0 %"),
        ([0.996, 1.0], "100 %"),
    ],
)
def test_intervals_of_shares(ends, text):
    assert wording.share_range(ends).replace(conventions.NO_BREAK, " ") == text


def test_intervals_of_tones_and_of_numbers():
    assert wording.signed_range([-0.58, -0.03]) == "−0.6 to 0.0"
    assert wording.number_range([4.34, 5.0]) == "4.3–5.0"
    assert wording.signed_range(None) == wording.number_range(None) == ""


@pytest.mark.parametrize(
    ("share", "words"), [(0.26, "about a quarter"), (0.2651, ""), (0.5, "about half"), (0.7, "")]
)
def test_simple_parts_of_a_whole(share, words):
    assert wording.about(share) == words
