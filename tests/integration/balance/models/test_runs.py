"""What must be true of the intervals that somebody asked for, each broken once."""

import pytest

from balance.models import Run
from tests.factories.balance import DatasetFactory, FocusFactory
from tests.truths import assert_database_refuses, assert_refused

pytestmark = pytest.mark.django_db


def run(**values):
    return Run(
        **{
            "dataset": DatasetFactory(),
            "focus": FocusFactory(),
            "data_version": "a",
            "key": "b",
            "parameters": {"step": "month"},
            **values,
        }
    )


def saved_run(**values):
    row = run(**values)
    row.save()
    return row


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"state": "done"}, id="done without a result"),
        pytest.param({"result": {"points": []}}, id="a result while it waits"),
        pytest.param({"state": "failed", "result": {"points": []}}, id="a result of a failure"),
    ],
)
def test_a_run_has_a_result_when_it_is_done(changes):
    assert_refused(saved_run(), "run_done_has_a_result", **changes)


def test_the_same_is_asked_once():
    saved_run()

    assert_database_refuses(run(), "run_asked_once")


def test_other_data_are_another_question():
    saved_run()

    row = run(data_version="c", state="done", result={"points": []})
    row.validate_constraints()
    row.save()
