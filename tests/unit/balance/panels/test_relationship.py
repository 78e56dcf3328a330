from balance.panels.relationship import relationship
from tests.unit.balance.panels.standing import answer, cell, row, step


def matrix(**points):
    return {
        "rows": [
            {"dimension": name, "poles": {"china": {"cooperation": amount}}}
            for name, amount in points.items()
        ]
    }


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_dimensions_that_matter_are_named():
    sentence = relationship(matrix(economic=6.0, diplomatic=3.0, energy=1.0), answer(), "china")

    assert plain(sentence) == (
        "Cooperation is above all in the economic dimension (60 %), "
        "then in the diplomatic one (30 %)."
    )


def test_a_second_dimension_that_hardly_counts_is_left_out():
    sentence = relationship(matrix(economic=19.0, energy=1.0), answer(), "china")

    assert plain(sentence) == "Cooperation is above all in the economic dimension (95 %)."
    only = relationship(matrix(economic=2.0, energy=0.0), answer(), "china")
    assert only == "All cooperation on record is in the economic dimension."


def test_the_rungs_in_force_are_told_with_their_beginning():
    standing = answer(
        row(
            "china",
            bilateral=cell("bilateral", 2, steps=[step("bilateral", 2, "2025-04-23", None)]),
            conflict=cell("conflict", 1),
        )
    )

    assert relationship(matrix(economic=0.0), standing, "china") == (
        "Standing tie: strategic partnership, since 23 April 2025. Standing conflict: dispute."
    )


def test_of_nothing_nothing_is_said():
    assert relationship(matrix(economic=0.0), answer(row("china")), "china") == ""
    assert relationship(matrix(), answer(), "china") == ""
