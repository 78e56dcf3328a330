from balance.panels.tables import effective_poles_table, shares_table, tone_table
from tests.unit.balance.panels.points import NAMES, point, sure

WEST = {"west": NAMES["west"]}


def plain(table):
    return [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in table.rows[0][1]]


def with_ends():
    found = point({"west": 0.26}, tones={"west": 0.2}, effective_poles=4.7)
    return sure(
        found,
        shares={"west": [0.154, 0.375]},
        tones={"west": [-0.07, 0.44]},
        effective_poles=[4.34, 5.0],
    )


def test_beside_each_number_stand_its_low_and_its_high():
    shares = shares_table([with_ends()], ["July 2024"], WEST, with_ends=True)
    tone = tone_table([with_ends()], ["July 2024"], WEST, with_ends=True)
    whole = effective_poles_table([with_ends()], ["July 2024"], with_ends=True)

    assert shares.head == ["Period", "the West", "the West, low", "the West, high"]
    assert plain(shares) == ["26.0 %", "15.4 %", "37.5 %"]
    assert plain(tone) == ["+0.20", "−0.07", "+0.44"]
    assert plain(whole) == ["4.7", "4.3", "5.0", "0.50", "–", "–"]


def test_where_there_is_no_interval_there_is_a_dash():
    table = shares_table([point({"west": 0.26})], ["July 2024"], WEST, with_ends=True)

    assert plain(table) == ["26.0 %", "–", "–"]


def test_without_intervals_there_are_no_columns_for_them():
    table = shares_table([with_ends()], ["July 2024"], WEST)

    assert (table.head, plain(table)) == (["Period", "the West"], ["26.0 %"])


def test_a_long_table_is_short_until_a_reader_asks_for_all_of_it():
    periods = [f"day {number}" for number in range(40)]
    table = shares_table([point({"west": 0.26})] * 40, periods, WEST)

    short = table.short()

    assert [len(short.rows), short.left_out, short.whole] == [36, 4, 40]
    assert short.rows[0] == table.rows[0]
    assert table.whole == 40


def test_a_table_that_is_short_anyway_says_nothing_of_it():
    assert shares_table([point({"west": 0.26})], ["July 2024"], WEST).short().left_out == 0
