import pytest

from articles.searching import MOST_PARTS, Part, Wanted, any_of, parts_of


def texts(words):
    return [
        (part.is_excluded, [(one.text, one.is_phrase) for one in part.alternatives])
        for part in parts_of(words)
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("gas Baku", [(False, [("gas", False)]), (False, [("Baku", False)])]),
        ('"free trade"', [(False, [("free trade", True)])]),
        ("gas -oil", [(False, [("gas", False)]), (True, [("oil", False)])]),
        ('-"free trade"', [(True, [("free trade", True)])]),
        ("gas or oil OR coal", [(False, [("gas", False), ("oil", False), ("coal", False)])]),
        ("or gas", [(False, [("gas", False)])]),
        ("gas or", [(False, [("gas", False)])]),
        ("-gas or oil", [(True, [("gas", False)]), (False, [("oil", False)])]),
        ('"open', [(False, [("open", True)])]),
        ('\'"()\\*:&|! - -- ""', []),
        ("", []),
    ],
)
def test_a_search_is_read_as_a_web_search(words, found):
    assert texts(words) == found


def test_a_search_has_no_end_of_parts():
    assert len(parts_of("a b " * 100)) == MOST_PARTS


def test_there_is_nothing_to_rank_by_where_all_is_excluded():
    assert any_of("-gas") is None
    assert any_of("gas") is not None


def test_a_part_is_a_value():
    assert parts_of("gas") == [Part((Wanted("gas"),))]
