"""Jobs: asked for by editors, done once by the worker, and given up after five attempts."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q
from django.db.models.functions import Now

from balance.models import Job
from balance.models.runs import MOST_ATTEMPTS

State = Job.State
KEPT = timedelta(days=31)
_LOCKS = 0x6A6F62  # The first key of the locks: "job".
_OVER = (State.DONE, State.FAILED, State.CANCELLED)


class JobCancelled(RuntimeError):
    """Somebody cancelled the job while it was being done: what it did so far is undone."""


class JobRefused(ValueError):
    """Trying again would end in the same way; the sentence says why, and the cure."""

    def __init__(self, sentence: str, report: Mapping[str, Any] | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.report = report


@dataclass(frozen=True)
class Claim:
    """A job in the hands of this process and of no other."""

    job: Job
    progress: Callable[[int, int], None]


def ask_for_job(*, by: Any, work: str, kind: str, file_name: str, **fields: Any) -> Job:
    """Store a job for the worker, which the caller wakes after commit."""
    return Job.objects.create(
        work=work, kind=kind, file_name=file_name[-200:], asked_by=by, **fields
    )


@transaction.atomic
def confirm_job(*, job_id: int, options: Mapping[str, Any]) -> bool:
    """Let an import store what its preview showed; say whether it waited for that.

    A second click, or one at once, does nothing.
    """
    found = Job.objects.select_for_update().filter(pk=job_id, state=State.PREVIEWED).first()
    if found is None:
        return False
    found.options = {**found.options, **options}
    found.state, found.is_confirmed = State.WAITING, True
    found.attempts = found.done = found.total = 0
    found.save(
        update_fields=["options", "state", "is_confirmed", "attempts", "done", "total"],
    )
    return True


def cancel_job(*, job_id: int) -> bool:
    """Cancel a job that is not over; what is being stored is undone. Say whether there was one."""
    open_jobs = Job.objects.filter(pk=job_id).exclude(state__in=_OVER)
    return bool(open_jobs.update(state=State.CANCELLED, finished_at=Now()))


def retry_job(*, job_id: int) -> bool:
    """Let the worker try a failed or cancelled job again; say whether it was one with its file."""
    given_up = Job.objects.filter(pk=job_id, state__in=(State.FAILED, State.CANCELLED))
    # An import begins with its preview again: what was confirmed was another state of things.
    return bool(
        given_up.filter(Q(content__isnull=False) | Q(work=Job.Work.EXPORT)).update(
            state=State.WAITING,
            is_confirmed=False,
            attempts=0,
            done=0,
            total=0,
            error="",
            report=None,
            finished_at=None,
        )
    )


def finish_job(*, job: Job, state: str, **fields: Any) -> None:
    """Record what came of a claimed job, in the transaction that did the work.

    Raises:
        JobCancelled: if somebody cancelled it meanwhile.
    """
    finished = Now() if state in _OVER else None
    running = Job.objects.filter(pk=job.pk, state=State.RUNNING)
    if not running.update(state=state, finished_at=finished, **fields):
        raise JobCancelled(job)


def note_job_failure(*, job_id: int, error: str) -> None:
    """Keep the error of an attempt; the job waits for the next one, or is given up."""
    running = Job.objects.filter(pk=job_id, state=State.RUNNING)
    running.filter(attempts__lt=MOST_ATTEMPTS).update(state=State.WAITING, error=error[:2_000])
    running.update(state=State.FAILED, error=error[:2_000], finished_at=Now())


def refuse_job(*, job_id: int, refused: JobRefused) -> None:
    """Give a job up at once, with the reason."""
    fields = {"report": refused.report} if refused.report is not None else {}
    Job.objects.filter(pk=job_id, state=State.RUNNING).update(
        state=State.FAILED, error=refused.sentence, finished_at=Now(), **fields
    )


def waiting_jobs() -> list[int]:
    """Return the jobs to wake, oldest first; give up those that were tried too often.

    Files are let go a month after they came.
    """
    pending = Job.objects.pending()
    for job in pending.filter(attempts__gte=MOST_ATTEMPTS).light():
        with _lock(job.pk) as free:
            if free:  # Its last attempt is over: it killed the worker.
                Job.objects.pending().filter(pk=job.pk).update(
                    state=State.FAILED, finished_at=Now()
                )
    old = Job.objects.filter(asked_at__lt=Now() - KEPT)
    old.filter(state=State.PREVIEWED).update(state=State.CANCELLED, finished_at=Now())
    old.filter(state__in=_OVER, content__isnull=False).update(content=None)
    return list(pending.order_by("id").values_list("pk", flat=True))


@contextmanager
def claimed(*, job_id: int) -> Iterator[Claim | None]:
    """Hold the job against every other process, and count the attempt; None if there is nothing.

    The claim ends with the process that has it, however that ends: a killed worker's job can be
    claimed anew. Progress is told on a connection of its own, past the transaction of the work.
    """
    with _lock(job_id) as beside:
        yield _begin(job_id, beside) if beside else None


def _begin(job_id: int, beside: BaseDatabaseWrapper) -> Claim | None:
    pending = Job.objects.pending().filter(pk=job_id, attempts__lt=MOST_ATTEMPTS)
    if not pending.update(state=State.RUNNING, attempts=F("attempts") + 1, started_at=Now()):
        return None

    def progress(done: int, total: int) -> None:
        with beside.cursor() as cursor:
            cursor.execute(
                "UPDATE balance_job SET done = %s, total = %s WHERE id = %s RETURNING state",
                [done, total, job_id],
            )
            if cursor.fetchone() == (State.CANCELLED,):
                raise JobCancelled(job_id)

    return Claim(Job.objects.select_related("asked_by").get(pk=job_id), progress)


@contextmanager
def _lock(job_id: int) -> Iterator[BaseDatabaseWrapper | None]:
    """Hold the job's lock on a connection of its own, which is yielded; None if it is taken."""
    beside = connection.copy()
    try:
        with beside.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_LOCKS, job_id])
            has_it = cursor.fetchone() == (True,)
        try:
            yield beside if has_it else None
        finally:
            if has_it:
                with beside.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCKS, job_id])
    finally:
        beside.close()
