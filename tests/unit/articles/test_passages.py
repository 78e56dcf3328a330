"""A quotation with at most a sentence on each side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.passages import Passage, passage

TEXT = "Baku waited. “Will they come?” They signed a treaty. Nobody objected! The train left."


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("They signed a treaty.", "“Will they come?", "Nobody objected!"),
        ("Baku waited.", "", "“Will they come?"),
        ("The train left.", "Nobody objected!", ""),
        ("signed", "They", "a treaty."),
        ("Nobody objected! The train left.", "They signed a treaty.", ""),
    ],
)
def test_a_sentence_stands_on_each_side(quote, before, after):
    found = passage(TEXT, quote)

    assert (found.quote, found.after.rstrip("”")) == (quote, after.rstrip("”"))
    assert found.before.rstrip("”") == before


@pytest.mark.parametrize(
    ("text", "quote"), [("", "Words."), ("Other words.", "Words."), (TEXT, "")]
)
def test_words_that_are_not_there_stand_alone(text, quote):
    assert passage(text, quote) == Passage("", quote, "")


@given(st.text(alphabet="ab .!\n"), st.text(alphabet="ab .!\n", min_size=1))
def test_nothing_stands_there_that_is_not_in_the_text(text, quote):
    found = passage(text, quote)

    assert found.quote == quote
    assert found.before in text
    assert found.after in text
