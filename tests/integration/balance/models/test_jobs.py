"""What must be true of imports and exports that somebody asked for, each broken once."""

from datetime import UTC, datetime

import pytest

from balance.models import Job
from tests.factories.balance import JobFactory
from tests.truths import assert_refused

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 7, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("truth", "changes"),
    [
        ("job_work_is_known", {"work": "guess"}),
        ("job_state_is_known", {"state": "asleep"}),
        ("job_is_over_with_a_time", {"state": "done"}),
        ("job_is_over_with_a_time", {"finished_at": NOW}),
        ("job_to_be_confirmed_has_a_report", {"state": "previewed"}),
    ],
)
def test_a_job_is_what_its_state_says(truth, changes):
    assert_refused(JobFactory(), truth, **changes)


def test_a_job_that_is_over_knows_when():
    job = JobFactory.build(state="cancelled", finished_at=NOW)
    job.validate_constraints()
    job.save()


def test_what_the_worker_has_to_do_is_waiting_or_was_left_in_the_middle():
    waiting, running = JobFactory(), JobFactory(state="running")
    JobFactory(state="previewed", report={})
    failed = JobFactory(state="failed", finished_at=NOW)

    assert set(Job.objects.pending()) == {waiting, running}
    assert list(Job.objects.failed()) == [failed]
