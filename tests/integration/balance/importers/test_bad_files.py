"""Files that are bad as files: columns, encodings, quotation marks, lengths."""

import pytest

from balance.models import Event
from tests.integration.balance.importers.conftest import csv_of

GOOD = csv_of("events", {}, {"id": "other"})


def test_an_empty_file_says_what_to_begin_with(load):
    report = load("events", b"")

    assert str(report.rejected[0]).startswith("line 1: the file is empty; begin it with id,date,")
    assert report.read == 0


def test_a_file_of_a_header_alone_has_no_rows(load):
    report = load("events", GOOD.split(b"\n")[0])

    assert (report.read, report.rejected) == (0, [])


def test_a_missing_column_is_named(load):
    report = load("events", GOOD.replace(b",dimension,", b",", 1))

    assert [(bad.line, bad.field) for bad in report.rejected] == [(1, "dimension")]
    assert "missing; add it" in report.rejected[0].reason


def test_an_extra_column_is_named(load):
    report = load("events", GOOD.replace(b"title", b"titel,colour", 1))

    assert {bad.field: bad.reason.partition(";")[2] for bad in report.rejected} == {
        "title": " add it, with empty cells if need be",
        "titel": " rename it to title, or delete it",
        "colour": " delete it",
    }


def test_a_column_twice_is_named(load):
    report = load("events", GOOD.replace(b"witnesses", b"title", 1))

    assert ("title", "the column is there twice; delete one") in [
        (bad.field, bad.reason) for bad in report.rejected
    ]


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD, id="a byte order mark"),
        pytest.param(GOOD.replace(b"\n", b"\r\n"), id="lines of Windows"),
        pytest.param(GOOD.replace(b"\n", b"\r"), id="lines of an old Mac"),
        pytest.param(GOOD.rstrip(b"\n"), id="no end of the last line"),
        pytest.param(GOOD + b"\n\n" + b"," * 16 + b"\n", id="empty rows at the end"),
        pytest.param(GOOD.replace(b"AZE", b" AZE "), id="spaces around a code"),
    ],
)
def test_what_other_programs_write_is_read(load, file):
    report = load("events", file)

    assert (report.read, report.stored, report.rejected) == (2, 2, [])


def test_a_file_that_is_not_utf8_names_line_column_and_cure(load):
    file = csv_of("events", {}, {"id": "other", "title": "Café"}).decode().encode("latin-1")

    report = load("events", file)

    assert [(bad.line, bad.field) for bad in report.rejected] == [(3, "title")]
    assert "the byte 0xe9 is not UTF-8; save the file with the encoding UTF-8" in str(
        report.rejected[0]
    )


def test_a_file_of_two_bytes_a_letter(load):
    report = load("events", GOOD.decode().encode("utf-16"))

    assert [bad.line for bad in report.rejected] == [1]
    assert "save the file with the encoding UTF-8" in report.rejected[0].reason


def test_a_file_with_semicolons_between_columns(load):
    report = load("events", GOOD.replace(b",", b";"))

    assert report.rejected[0].reason.startswith("the columns are not separated by commas")


def test_a_row_with_a_cell_too_few(load):
    report = load("events", GOOD.replace(b"other,2024-03-05,", b"other,"))

    assert [bad.line for bad in report.rejected] == [3]
    assert "16 cells and the header 17" in report.rejected[0].reason


def test_a_quotation_mark_that_is_never_closed_costs_one_row(load):
    rows = [{"id": f"e-{number}"} for number in range(5)]
    file = csv_of("events", *rows).replace(b"A visit", b'"A visit', 2).replace(b'"A', b"A", 1)

    report = load("events", file, skip_bad=True)

    assert [bad.line for bad in report.rejected] == [3]
    assert "quotation marks do not pair up" in report.rejected[0].reason
    assert (report.read, report.stored) == (5, 4)


def test_lines_inside_quotation_marks_are_counted(load):
    file = csv_of("events", {"description": "One\nTwo\nThree"}, {"id": "x", "confidence": "2"})

    assert [bad.line for bad in load("events", file).rejected] == [5]


def test_a_cell_as_long_as_a_book(load):
    report = load("events", {"description": "x" * 200_000}, {"id": "other"}, skip_bad=True)

    assert [bad.line for bad in report.rejected] == [2]
    assert "too long" in report.rejected[0].reason
    assert Event.objects.get().slug == "other"


def test_a_line_without_an_end(load):
    file = GOOD + b"x" * 3_000_000 + b"\n" + csv_of("events", {"id": "last"}).split(b"\n")[1]

    report = load("events", file, skip_bad=True)

    assert [(bad.line, "too long" in bad.reason) for bad in report.rejected] == [(4, True)]
    assert report.stored == 3


def test_bytes_that_mean_nothing(load):
    report = load("events", bytes(range(256)) * 400)

    assert report.stored == 0
    assert report.rejected
