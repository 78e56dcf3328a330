"""Keys that come twice in one file."""

from balance.importers.events import Events
from balance.importers.files import Record
from balance.importers.reading import Header
from balance.importers.repeats import Repeats

COLUMNS = [column.name for column in Events.columns if not column.is_extra]


def record(line: int, slug: str, problem: str = "") -> Record:
    return Record(line, [slug, *[""] * (len(COLUMNS) - 1)], problem)


def test_the_first_line_of_a_key_is_remembered():
    rows = [record(2, "a"), record(3, "b"), record(4, " a "), record(5, "a")]
    repeats = Repeats(Header(Record(1, COLUMNS), Events()), rows)

    assert repeats.rows == 4
    assert [repeats.line_before(row) for row in rows] == [None, None, 2, 2]


def test_broken_records_do_not_repeat_each_other():
    rows = [record(2, "", "broken"), record(3, "", "broken")]
    repeats = Repeats(Header(Record(1, COLUMNS), Events()), rows)

    assert [repeats.line_before(row) for row in rows] == [None, None]


def test_an_empty_file_has_none():
    assert Repeats(Header(Record(1, COLUMNS), Events()), []).rows == 0
