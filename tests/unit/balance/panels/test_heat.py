"""Dimension by pole: words, shades and where each cell leads."""

import pytest

from balance.panels.heat import heat_map, heat_title
from balance.queries.questions import BalanceQuestion

AZE = BalanceQuestion(focus="AZE")
NOTHING = {"cooperation": 0.0, "conflict": 0.0, "events": 0.0}


def answer(**cells):
    """Return the API's matrix of energy and security with two poles; cells as energy_china."""
    return {
        "poles": [{"code": "china", "name": "China"}, {"code": "west", "name": "the West"}],
        "rows": [
            {
                "dimension": dimension,
                "poles": {
                    code: NOTHING | cells.get(f"{dimension}_{code}", {})
                    for code in ("china", "west")
                },
                "other": NOTHING | cells.get(f"{dimension}_other", {}),
            }
            for dimension in ("energy", "security")
        ],
    }


def cell(found, row, column):
    return found.rows[row][1][column]


def test_a_cell_has_its_points_and_opens_its_events():
    found = heat_map(answer(energy_west={"cooperation": 4.25, "conflict": 1.0}), AZE)

    one = cell(found, 0, 1)
    assert (one.cooperation, one.conflict, one.shade) == ("4.2", "1.0", 5)
    assert one.url == "/events/?focus=AZE&pole=west&dimension=energy"


def test_what_no_pole_takes_stands_beside_and_opens_nothing():
    found = heat_map(answer(energy_other={"cooperation": 9.0}, energy_west={"cooperation": 3}), AZE)

    assert found.names[-1] == ("other", "No pole")
    assert (cell(found, 0, 2).cooperation, cell(found, 0, 2).url) == ("9.0", "")
    assert cell(found, 0, 2).shade == 5


@pytest.mark.parametrize(("points", "shade"), [(0, 0), (0.04, 0), (0.1, 1), (2.1, 2), (10, 5)])
def test_the_more_cooperation_the_darker(points, shade):
    found = heat_map(
        answer(energy_west={"cooperation": points}, security_china={"cooperation": 10}), AZE
    )

    assert cell(found, 0, 1).shade == shade


def test_conflict_alone_is_no_shade():
    one = cell(heat_map(answer(energy_west={"conflict": 3.0}), AZE), 0, 1)

    assert (one.cooperation, one.conflict, one.shade) == ("", "3.0", 0)


def test_of_one_pole_there_is_one_column():
    found = heat_map(answer(), AZE, only="west")

    assert found.names == [("west", "The West")]
    assert all(len(cells) == 1 for _name, cells in found.rows)


def test_the_title_names_the_fullest_cell():
    full = answer(energy_west={"cooperation": 4}, security_china={"cooperation": 7.5})

    assert heat_title(full) == "Cooperation is largest with China in the security dimension: 7.5"
    assert heat_title(full, only="west").endswith("with the West in the energy dimension: 4.0")
    assert heat_title(answer()) == "No cooperation is on record in any dimension"
