from datetime import date, timedelta

from balance.panels.calendar import calendar_of, letters, year_headline
from balance.queries.events import Dated

POLES = {"russia": "Russia", "west": "the West", "turkey": "Turkey", "china": "China"}


def event(start, *poles, days=1, precision="day", number=1):
    return Dated(number, "An act", start, start + timedelta(days=days), precision, poles)


def squares(year):
    return {
        (month.name, square.number): square
        for month in year.months
        for week in month.weeks
        for square in week
        if square and square.url
    }


def made(*events, kept=None):
    return calendar_of(events, 2024, POLES, kept or {})


def test_a_day_has_its_events_and_their_poles():
    year = made(
        event(date(2024, 7, 3), "china"),
        event(date(2024, 7, 3), "turkey"),
        event(date(2024, 2, 29)),
    )

    found = squares(year)
    assert set(found) == {("July 2024", 3), ("February 2024", 29)}
    july = found["July 2024", 3]
    assert july.marks == [("turkey", "T"), ("china", "C")]
    assert july.says == "3 July 2024: 2 events, with Turkey and China"
    assert found["February 2024", 29].says == "29 February 2024: 1 event, with no pole"


def test_a_day_opens_its_list_and_keeps_the_question():
    year = made(event(date(2024, 7, 3)), kept={"q": "gas", "start": "2020-01-01"})

    assert squares(year)["July 2024", 3].url == "?q=gas&start=2024-07-03&end=2024-07-04"


def test_an_act_of_several_days_stands_on_each():
    year = made(event(date(2023, 12, 31), days=3, precision="span"))

    assert set(squares(year)) == {("January 2024", 1), ("January 2024", 2)}


def test_what_is_not_known_to_the_day_stands_on_none():
    year = made(
        event(date(2024, 5, 1), "west", days=31, precision="month", number=1),
        event(date(2024, 4, 1), days=91, precision="quarter", number=2),
        event(date(2024, 1, 1), days=366, precision="year", number=3),
        event(date(2024, 6, 3), days=200, precision="span", number=4),
    )

    assert not squares(year)
    assert [(one.id, one.when) for one in year.months[4].apart] == [(1, "May 2024")]
    assert [one.id for one in year.months[5].apart] == [4]
    assert [one.id for one in year.apart] == [2, 3]


def test_a_crowded_day_says_that_there_are_more():
    year = made(event(date(2024, 7, 3), *POLES))

    square = squares(year)["July 2024", 3]
    assert [letter for _code, letter in square.marks] == ["R", "W", "T"]
    assert square.left_out == 1


def test_letters_tell_poles_apart():
    assert letters(POLES) == {"russia": "R", "west": "W", "turkey": "T", "china": "C"}
    alike = letters({"a": "Turkey", "b": "Turkmenistan", "c": "Iran"})
    assert alike["c"] == "I"
    assert letters({"a": "Russia", "b": "Rwanda"}) == {"a": "Ru", "b": "Rw"}


def test_the_year_is_told():
    assert year_headline(made(event(date(2024, 7, 3)))) == "1 event in 2024"
    assert year_headline(made()) == "No event of 2024 fits"
