from datetime import date

from balance.coding.dictionary import Dictionary, Name
from balance.coding.proposing import propose

DICTIONARY = Dictionary(
    [Name("Azerbaijan", "AZE"), Name("Baku", "AZE", "place"), Name("China", "CHN"),
     Name("Xi Jinping", "CHN", "person"), Name("Ilham Aliyev", "AZE", "person")]
)  # fmt: skip
DAY = date(2024, 7, 3)


def test_a_sentence_with_two_actors_and_a_verb_between_them():
    text = "Nothing else. Ilham Aliyev met Xi Jinping on Wednesday."
    (proposed,) = propose(text, published_on=DAY, dictionary=DICTIONARY)
    assert (proposed.initiators, proposed.recipients) == (("AZE",), ("CHN",))
    assert (proposed.event_type, proposed.date) == ("CONSULT", DAY)
    assert text[proposed.start : proposed.end] == proposed.sentence
