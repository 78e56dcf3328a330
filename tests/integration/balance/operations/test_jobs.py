"""Jobs among several processes: one does each, everybody sees how far it is, anybody stops it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from balance import tasks
from balance.importers.actors import Actors
from balance.models import Actor, Job
from balance.operations.jobs import waiting_jobs
from balance.queries.desk import desk
from tests.factories.balance import JobFactory
from tests.integration.balance.importers.conftest import csv_of

TWO = csv_of("actors", {"code": "ONE"}, {"code": "TWO"})


def beside(statement: str) -> Any:
    """Return what another process would get to see."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()
    finally:
        other.close()


@pytest.mark.django_db(transaction=True)
def test_a_job_is_done_once_seen_by_others_and_undone_when_cancelled(monkeypatch):
    job = JobFactory(content=TWO, is_confirmed=True)
    store, seen = Actors.store, []

    def store_and_look(self: Actors, *arguments: Any) -> None:
        store(self, *arguments)
        seen.append(tasks.run_job(job_id=job.pk))  # A second worker finds it taken.
        seen.append(beside("SELECT state, attempts, done, total FROM balance_job"))
        beside("UPDATE balance_job SET state = 'cancelled', finished_at = now() RETURNING 1")

    with monkeypatch.context() as patch:
        patch.setattr(Actors, "store", store_and_look)
        assert not tasks.run_job(job_id=job.pk)
    job.refresh_from_db()

    assert seen == [False, ("running", 1, 2, 2)]
    assert job.state == "cancelled"
    assert not Actor.objects.exists()


@pytest.mark.django_db
def test_a_job_that_kills_every_worker_is_given_up_and_told_on_the_desk():
    poison = JobFactory(state="running", attempts=5, error="lost")
    fine = JobFactory()

    assert waiting_jobs() == [fine.pk]
    poison.refresh_from_db()
    assert (poison.state, poison.error) == ("failed", "lost")
    assert desk(now=timezone.now()).failed_jobs == 1


@pytest.mark.django_db
def test_files_go_after_a_month_and_rows_stay():
    month = timezone.now() - timedelta(days=32)
    old = JobFactory(state="done", finished_at=month)
    forgotten = JobFactory(state="previewed", report={})
    young = JobFactory(state="done", finished_at=timezone.now())
    Job.objects.filter(pk__in=(old.pk, forgotten.pk)).update(asked_at=month)

    waiting_jobs()

    states = dict(Job.objects.values_list("pk", "state"))
    assert states == {old.pk: "done", forgotten.pk: "cancelled", young.pk: "done"}
    assert set(Job.objects.filter(content=None)) == {old, forgotten}
