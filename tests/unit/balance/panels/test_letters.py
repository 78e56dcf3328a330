"""Words on a picture stay in their room."""

import pytest

from balance.panels.letters import ELLIPSIS, balanced, cut, width, wrap

TITLE = "The West edged past China in February 2026, within the margin"


def test_a_wide_letter_is_wider_than_a_narrow_one():
    assert width("W", 20) > width("e", 20) > width("i", 20) > 0
    assert width("Ş", 20) == width("S", 20)
    assert width("ab", 40) == 2 * width("ab", 20)


def test_lines_hold_every_word_and_stay_in_their_room():
    lines = wrap(TITLE, 20, 300, 9)

    assert " ".join(lines) == TITLE
    assert all(width(line, 20) <= 300 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = wrap(TITLE, 20, 200, 2)

    assert len(lines) == 2
    assert lines[-1].endswith(ELLIPSIS)
    assert width(lines[-1], 20) <= 200


@pytest.mark.parametrize("text", ["", " ", "x" * 500, "\u202e\u0000 a"])
def test_any_text_can_be_set(text):
    for line in wrap(text, 20, 200, 3):
        assert width(line, 20) <= 200
    assert len(cut(text, 20, 200)) <= len(text)


def test_balanced_lines_leave_no_word_alone():
    assert wrap("aaaa bbbb cccc dd", 20, width("aaaa bbbb cccc", 20), 2)[-1] == "dd"

    lines = balanced("aaaa bbbb cccc dd", 20, width("aaaa bbbb cccc", 20), 2)

    assert lines == ["aaaa bbbb", "cccc dd"]
