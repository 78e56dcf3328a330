"""A text with marks in it: nothing of the text is lost, nothing outside of it is marked."""

from hypothesis import given
from hypothesis import strategies as st

from balance.panels.marked import Mark, Marked, marked_text

TEXT = "Quiet days.\n\nXi met Aliyev. They signed a pact.\nThe end."
MET = TEXT.index("Xi met"), TEXT.index(" They")
SIGNED = TEXT.index("They"), TEXT.index("\nThe end")


def words(paragraphs):
    return [
        ["".join(word.text for word in part.words) for part in paragraph]
        for paragraph in paragraphs
    ]


def test_a_sentence_with_a_proposal_is_a_part_of_its_own_within_its_paragraph():
    found = marked_text(TEXT, [Marked(1, *MET)])

    assert words(found) == [
        ["Quiet days."],
        ["Xi met Aliyev.", " They signed a pact."],
        ["The end."],
    ]
    assert [part.proposals for part in found[1]] == [[Marked(1, *MET)], []]


def test_actors_and_the_verb_are_marked_by_role_in_their_words():
    start = MET[0]
    marks = [Mark(start + 3, start + 6, "act"), Mark(start, start + 2, "initiator", name="China")]

    sentence = marked_text(TEXT, [Marked(1, *MET, marks=marks)])[1][0]

    assert [(word.text, word.role, word.name) for word in sentence.words] == [
        ("Xi", "initiator", "China"),
        (" ", "", ""),
        ("met", "act", ""),
        (" Aliyev.", "", ""),
    ]


def test_of_two_proposals_in_a_sentence_the_current_one_is_marked():
    other = Marked(1, *MET, marks=[Mark(MET[0], MET[0] + 2, "recipient")])
    current = Marked(2, *MET, marks=[Mark(MET[0], MET[0] + 2, "initiator")], is_current=True)

    sentence = marked_text(TEXT, [other, current])[1][0]

    assert sentence.is_current
    assert sentence.words[0].role == "initiator"
    assert [row.key for row in sentence.proposals] == [1, 2]


def test_a_sentence_is_decided_once_all_its_proposals_are():
    decided = Marked(1, *MET, is_decided=True)
    waiting = Marked(2, *MET)

    both, alone = (marked_text(TEXT, rows)[1][0] for rows in ([decided, waiting], [decided]))

    assert (both.is_decided, alone.is_decided) == (False, True)
    assert both.shown is waiting


def test_offsets_outside_the_text_mark_nothing():
    rows = [Marked(1, -3, 4), Marked(2, 5, 5), Marked(3, 10, 10_000)]

    assert all(not part.proposals for paragraph in marked_text(TEXT, rows) for part in paragraph)


spans = st.tuples(st.integers(-5, 70), st.integers(-5, 70))


@given(
    st.text("ab .\n", max_size=60),
    st.lists(st.tuples(spans, st.lists(spans, max_size=3)), max_size=5),
)
def test_every_letter_stands_once_and_in_order(text, rows):
    given = [
        Marked(key, *span, marks=[Mark(*mark, "initiator") for mark in marks])
        for key, (span, marks) in enumerate(rows)
    ]

    shown = "".join("".join(paragraph) for paragraph in words(marked_text(text, given)))

    assert "".join(shown.split()) == "".join(text.split())
