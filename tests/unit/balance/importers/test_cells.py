"""A cell to a value, or to a sentence that says what to write instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.importers import cells
from balance.importers.cells import BadCell, PartialDate, Party


@pytest.mark.parametrize(
    ("cell", "first", "precision"),
    [
        ("2024-03-05", date(2024, 3, 5), "day"),
        ("2024-03", date(2024, 3, 1), "month"),
        ("2024", date(2024, 1, 1), "year"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(cell, first, precision):
    found = cells.partial_date(cell)

    assert found == PartialDate(first, precision)
    assert str(found) == cell


@pytest.mark.parametrize(
    "cell",
    [
        "2023-02-29",
        "2024-00",
        "2024-13",
        "24-03-05",
        "2024-3-5",
        "2024/03/05",
        "٢٠٢٤",
        "1899",
        "2101",
        "-1",
    ],
)
def test_what_is_no_date_of_our_time_is_refused(cell):
    with pytest.raises(BadCell):
        cells.partial_date(cell)


@pytest.mark.parametrize(
    "cell", ["nan", "inf", "-inf", "1e999", "1_0", "0x1", "1,5", "１", ".", ""]
)
def test_what_is_no_finite_number_is_refused(cell):
    with pytest.raises(BadCell):
        cells.number(cell)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_so_that_it_reads_back_exactly(value):
    assert cells.number(cells.decimal(value)) == value


def test_participants_may_have_weights():
    found = cells.parties("TUR=2; AZE=0.5;RUS")

    assert found == (Party("TUR", 2.0), Party("AZE", 0.5), Party("RUS"))
    assert cells.listed(found) == "TUR=2;AZE=0.5;RUS"


@pytest.mark.parametrize("cell", ["TUR;TUR", "TUR=1;TUR=2", ";", "TUR=", "TUR=-1", "TUR=nan"])
def test_a_list_of_participants_that_makes_no_sense_is_refused(cell):
    with pytest.raises(BadCell):
        cells.parties(cell)


@pytest.mark.parametrize(
    "cell", ["ftp://a.example/", "//a.example/", "a.example", "http://", "http://" + "a" * 2100]
)
def test_what_is_no_address_on_the_web_is_refused(cell):
    with pytest.raises(BadCell, match=r"copy it whole|too many"):
        cells.address(cell)


def test_a_long_cell_is_quoted_short():
    with pytest.raises(BadCell) as refusal:
        cells.number("9" * 50 + "x" * 5_000)

    assert len(str(refusal.value)) < 150
