from datetime import date

from balance.coding.dictionary import Dictionary, Mention, Name

NAMES = [
    Name("Georgia", "GEO"),
    Name("South Georgia", "GBR"),
    Name("US", "USA", is_case_sensitive=True),
    Name("Chinese", "CHN", "demonym"),
    Name("Turkey", "TUR"),
    Name("Aliyev", "HEYDAR", "person", end=date(2003, 10, 31)),
    Name("Aliyev", "ILHAM", "person", start=date(2003, 10, 31)),
    Name("Côte d'Ivoire", "CIV"),
]


def codes(text: str, on: date | None = None) -> list[str]:
    return [mention.code for mention in Dictionary(NAMES).mentions(text, on)]


def test_the_longest_name_wins():
    assert Dictionary(NAMES).mentions("In South Georgia, Georgia") == [
        Mention(3, 16, "GBR", "name"),
        Mention(18, 25, "GEO", "name"),
    ]


def test_of_names_that_begin_alike_the_longest_wins():
    names = [Name("Hong", "X"), Name("Hong Kong", "HKG"), Name("Hong Kong Island", "Y")]
    for order in (names, names[::-1]):
        found = Dictionary(order).mentions("in Hong Kong today, Hong")
        assert [mention.code for mention in found] == ["HKG", "X"]


def test_a_name_is_a_whole_word():
    assert codes("Georgian, Georgia-born, USA, Georgia_2, Georgia's") == ["GEO", "GEO"]


def test_a_case_sensitive_name_is_met_as_it_stands():
    assert codes("He told us that the US knew; Us too") == ["USA"]


def test_a_capital_is_never_met_by_a_small_letter():
    assert codes("turkey, Turkey and TURKEY") == ["TUR", "TUR"]


def test_a_dated_name_holds_from_its_first_day_to_the_first_day_out():
    assert codes("Aliyev", date(2003, 10, 30)) == ["HEYDAR"]
    assert codes("Aliyev", date(2003, 10, 31)) == ["ILHAM"]


def test_of_equal_names_the_first_given_holds_where_no_day_is_known():
    assert codes("Aliyev") == ["HEYDAR"]


def test_quotation_marks_of_all_kinds_are_one():
    assert codes("Côte d’Ivoire") == ["CIV"]


def test_a_name_that_is_no_word_is_left_out():
    assert Dictionary([Name("—", "X"), Name("", "Y")]).mentions("— ") == []
