from datetime import date

import pytest

from balance.panels.sharing import citation

ANSWER = {
    "data_version": "0123456789abcdef",
    "computed_at": "2026-03-01T12:00:00+00:00",
    "methodology": {"version": "1.0"},
}


@pytest.mark.parametrize(
    ("title", "values", "begins"),
    [
        ("China leads", "", "Balance. China leads. Data version"),
        ("China leads", "China 26%", "Balance. China leads (China 26%). Data version"),
        ("Доля выросла на 4 п. п.", "", "Balance. Доля выросла на 4 п. п. Data version"),
        ("На 4 п. п.", "Китай 26%", "Balance. На 4 п. п. (Китай 26%). Data version"),
    ],
)
def test_a_citation_has_one_full_stop_after_the_title(title, values, begins):
    said = citation(title=title, values=values, answer=ANSWER, address="a", today=date(2026, 3, 2))

    assert said.startswith(begins)
