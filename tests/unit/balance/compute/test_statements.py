"""The language of measurable statements."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.statements import (
    COMPARISONS,
    MEASURES,
    PROBLEMS,
    BadStatement,
    Measure,
    Moment,
    Statement,
    parse,
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("share of china >= share of west by 2025-12", None),
        (
            "Share  of CHINA>=share of west\nby 2025-12",
            "share of china >= share of west by 2025-12",
        ),
        ("share of china >= 0.3 by 2026", "share of china >= 30 % by 2026"),
        ("share of china >= 30% by 2026", "share of china >= 30 % by 2026"),
        ("friction of russia < 12.50 % on 2024-07-03", "friction of russia < 12.5 % on 2024-07-03"),
        ("tone of iran > -0.25 throughout 2024..2025-06", None),
        ("tone of iran > -0.0 by 2026", "tone of iran > 0 by 2026"),
        ("cooperation of turkey > conflict of turkey by 2026", None),
        ("balance <= 0.5 on 2025", None),
        ("effective poles >= 3 by 2026-01-31", None),
        ("events of china >= 20 by 2030", None),
        ("share of china >= friction of china by 2026", None),
    ],
)
def test_a_statement_has_one_normal_form(text, normal):
    assert str(parse(text)) == (normal or text)


@pytest.mark.parametrize(
    ("text", "problem", "part"),
    [
        ("", "shape", ""),
        ("china will grow", "shape", "china will grow"),
        ("share of china >= 30 %", "shape", None),
        ("share of china = 30 % by 2026", "shape", None),
        ("share of china >= by 2026", "shape", None),
        ("weight of china >= 30 % by 2026", "measure", "weight of china"),
        ("balance of china >= 0.3 by 2026", "measure", "balance of china"),
        ("share >= 30 % by 2026", "pole", "share"),
        ("share of china >= 3,5 % by 2026", "number", "3,5 %"),
        ("share of china >= 1e3 by 2026", "measure", "1e3"),
        ("share of china >= 99999999999999999999 by 2026", "number", None),
        ("tone of china >= 30 % by 2026", "percent", "30 %"),
        ("effective poles >= 30 % by 2026", "percent", "30 %"),
        ("share of china >= 130 % by 2026", "range", "130 %"),
        ("share of china >= 30 by 2026", "range", "30"),
        ("tone of china >= -2 by 2026", "range", "-2"),
        ("effective poles >= 0.5 by 2026", "range", "0.5"),
        ("share of china >= tone of china by 2026", "units", "tone of china"),
        ("cooperation of china >= events of china by 2026", "units", "events of china"),
        ("share of china >= 30 % by 2026-13", "date", "2026-13"),
        ("share of china >= 30 % by 2026-02-30", "date", "2026-02-30"),
        ("share of china >= 30 % by 2026-00", "date", "2026-00"),
        ("share of china >= 30 % by 1899", "date", "1899"),
        ("share of china >= 30 % by 0000", "date", "0000"),
        ("share of china >= 30 % by 2101-01-01", "date", "2101-01-01"),
        ("share of china >= 30 % by next year", "date", "next year"),
        ("share of china >= 30 % by 2026 and on", "date", "2026 and on"),
        ("share of china >= 30 % throughout 2026", "span", "2026"),
        ("share of china >= 30 % throughout 2026..2025", "span", "2026..2025"),
        ("share of china >= 30 % throughout 2026..soon", "date", "soon"),
    ],
)
def test_a_wrong_statement_names_what_is_wrong(text, problem, part):
    with pytest.raises(BadStatement) as error:
        parse(text)

    assert error.value.problem == problem
    assert part is None or error.value.part == part


def test_dates_are_as_long_as_they_are_written():
    statement = parse("tone of iran > 0 throughout 2024-02..2025")

    assert (statement.since.first, statement.since.last) == (date(2024, 2, 1), date(2024, 2, 29))
    assert statement.last_day == date(2025, 12, 31)
    assert parse("tone of iran > 0 by 2024-12").last_day == date(2024, 12, 31)
    assert parse("tone of iran > 0 on 2024-07-03").last_day == date(2024, 7, 3)


def test_a_statement_knows_its_poles_and_measures():
    statement = parse("share of china >= share of west by 2025-12")

    assert statement.poles == {"china", "west"}
    assert statement.measures == (Measure("share", "china"), Measure("share", "west"))
    assert parse("balance > 0.5 by 2026").poles == frozenset()
    assert parse("share of china >= 30 % by 2026").against == Decimal("0.3")


POLES = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def measures(draw, names=tuple(MEASURES)):
    name = draw(st.sampled_from(names))
    return Measure(name, draw(POLES) if MEASURES[name].of_a_pole else "")


@st.composite
def moments(draw):
    day = draw(DAYS)
    return Moment(*[day.year, day.month, day.day][: draw(st.integers(1, 3))])


@st.composite
def statements(draw):
    measure = draw(measures())
    kind = MEASURES[measure.name]
    alike = [name for name, other in MEASURES.items() if other.unit == kind.unit]
    number = st.decimals(kind.least, min(kind.most, Decimal(10**6)), places=4)
    until = draw(moments())
    when = draw(st.sampled_from(["by", "on", "throughout"]))
    since = draw(moments().filter(lambda moment: moment.first <= until.last))
    return Statement(
        measure=measure,
        comparison=draw(st.sampled_from(COMPARISONS)),
        against=draw(st.one_of(measures(alike), number)),
        when=when,
        until=until,
        since=since if when == "throughout" else None,
    )


@given(statements())
def test_reading_what_was_written_gives_it_back(statement):
    again = parse(str(statement))

    assert again == statement
    assert str(again) == str(statement)


def problem_of(text):
    """Return what is wrong with the text, or nothing if it reads back from its normal form."""
    try:
        statement = parse(text)
    except BadStatement as error:
        return error.problem
    return "" if parse(str(statement)) == statement else "it changed"


@given(st.text(max_size=200))
def test_any_text_is_a_statement_or_an_error_with_a_name(text):
    assert problem_of(text) in ("", *PROBLEMS)


@given(statements(), st.data())
def test_a_damaged_statement_is_never_a_crash(statement, data):
    text = str(statement)
    at = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:at] + data.draw(st.text(max_size=2)) + text[at + 1 :]

    assert problem_of(damaged) in ("", *PROBLEMS)
