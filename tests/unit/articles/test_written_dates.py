"""Dates as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.written_dates import (
    FIRST_DAY,
    LAST_DAY,
    Edge,
    Lasting,
    Refused,
    Span,
    Why,
    read_lasting,
    read_span,
    write_days,
    write_lasting,
    write_span,
)
from articles.written_dates.spans import LENGTHS, end_of, months_later

LANGUAGES = st.sampled_from(["en", "az", "ru", "tr"])
DAYS = st.dates(FIRST_DAY, LAST_DAY - timedelta(days=400))


def first_of(day: date, precision: str) -> date:
    if precision == "day":
        return day
    months = LENGTHS[precision]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


@st.composite
def spans(draw) -> Span:
    """Every kind of span that can be stored; whole months and years as spans, too."""
    start, precision = draw(DAYS), draw(st.sampled_from(["day", *LENGTHS, "span", "months"]))
    if precision == "months":
        start = first_of(start, "month")
        return Span(start, months_later(start, draw(st.sampled_from([1, 2, 3, 6, 12]))), "span")
    if precision == "span":
        return Span(start, start + timedelta(days=draw(st.integers(2, 400))), "span")
    first = first_of(start, precision)
    return Span(first, end_of(first, precision), precision)


@given(spans(), LANGUAGES)
def test_what_is_written_is_read_as_the_same(span, language):
    assert read_span(write_span(*span, language=language)) == span


@given(spans(), LANGUAGES)
def test_days_without_a_precision_are_read_as_the_same_days(span, language):
    assert read_span(write_days(span.start, span.end, language=language))[:2] == span[:2]


@st.composite
def edges(draw) -> Edge | None:
    precision = draw(st.sampled_from(["day", "month", "year", ""]))
    return Edge(first_of(draw(DAYS), precision), precision) if precision else None


@given(edges(), edges(), LANGUAGES)
def test_what_lasts_is_read_as_the_same(one, other, language):
    if one and other and other.first <= one.first:
        one, other = other, one
    if one and other and other.first == one.first:
        other = None
    lasting = Lasting(one, other)

    assert read_lasting(write_lasting(lasting, language=language)) == lasting


@given(st.text(max_size=90))
def test_any_text_is_a_span_or_refused(text):
    try:
        span = read_span(text)
    except Refused:
        return
    assert FIRST_DAY <= span.start < span.end <= LAST_DAY


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2024-07-03", "2024-07-03", "2024-07-04", "day"),
        ("July 3rd, 2024", "2024-07-03", "2024-07-04", "day"),
        ("3rd of July 2024", "2024-07-03", "2024-07-04", "day"),
        ("03.07.2024", "2024-07-03", "2024-07-04", "day"),
        ("13/07/2024", "2024-07-13", "2024-07-14", "day"),
        ("3 iyul 2024-cü il", "2024-07-03", "2024-07-04", "day"),
        ("3 июля 2024 г.", "2024-07-03", "2024-07-04", "day"),
        ("3 AĞUSTOS 2024", "2024-08-03", "2024-08-04", "day"),
        ("Sept. 2024", "2024-09-01", "2024-10-01", "month"),
        ("2024-07", "2024-07-01", "2024-08-01", "month"),
        ("2024 Q3", "2024-07-01", "2024-10-01", "quarter"),
        ("third quarter of 2024", "2024-07-01", "2024-10-01", "quarter"),
        ("2024-cü ilin üçüncü rübü", "2024-07-01", "2024-10-01", "quarter"),
        ("III квартал 2024", "2024-07-01", "2024-10-01", "quarter"),
        ("2024", "2024-01-01", "2025-01-01", "year"),
        ("3-5 July 2024", "2024-07-03", "2024-07-06", "span"),
        ("July 3–5, 2024", "2024-07-03", "2024-07-06", "span"),
        ("28 June to 3 July 2024", "2024-06-28", "2024-07-04", "span"),
        ("between 3 and 5 July 2024", "2024-07-03", "2024-07-06", "span"),
        ("2024-06-01/2024-08-31", "2024-06-01", "2024-09-01", "span"),
        ("Dec 2023 - Feb 2024", "2023-12-01", "2024-03-01", "span"),
        ("June to August 2024", "2024-06-01", "2024-09-01", "span"),
        ("Q1–Q2 2024", "2024-01-01", "2024-07-01", "span"),
        ("2022–2024", "2022-01-01", "2025-01-01", "span"),
        ("1–31 July 2024", "2024-07-01", "2024-08-01", "span"),
        ("3–3 July 2024", "2024-07-03", "2024-07-04", "day"),
    ],
)
def test_a_date_is_read(text, start, end, precision):
    span = read_span(text)

    assert span == Span(date.fromisoformat(start), date.fromisoformat(end), precision)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("summer 2024", Why.SEASON),
        ("yay 2024", Why.SEASON),
        ("летом 2024", Why.SEASON),
        ("mid-July 2024", Why.VAGUE),
        ("c. 2024", Why.VAGUE),
        ("31 June 2024", Why.NO_SUCH_DAY),
        ("30 February 2024", Why.NO_SUCH_DAY),
        ("0 July 2024", Why.NO_SUCH_DAY),
        ("2024-00", Why.NO_SUCH_MONTH),
        ("2024-13-01", Why.NO_SUCH_MONTH),
        ("07/03/2024", Why.AMBIGUOUS),
        ("3 July 24", Why.SHORT_YEAR),
        ("03.07.24", Why.SHORT_YEAR),
        ("3 July", Why.NO_YEAR),
        ("July", Why.NO_YEAR),
        ("1899", Why.FAR),
        ("3 July 2101", Why.FAR),
        ("20240703", Why.FAR),
        ("5–3 July 2024", Why.BACKWARDS),
        ("iyu 2024", Why.UNREADABLE),
        ("3", Why.UNREADABLE),
        ("today", Why.UNREADABLE),
        ("", Why.UNREADABLE),
        ("2024 –", Why.UNREADABLE),
        ("9" * 10_000, Why.UNREADABLE),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text, why):
    with pytest.raises(Refused) as refused:
        read_span(text)

    assert refused.value.why == why


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("since 2011", Edge(date(2011, 1, 1), "year"), None),
        ("с марта 2011", Edge(date(2011, 3, 1), "month"), None),
        ("until 3 May 2015", None, Edge(date(2015, 5, 3), "day")),
        ("March 2011 until 2015", Edge(date(2011, 3, 1), "month"), Edge(date(2015, 1, 1), "year")),
        ("", None, None),
    ],
)
def test_what_lasts_is_read(text, start, end):
    assert read_lasting(text) == Lasting(start, end)


@pytest.mark.parametrize(
    ("text", "why"),
    [("2011", Why.ONE_DATE), ("2015 – 2011", Why.BACKWARDS), ("since summer 2011", Why.SEASON)],
)
def test_what_does_not_last_is_refused(text, why):
    with pytest.raises(Refused) as refused:
        read_lasting(text)

    assert refused.value.why == why
