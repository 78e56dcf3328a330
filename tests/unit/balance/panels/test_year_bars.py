from balance.panels.actors import year_bars


def test_every_year_between_has_a_bar():
    bars = year_bars({2020: 4, 2022: 1}, "CHN")

    assert [(bar.year, bar.events, bar.height) for bar in bars] == [
        (2020, 4, 100.0),
        (2021, 0, 0.0),
        (2022, 1, 25.0),
    ]
    assert sum(bar.width for bar in bars) == 100
    assert bars[0].url.endswith("?actor=CHN&start=2020&end=2021")


def test_labels_of_many_years_stay_apart_and_the_last_year_has_one():
    bars = year_bars({1990: 1, 2026: 1}, "CHN")

    labels = [bar.label for bar in bars if bar.label]
    assert len(labels) <= 9
    assert labels[-1] == "2026"


def test_without_events_there_are_no_bars():
    assert year_bars({}, "CHN") == []
