from datetime import date

from balance.panels.events import events_deck, events_headline, parts_by_pole
from balance.queries.events import Tally

POLES = {"russia": "Russia", "west": "the West"}


def tally(events, russia=0, west=0, first=date(2020, 1, 5), end=date(2024, 7, 4)):
    dimensions = {"diplomatic": 0, "energy": events}
    return Tally(events, first, end, {"russia": russia, "west": west}, dimensions)


def test_the_headline_names_the_pole_with_most():
    assert events_headline(tally(7, 2, 4), POLES) == "7 events, most with the West: 4"
    assert events_headline(tally(7, 4, 4), POLES) == "7 events, most with Russia and the West: 4"
    assert events_headline(tally(4, 4), POLES) == "4 events, all with Russia"
    assert events_headline(tally(1, 1), POLES) == "1 event, with Russia"
    assert events_headline(tally(2), POLES) == "2 events, none with a pole"
    assert events_headline(tally(0), POLES) == "No event fits"


def test_the_deck_says_when_and_of_what():
    assert events_deck(tally(7)) == (
        "From 5 January 2020 to 3 July 2024; the energy dimension has most, 7."
    )
    assert events_deck(tally(1, end=date(2020, 1, 6))) == "On 5 January 2020."
    assert events_deck(tally(0, first=None, end=None)) == ""


def test_a_part_narrows_the_question_and_a_chosen_one_widens_it():
    russia, west = parts_by_pole(tally(7, 2, 4), POLES, {"q": "gas", "pole": "west"})

    assert russia.url == "?q=gas&pole=russia"
    assert (west.url, west.is_chosen, west.width) == ("?q=gas", True, 100.0)
