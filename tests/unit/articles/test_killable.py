"""Parsing in a process that may be killed: limits hold, and one bad task harms no other."""

import os

import pytest

from articles import killable

HERE = "tests.unit.articles.tasks_of_killable"


def run(name, data=b"", **options):
    return killable.run(f"{HERE}:{name}", data, **options)


def test_a_process_is_used_again():
    killable.stop_all()

    assert run("number_of_process") == run("number_of_process")


def test_it_is_told_no_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x")
    killable.stop_all()

    assert set(run("environment")) & {"SECRET_KEY", "DATABASE_URL"} == set()


@pytest.mark.parametrize(
    ("name", "limits", "reason"),
    [
        ("think", {"cpu": 1}, "too much computing time"),
        ("sleep", {"wall": 0.3}, "too long"),
        ("grow", {"memory": 50_000_000}, "too much memory"),
        ("nest", {}, "nested too deeply"),
        ("die", {}, "crashed"),
        ("fail", {}, "crashed the parser. KeyError: 'name'"),
    ],
)
def test_what_runs_wild_is_stopped_with_a_reason_and_the_next_task_is_done(name, limits, reason):
    with pytest.raises(killable.Stopped, match=reason):
        run(name, **limits)

    assert run("number_of_process") != os.getpid()


def test_much_goes_in_and_out():
    assert run("echo", b"x" * 5_000_000) == "x" * 5_000_000


def test_what_is_printed_is_no_answer():
    assert run("speak") == "said"


def test_a_forked_process_starts_its_own():
    run("number_of_process")
    idle = list(killable._pool.idle)

    child = os.fork()
    if child == 0:
        os._exit(0 if not killable._pool.idle else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert killable._pool.idle == idle
