from datetime import date

import pytest
from django.utils.translation import override

from balance.panels import conventions, wording

JULY = date(2024, 7, 3)


def plain(text):
    return text.replace(conventions.NO_BREAK, " ")


@pytest.mark.parametrize(
    ("language", "day", "month", "of_month", "span"),
    [
        ("en-gb", "3 July 2024", "July 2024", "July 2024", "3–5 July 2024"),
        ("az", "3 iyul 2024", "iyul 2024", "iyul 2024", "3–5 iyul 2024"),
        ("ru", "3 июля 2024", "июль 2024", "июля 2024", "3–5 июля 2024"),
        ("tr", "3 Temmuz 2024", "Temmuz 2024", "Temmuz 2024", "3–5 Temmuz 2024"),
    ],
)
def test_dates(language, day, month, of_month, span):
    with override(language):
        assert wording.day(JULY) == day
        assert wording.month(JULY) == month
        assert wording.of_month(JULY) == of_month
        assert wording.days(JULY, date(2024, 7, 6)) == span


@pytest.mark.parametrize(
    ("language", "share", "ends", "decimal", "large"),
    [
        ("en-gb", "26.5 %", "15–38 %", "−0.48", "1,234.5"),
        ("az", "26,5%", "15–38%", "−0,48", "1 234,5"),
        ("ru", "26,5 %", "15–38 %", "−0,48", "1 234,5"),
        ("tr", "%26,5", "%15–38", "−0,48", "1.234,5"),
    ],
)
def test_numbers(language, share, ends, decimal, large):
    with override(language):
        assert plain(wording.percent(0.265, 1)) == share
        assert plain(wording.share_range([0.15, 0.38])) == ends
        assert wording.decimal(-0.48, 2) == decimal
        assert plain(wording.decimal(1234.5)) == large


@pytest.mark.parametrize(
    ("language", "capital", "small"),
    [("en-gb", "Iran", "iran"), ("tr", "İran", "ıran"), ("az", "İran", "ıran")],
)
def test_first_letters(language, capital, small):
    with override(language):
        assert conventions.capital("iran") == capital
        assert conventions.small("Iran") == small
        assert conventions.capital("") == conventions.small("") == ""


def test_a_small_letter_of_the_dotted_capital_has_one_dot():
    with override("az"):
        assert conventions.small("İran") == "iran"


@pytest.mark.parametrize(
    ("value", "form"), [(1, 1), (0.97, 1), (2, 2), (5, 5), (21.02, 21), (0, 0), (2.5, 2), (0.5, 2)]
)
def test_a_fraction_takes_the_plural_of_two(value, form):
    assert wording.plural_of(value) == form
