"""What the numbers say about a statement."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.statements import parse
from balance.compute.verdicts import Judgement, days_to_check, judge

SAID = date(2024, 3, 15)
YES, NO, GAP = (0.4, 0.3), (0.2, 0.3), (None, 0.3)


def statement(when):
    return parse(f"share of china >= 30 % {when}")


@pytest.mark.parametrize(
    ("when", "today", "days"),
    [
        pytest.param(
            "by 2024-05",
            date(2025, 1, 1),
            [date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 31)],
            id="by: the ends of months since it was said",
        ),
        pytest.param(
            "by 2024-05-10",
            date(2025, 1, 1),
            [date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 10)],
            id="by: the last day, in the middle of a month",
        ),
        pytest.param(
            "by 2026",
            date(2024, 4, 20),
            [date(2024, 3, 31), date(2024, 4, 20)],
            id="by: up to today",
        ),
        pytest.param("by 2023", date(2025, 1, 1), [], id="by a day before it was said"),
        pytest.param("on 2024-02", date(2024, 2, 29), [date(2024, 2, 29)], id="on: its last day"),
        pytest.param("on 2024-02", date(2024, 2, 28), [], id="on: not come yet"),
        pytest.param(
            "throughout 2024-01-10..2024-02",
            date(2025, 1, 1),
            [date(2024, 1, 31), date(2024, 2, 29)],
            id="throughout: from its own first day",
        ),
        pytest.param("throughout 2026..2027", date(2025, 1, 1), [], id="throughout: not begun"),
    ],
)
def test_the_days_that_are_looked_at(when, today, days):
    assert days_to_check(statement(when), from_day=SAID, today=today) == days


@pytest.mark.parametrize(
    ("when", "numbers", "is_over", "expected"),
    [
        ("by 2025", [NO, YES, YES], False, Judgement("came_true", 1, still=True)),
        ("by 2025", [NO, YES, NO], False, Judgement("came_true", 1)),
        ("by 2025", [NO, YES, GAP, YES], True, Judgement("came_true", 1, still=True)),
        ("by 2025", [NO, NO], False, Judgement("undecided", 1)),
        ("by 2025", [NO, NO], True, Judgement("failed", 1)),
        ("by 2025", [NO, GAP], True, Judgement("failed", 0)),
        ("by 2025", [GAP, GAP], True, Judgement("no_number", None)),
        ("by 2025", [GAP], False, Judgement("undecided", None)),
        ("by 2025", [], True, Judgement("no_number", None)),
        ("on 2025", [YES], True, Judgement("came_true", 0, still=True)),
        ("on 2025", [NO], True, Judgement("failed", 0)),
        ("on 2025", [GAP], True, Judgement("no_number", None)),
        ("on 2025", [], False, Judgement("undecided", None)),
        ("throughout 2024..2025", [YES, YES], True, Judgement("came_true", 1, still=True)),
        ("throughout 2024..2025", [YES, YES], False, Judgement("undecided", 1)),
        ("throughout 2024..2025", [YES, NO, YES], False, Judgement("failed", 1)),
        ("throughout 2024..2025", [YES, GAP, YES], True, Judgement("no_number", 2)),
        ("throughout 2024..2025", [GAP, NO], True, Judgement("failed", 1)),
    ],
)
def test_the_numbers_decide(when, numbers, is_over, expected):
    assert judge(statement(when), numbers, is_over=is_over) == expected


@pytest.mark.parametrize(
    ("comparison", "verdicts"),
    [(">=", "YYN"), (">", "YNN"), ("<=", "NYY"), ("<", "NNY")],
)
def test_each_comparison_knows_equality(comparison, verdicts):
    asked = parse(f"tone of iran {comparison} 0 on 2024")
    found = [
        judge(asked, [(left, 0.0)], is_over=True).verdict == "came_true" for left in (0.5, 0, -0.5)
    ]

    assert "".join("NY"[value] for value in found) == verdicts


@given(st.lists(st.sampled_from([YES, NO, GAP])), st.booleans())
def test_by_and_throughout_are_each_others_opposites(numbers, is_over):
    came = judge(statement("by 2030"), numbers, is_over=is_over).verdict == "came_true"
    opposite = parse("share of china < 30 % throughout 2024..2030")

    failed = judge(opposite, numbers, is_over=is_over).verdict == "failed"

    assert came == failed
