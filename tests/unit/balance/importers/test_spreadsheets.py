"""Cells that a spreadsheet would run get an apostrophe, and lose it when they come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.importers.spreadsheets import plain_cell, safe_cell

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("start", DANGEROUS)
def test_a_text_that_would_run_is_guarded(start):
    assert safe_cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("value", [-5, -5.25, -1e-07, "-3", "", None, "a=b", "'tis", 0])
def test_numbers_and_harmless_texts_stay_as_they_are(value):
    assert safe_cell(value) == ("" if value is None else str(value))


@given(st.text(alphabet=st.sampled_from([*DANGEROUS, "'", "a", "1", " "]), max_size=6))
def test_what_was_guarded_comes_back_word_for_word(text):
    guarded = safe_cell(text)

    assert plain_cell(guarded) == (text if guarded != text else text.strip())
    assert not guarded.startswith(DANGEROUS) or guarded.lstrip("-").replace(".", "").isdigit()
