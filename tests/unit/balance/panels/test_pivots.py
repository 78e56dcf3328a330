from typing import Any

from balance.panels.pivots import chance, pivots_view
from tests.unit.balance.panels.points import NAMES


def row(date: str = "2023-10-01", strength: str = "pivot", **more: Any) -> dict[str, Any]:
    return {
        "date": date,
        "p": 0.000999,
        "shift": 0.84,
        "strength": strength,
        "before": 19,
        "after": 36,
        "grew": [{"pole": "china", "kind": "cooperation", "before": 0.0, "after": 0.21}],
        "shrank": [{"pole": "west", "kind": "conflict", "before": 0.26, "after": 0.06}],
        "events": [
            {
                "event": 7,
                "title": "A treaty",
                "date": "2024-07-03",
                "end": "2024-07-04",
                "precision": "day",
            }
        ],
        **more,
    }


def view(*rows: dict[str, Any], state: str = "computed") -> Any:
    return pivots_view({"state": state, "results": list(rows)}, NAMES)


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_of_some_poles_only_the_months_that_touch_them_are_told():
    rows = [row(), row("2024-12-01", grew=[], shrank=[])]
    answer = {"state": "computed", "results": rows}

    china = pivots_view(answer, NAMES, ("china",))
    russia = pivots_view(answer, NAMES, ("russia",))

    assert [pivot.day for pivot in china.pivots] == ["2023-10-01"]
    assert china.headline == (
        "Relations changed for good around October 2023, those with China among them"
    )
    assert russia.pivots == []
    assert russia.headline == "No pivot is found that touches Russia"


def test_a_pivot_in_words():
    (pivot,) = view(row()).pivots

    assert (pivot.title, pivot.p, plain(pivot.shift)) == ("October 2023", "p 0.001", "84 %")
    assert [plain(cell.words) for cell in pivot.grew + pivot.shrank] == [
        "cooperation with China: 0 % to 21 %, +21 points",
        "conflict with the West: 26 % to 6 %, −20 points",
    ]
    assert pivot.events == [
        {"id": 7, "title": "A treaty", "day": "2024-07-03", "when": "3 July 2024"}
    ]


def test_weak_signs_stand_apart_and_are_no_news():
    both = view(row(), row("2025-02-01", "weak"))

    assert [len(both.pivots), len(both.weak)] == [1, 1]
    assert both.headline == "Relations changed for good around October 2023"
    assert view(row(strength="weak")).headline == (
        "No month is found in which relations changed for good"
    )


def test_several_pivots_are_one_sentence():
    assert view(row(), row("2024-12-01")).headline == (
        "Relations changed for good around October 2023 and December 2024"
    )


def test_what_is_not_computed_claims_nothing():
    pending = pivots_view({"state": "pending", "results": None}, NAMES)

    assert (pending.headline, pending.pivots) == ("When relations changed for good", [])


def test_a_chance_has_three_digits():
    assert [chance(0.000999), chance(0.05)] == ["p 0.001", "p 0.050"]
