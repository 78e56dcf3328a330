import pytest

from balance.coding.sentences import LONGEST, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. Secretary of State met Mr. Putin on Jan. 3.",
        "It cost $3.1 billion, or 40.5 percent.",
        "Gen. Smith of the U.N. arrived at 5 p.m. local time.",
        "He said: “Is it true?” and left.",
        "They waited ... and left.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence):
    assert split(f"{sentence} Then it ended.") == [sentence, "Then it ended."]


def test_a_quotation_closes_with_its_sentence():
    text = "“We agree.” Aliyev left. “No!” (It was late.) End"
    assert split(text) == ["“We agree.”", "Aliyev left.", "“No!”", "(It was late.)", "End"]


def test_initials_end_a_sentence_where_the_next_begins_anew():
    assert split("He flew to the U.S. The talks failed.") == [
        "He flew to the U.S.",
        "The talks failed.",
    ]


def test_lines_bullets_and_numbers_begin_sentences():
    text = "Headline without stop\n- first point\n• second point\n1. third point\r\nLast"
    assert split(text) == [
        "Headline without stop", "first point", "second point", "third point", "Last",
    ]  # fmt: skip


def test_a_sentence_without_end_is_cut():
    pieces = split("word " * 5_000)
    assert max(map(len, pieces)) <= LONGEST
    assert sum(piece.count("word") for piece in pieces) == 5_000


def test_nothing_gives_nothing():
    assert split("") == split(" \n\t ") == []
