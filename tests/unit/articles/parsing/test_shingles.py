import pytest

from articles.parsing.shingles import ENOUGH, containment, sample, shingles

STORY = " ".join(f"word{number}" for number in range(200))
OTHER = " ".join(f"other{number}" for number in range(400))


def test_a_text_is_contained_in_one_that_quotes_it_whole():
    assert containment(shingles(STORY), shingles(f"{OTHER} {STORY.upper()}")) == 1.0


@pytest.mark.parametrize(("words", "is_copy"), [(34, True), (30, False)])
def test_fifteen_in_a_hundred_are_enough(words, is_copy):
    part = " ".join(STORY.split()[:words])

    assert (containment(shingles(STORY), shingles(f"{part} {OTHER}")) >= ENOUGH) is is_copy


def test_short_texts_share_nothing():
    assert (
        containment(shingles("the gas flows to the west"), shingles(STORY + " the gas flows to"))
        == 0
    )


def test_a_sample_fits_a_column_and_is_the_same_of_every_text():
    whole = sample(shingles(f"{STORY} {OTHER}"))

    assert set(sample(shingles(STORY))) <= set(whole)
    assert all(-(2**31) <= number < 2**31 for number in whole)
