"""Records of a file, with their lines, whatever the bytes."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.importers.files import LONGEST, records


def read(content: bytes) -> list[tuple[int, list[str], bool]]:
    return [(each.line, each.cells, bool(each.problem)) for each in records(BytesIO(content))]


def test_a_record_has_the_line_on_which_it_begins():
    assert read(b'a,b\n"1\n2",3\n\n4,5\n') == [
        (1, ["a", "b"], False),
        (2, ["1\n2", "3"], False),
        (5, ["4", "5"], False),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(end):
    assert read(end.join(["a,b", "1,2"]).encode()) == [
        (1, ["a", "b"], False),
        (2, ["1", "2"], False),
    ]


def test_after_a_broken_record_reading_goes_on_at_the_next_line():
    assert read(b'a\n"b\nc\nd\n') == [
        (1, ["a"], False),
        (2, [], True),
        (3, ["c"], False),
        (4, ["d"], False),
    ]


def test_a_quotation_mark_inside_a_cell_breaks_only_its_row():
    assert read(b'"a"b,c\nd,e\n') == [(1, [], True), (2, ["d", "e"], False)]


def test_a_line_that_is_too_long_is_thrown_away_and_counted():
    long = b"x" * (2 * LONGEST + 5)

    assert read(b"a\n" + long + b'\n"b\n' + long + b'"\nc\n') == [
        (1, ["a"], False),
        (2, [], True),
        (3, [], True),
        (4, [], True),
        (5, ["c"], False),
    ]


def test_a_record_of_many_lines_that_never_ends_is_given_up():
    field = b'"' + (b"x" * 10_000 + b"\n") * 5 + b'",'

    found = read(b"a\n" + field * 30 + b"end\n")

    assert found[0] == (1, ["a"], False)
    assert found[1] == (2, [], True)


def test_bytes_that_are_not_utf8_come_through_marked():
    [(_line, cells, _problem)] = read(b"caf\xe9,b\n")

    assert cells == ["caf\udce9", "b"]


cell = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)


@given(st.lists(st.lists(cell.filter(str.strip), min_size=1, max_size=3), max_size=5))
def test_what_is_written_properly_is_read_the_same(rows):
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)

    assert [cells for _line, cells, _problem in read(text.getvalue().encode())] == rows


@given(st.binary(max_size=300))
def test_no_bytes_make_it_crash(content):
    lines = [line for line, _cells, _problem in read(content)]

    assert lines == sorted(set(lines))
