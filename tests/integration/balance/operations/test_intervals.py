import pytest

from balance import tasks
from balance.models import Run
from balance.operations.answers import balance_answer
from balance.operations.intervals import add_intervals
from balance.operations.pivots import pivots_so_far
from balance.operations.runs import fill_run, waiting_runs
from balance.queries.questions import BalanceQuestion
from tests.integration.balance.operations.world import TODAY, World, build_world

AZE = BalanceQuestion(focus="AZE")


@pytest.fixture
def world(db) -> World:
    world = build_world()
    for number in range(1, 13):
        world.event(world.china, on=TODAY.replace(month=number, day=1))
        world.event(world.russia, on=TODAY.replace(month=number, day=2), confidence=0.5)
    return world


def ask() -> tuple[dict, int | None]:
    answer = balance_answer(question=AZE, today=TODAY)
    return answer, add_intervals(answer)


def test_the_first_reader_starts_the_intervals_and_the_next_has_them(world: World):
    first, run_id = ask()
    assert first["intervals"] == "pending"
    assert "intervals" not in first["points"][-1]

    assert fill_run(run_id=run_id)
    second, nothing = ask()
    china = second["points"][-1]["poles"]["china"]

    assert nothing is None
    assert second["intervals"] == "computed"
    assert 0 < china["low"] < china["share"] < china["high"] < 1
    assert china["intervals"]["share"] == [china["low"], china["high"]]
    assert china["lead_probability"] > 0.9
    assert second["points"][-1]["intervals"]["effective_poles"][1] <= 2


def test_the_same_data_give_the_same_intervals(world: World):
    _answer, run_id = ask()
    fill_run(run_id=run_id)
    first, _nothing = ask()

    Run.objects.all().delete()
    _answer, run_id = ask()
    fill_run(run_id=run_id)

    assert ask()[0] == first


def test_a_second_worker_finds_nothing_to_do(world: World):
    _answer, run_id = ask()

    assert [fill_run(run_id=run_id), fill_run(run_id=run_id)] == [True, False]


def test_intervals_of_data_that_moved_on_are_dropped(world: World):
    _answer, run_id = ask()
    world.event(world.china)

    assert not fill_run(run_id=run_id)
    assert not Run.objects.exists()


def test_the_sweep_computes_the_front_page_before_a_reader_asks(world: World, time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")

    tasks.sweep()

    assert ask()[0]["intervals"] == "computed"
    assert pivots_so_far(question=AZE, today=TODAY)[0]["state"] == "computed"


def test_what_fails_five_times_is_given_up_with_its_error(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_args: object) -> None:
        raise ArithmeticError("no luck")

    monkeypatch.setattr("balance.operations.runs.compute_intervals", fail)
    _answer, run_id = ask()
    for _attempt in range(5):
        assert not tasks.compute_run(run_id=run_id)

    assert waiting_runs() == []
    run = Run.objects.get()
    assert (run.state, run.error) == ("failed", "ArithmeticError('no luck')")
    assert ask()[0]["intervals"] == "failed"
