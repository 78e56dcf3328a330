"""What a parameter may be, apart from any address."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.http import QueryDict
from rest_framework.exceptions import ValidationError

from articles.api.codes import CodesField, IdField
from articles.api.parameters import (
    ChoiceField,
    ChoicesField,
    NumberField,
    WordsField,
    refuse_unknown,
    shown,
)
from articles.api.times import DayField, InstantField, parse_day
from articles.models import Outlet
from tests.factories.articles import OutletFactory


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-07-03", date(2024, 7, 3)),
        ("2024-07", date(2024, 7, 1)),
        ("2024", date(2024, 1, 1)),
        ("1900", date(1900, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_a_month_or_a_year_stands_for_its_first_day(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29",
        "2024-7-3",
        "20240703",
        "1899-12-31",
        "2101",
        "24",
        "2024-",
        "٢٠٢٤",
        "2024-07-03T",
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is the field's, below.
        parse_day(text)
    with pytest.raises(forms.ValidationError, match="no day between 1900 and 2100"):
        DayField().clean(text)


def test_a_day_is_known_at_its_end():
    assert InstantField().clean("2024-07-03") == datetime(
        2024, 7, 3, 23, 59, 59, 999_999, tzinfo=UTC
    )


def test_an_instant_is_read_in_its_zone():
    assert InstantField().clean("2024-07-03T01:00:00+04:00") == datetime(2024, 7, 2, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["2024-07-03T01:00:00", "2024-07-03T25:00Z", "2024-07-03 01:00 04:00", "now", "9999"]
)
def test_what_is_no_instant_is_refused(text):
    with pytest.raises(forms.ValidationError, match="nor an instant"):
        InstantField().clean(text)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (WordsField(), "  two words ", "two words"),
        (WordsField(required=False), "   ", None),
        (ChoicesField(choices=["a", "b"]), "b, a", ("b", "a")),
        (ChoiceField(choices=["a", "b"]), "b", "b"),
        (NumberField(most=1_000), "0.5", 0.5),
        (NumberField(most=1_000), "1000", 1_000.0),
    ],
)
def test_a_field_reads_its_value(field, text, value):
    assert field.clean(text) == value


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (WordsField(), "x" * 201, "201 characters long; give at most 200"),
        (ChoicesField(choices=["a", "b"]), "a,c", "“c” is not known; take one of a, b"),
        (ChoicesField(choices=["a"]), "a,", "“” is not known"),
        (ChoiceField(choices=["a", "b"]), "a,b", "Give only one"),
        (NumberField(most=1_000), "1000.1", "up to 1000"),
        (NumberField(most=1_000), "0", "above 0"),
        (NumberField(most=1_000), "1e2", "no number"),
        (NumberField(most=1_000), "nan", "no number"),
    ],
)
def test_a_field_refuses_with_a_sentence(field, text, sentence):
    with pytest.raises(forms.ValidationError, match=sentence):
        field.clean(text)


@pytest.mark.django_db
def test_of_several_codes_the_unknown_one_is_named():
    OutletFactory(name="Report")
    field = CodesField(rows=Outlet.objects.all(), noun="outlet", column="name")

    assert field.clean("Report") == ("Report",)
    with pytest.raises(forms.ValidationError, match="There is no outlet “Turan”"):
        field.clean("Report, Turan")


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["0", "-1", "1.5", "9" * 19, "٣", "9" * 18])
def test_a_number_that_no_row_has_is_refused(text):
    with pytest.raises(forms.ValidationError):
        IdField(rows=Outlet.objects.all(), noun="outlet").clean(text)


def test_what_a_sentence_repeats_is_short_and_has_no_control_characters():
    assert shown("a\0b\u202e") == "“a�b�”"
    assert shown("x" * 100) == f"“{'x' * 40}…”"


@pytest.mark.parametrize(
    ("query", "refused"), [("b=1", "b"), ("a=1&a=2", "a"), ("a=%00", "a"), ("%00=1", "�")]
)
def test_parameters_that_are_unknown_repeated_or_hold_a_nul_are_refused(query, refused):
    with pytest.raises(ValidationError) as raised:
        refuse_unknown(QueryDict(query), known={"a"})

    assert list(raised.value.detail) == [refused]
