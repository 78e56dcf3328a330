"""What the numbers say about claims."""

from datetime import date

import pytest

from balance.models import Claim, Methodology
from balance.operations.answers import balance_answer
from balance.operations.claims import ClaimChecks
from balance.panels.claims import difference, ledger_headline, sentence
from balance.queries.questions import BalanceQuestion
from tests.factories.balance import ClaimFactory
from tests.integration.balance.operations.world import World, build_world

TODAY = date(2024, 12, 31)


@pytest.fixture
def world(db) -> World:
    """Return a world in which China catches up with Russia in July 2024."""
    world = build_world()
    world.event(world.russia, on=date(2023, 8, 1))
    world.event(world.china, on=date(2024, 7, 10))
    return world


def say(world: World, statement: str, *, today: date = TODAY, **values: object) -> str:
    values.setdefault("start", date(2024, 3, 5))
    claim = ClaimFactory(focus=world.focus, statement=statement, **values)
    check = ClaimChecks(today=today).of(claim)
    assert check
    return sentence(check)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (
            "share of china >= share of russia by 2025-12",
            "holds since July 2024: China 66 %, Russia 34 %",
        ),
        (
            "tone of china >= 0.43 by 2025-12",
            "held first in July 2024, and not on every later day: China, tone +0.43",
        ),
        (
            "share of china >= share of russia by 2024-06",
            "did not hold by June 2024: China 0 %, Russia 100 %",
        ),
        (
            "share of china >= 90 % by 2026-01",
            "not yet decidable: 13 months to go; so far China 66 %",
        ),
        ("share of china > 0 % on 2024-07-10", "held on 10 July 2024: China 66 %"),
        ("share of china > 0 % on 2024-07-09", "did not hold on 9 July 2024: China 0 %"),
        ("balance > 0.9 on 2025-01-03", "not yet decidable: 3 days to go"),
        ("balance > 0.9 on 2024-12-31", "held on 31 December 2024: balance 0.93"),
        (
            "share of russia > 50 % throughout 2024-02..2024-06",
            "held throughout, up to June 2024: Russia 100 %",
        ),
        (
            "share of russia > 50 % throughout 2024-02..2024-12",
            "did not hold in July 2024: Russia 34 %",
        ),
        ("events of china >= 1 by 2025", "holds since July 2024: China, events 1"),
        ("effective poles > 1.5 by 2025", "holds since July 2024: effective poles 1.9"),
        ("friction of china > 0 % by 2024-12", "cannot be decided: no number"),
        ("share of china > 50 % by 2023", "cannot be decided: no number"),
        ("share of mars > 50 % by 2024-12", "cannot be decided: no number"),
        ("nonsense", "cannot be decided: the statement cannot be read"),
    ],
)
def test_the_numbers_say(world, statement, says):
    assert say(world, statement).replace("\N{NO-BREAK SPACE}", " ") == says


def test_a_claim_is_not_checked_before_it_was_said(world):
    world.event(world.china, on=date(2024, 1, 1), confidence=0.5)

    said = say(world, "share of china > 0 % by 2025", start=date(2024, 10, 1), precision="month")

    assert said.startswith("holds since November 2024")


def test_the_numbers_are_those_of_the_balance(world):
    claim = ClaimFactory(focus=world.focus, statement="share of china >= 99 % by 2024-11-15")
    question = BalanceQuestion(focus="AZE", start=date(2024, 11, 15), end=date(2024, 11, 16))

    check = ClaimChecks(today=TODAY).of(claim)
    point = balance_answer(question=question, today=TODAY)["points"][-1]

    assert check
    assert check.verdict == "failed"
    assert [reading.value for reading in check.readings] == [point["poles"]["china"]["share"]]


def test_without_a_statement_or_a_methodology_there_is_no_verdict(world):
    assert ClaimChecks(today=TODAY).of(ClaimFactory(focus=world.focus)) is None

    Methodology.objects.published().update(status="retired")

    assert say(world, "balance > 0.5 by 2024") == "cannot be decided: no number"


def test_the_check_leaves_the_status_to_the_editor(world):
    statement = "share of china >= share of russia by 2025-12"
    claim = ClaimFactory(focus=world.focus, statement=statement)
    other = ClaimFactory(focus=world.focus, statement=statement, status="failed", resolution="No.")
    agreed = ClaimFactory(
        focus=world.focus, statement=statement, status="came_true", resolution="Yes."
    )
    checks = ClaimChecks(today=TODAY)

    said = [difference(one, checks.of(one)) for one in (claim, other, agreed)]

    assert said == [
        "numbers say: came true, still open",
        "numbers say: came true, an editor: failed",
        "",
    ]
    assert set(Claim.objects.values_list("status", flat=True)) == {"open", "failed", "came_true"}


def test_many_claims_cost_no_query_more_than_one(world, django_assert_max_num_queries):
    statement = "share of china >= share of russia by 2025-12"
    ClaimFactory.create_batch(50, focus=world.focus, statement=statement)
    claims = list(Claim.objects.select_related("focus__actor"))
    ClaimChecks(today=TODAY).of(claims[0])

    with django_assert_max_num_queries(6):
        checks = ClaimChecks(today=TODAY)
        assert len({checks.of(claim).verdict for claim in claims}) == 1


@pytest.mark.parametrize(
    ("kinds", "statuses", "says"),
    [
        ({}, {}, "No claim fits"),
        ({"forecast": 1}, {"open": 1}, "1 forecast: 1 is open"),
        (
            {"assessment": 2, "forecast": 1},
            {"open": 1, "failed": 1, "came_true": 1},
            "3 claims: 2 assessments and 1 forecast; 1 is open, 1 came true and 1 failed",
        ),
    ],
)
def test_the_headline_is_made_from_the_counts(kinds, statuses, says):
    assert ledger_headline(kinds, statuses) == says
