from datetime import date

import pytest

from balance.coding.dates import Calendar, dates

DAY = date(2024, 8, 24)  # A Saturday.
AFTER = Calendar(DAY, date(2024, 7, 3))


def said(sentence: str, calendar: Calendar = AFTER) -> list[tuple[str, str, str]]:
    return [
        (str(one.span.start), str(one.span.end), one.span.precision)
        for one in dates(sentence, calendar)
    ]


@pytest.mark.parametrize(
    ("sentence", "start", "end", "precision"),
    [
        ("on 3 July 2023", "2023-07-03", "2023-07-04", "day"),
        ("on July 3, 2023,", "2023-07-03", "2023-07-04", "day"),
        ("2023-07-03", "2023-07-03", "2023-07-04", "day"),
        ("03.07.2023", "2023-07-03", "2023-07-04", "day"),
        ("on August 20, it", "2024-08-20", "2024-08-21", "day"),
        ("on Sept. 5", "2023-09-05", "2023-09-06", "day"),
        ("3–5 July 2023", "2023-07-03", "2023-07-06", "span"),
        ("in March", "2024-03-01", "2024-04-01", "month"),
        ("in November", "2023-11-01", "2023-12-01", "month"),
        ("in May 2020", "2020-05-01", "2020-06-01", "month"),
        ("the first quarter of 2021", "2021-01-01", "2021-04-01", "quarter"),
        ("in 2023", "2023-01-01", "2024-01-01", "year"),
        ("Since 2020", "2020-01-01", "2021-01-01", "year"),
        ("yesterday", "2024-08-23", "2024-08-24", "day"),
        ("on Monday", "2024-08-19", "2024-08-20", "day"),
        ("on Saturday", "2024-08-24", "2024-08-25", "day"),
        ("next Monday", "2024-08-26", "2024-08-27", "day"),
        ("last month", "2024-07-01", "2024-08-01", "month"),
        ("last week", "2024-08-12", "2024-08-19", "span"),
        ("last year", "2023-01-01", "2024-01-01", "year"),
        ("two days ago", "2024-08-22", "2024-08-23", "day"),
        ("two days later", "2024-07-05", "2024-07-06", "day"),
        ("the next day", "2024-07-04", "2024-07-05", "day"),
        ("A few weeks later", "2024-07-01", "2024-08-01", "month"),
        ("a few months ago", "2024-01-01", "2025-01-01", "year"),
    ],
)
def test_words_are_read_as_precisely_as_they_are(sentence, start, end, precision):
    assert said(sentence) == [(start, end, precision)]


@pytest.mark.parametrize(
    "sentence",
    ["on 31 February 2024", "he may 5", "a 40% share", "in 1066", "for 2024-2026", "Boeing 2024"],
)
def test_what_is_no_date_is_none(sentence):
    assert said(sentence) == []


def test_later_is_never_after_the_article():
    assert said("ten weeks later")[0][0] == "2024-08-01"


def test_without_a_day_of_the_article_only_whole_dates_are_read():
    calendar = Calendar(None, None)
    assert said("on July 3, yesterday, last week, on 3 July 2023", calendar) == [
        ("2023-07-03", "2023-07-04", "day")
    ]
