"""Work in the background. Each task may run twice, or twice at once, and does the work once."""

import logging

import psycopg
from celery import shared_task
from django.conf import settings
from django.utils import timezone, translation
from kombu.exceptions import OperationalError

from balance.exports.jobs import do_export
from balance.importers.jobs import do_import
from balance.models import Focus
from balance.operations.answers import balance_answer
from balance.operations.heartbeats import beat
from balance.operations.intervals import add_intervals
from balance.operations.jobs import (
    JobCancelled,
    JobRefused,
    claimed,
    note_job_failure,
    refuse_job,
    waiting_jobs,
)
from balance.operations.pivots import pivots_so_far
from balance.operations.proposing import propose_from, waiting_articles
from balance.operations.ranking import train
from balance.operations.runs import fill_run, note_attempt, note_failure, waiting_runs
from balance.operations.series import refresh_dirty
from balance.operations.series import verify_series as verify
from balance.queries.questions import BadQuestion, BalanceQuestion

DOERS = {"import": do_import, "export": do_export}
log = logging.getLogger(__name__)


@shared_task(acks_late=True)
def sweep() -> int:
    """Refresh the series that no reader asked for yet, and return for how many foci.

    The marks in the database are the queue: whatever a lost message left is found here.
    """
    refreshed = refresh_dirty()
    ask_for_the_front_pages()
    for run_id in waiting_runs():
        compute_run(run_id=run_id)
    for job_id in waiting_jobs():
        wake_job(job_id)
    beat(name="sweep")
    return refreshed


def ask_for_the_front_pages() -> None:
    """Ask for intervals and pivots of every focus's default picture before a reader does."""
    today = timezone.now().date()
    for focus in Focus.objects.select_related("actor"):
        question = BalanceQuestion(focus=focus.actor.code)
        try:
            add_intervals(balance_answer(question=question, today=today))
            pivots_so_far(question=question, today=today)
        except BadQuestion as refused:  # No methodology is published, say.
            log.warning("Nothing to compute of %s: %s", focus, refused)


@shared_task(acks_late=True)
def compute_run(*, run_id: int) -> bool:
    """Compute a run, and say whether that was needed.

    The row counts the attempts and keeps the error: after five the sweep gives it up.
    """
    note_attempt(run_id=run_id)
    try:
        return fill_run(run_id=run_id)
    except Exception as error:  # Whatever it was, the next run of the queue must not die of it.
        log.exception("Run %s", run_id)
        note_failure(run_id=run_id, error=repr(error))
        return False


def wake_run(run_id: int) -> None:
    """Tell the worker of a run; without a broker the next sweep finds it."""
    try:
        compute_run.delay(run_id=run_id)
    except (OperationalError, psycopg.Error):  # The embedded broker lives in PostgreSQL.
        log.warning("The broker does not answer; run %s waits for the sweep", run_id)


@shared_task(acks_late=True)
def run_job(*, job_id: int) -> bool:
    """Do an import or an export, and say whether that was needed.

    The row counts the attempts and keeps the error: after five the job is given up.
    """
    with claimed(job_id=job_id) as claim:
        if claim is None:
            return False
        language = claim.job.options.get("language") or settings.LANGUAGE_CODE
        try:
            with translation.override(language):
                DOERS[claim.job.work](claim)
        except JobCancelled:
            return False
        except JobRefused as refused:
            refuse_job(job_id=job_id, refused=refused)
        except Exception as error:  # Whatever it was, the next job of the queue must not die of it.
            log.exception("Job %s", job_id)
            note_job_failure(job_id=job_id, error=repr(error))
            return False
    return True


def wake_job(job_id: int) -> None:
    """Tell the worker of a job; without a broker the next sweep finds it."""
    try:
        run_job.delay(job_id=job_id)
    except (OperationalError, psycopg.Error):
        log.warning("The broker does not answer; job %s waits for the sweep", job_id)


@shared_task(acks_late=True)
def verify_series() -> list[str]:
    """Recompute every series, and leave the differences where the desk shows them."""
    differences = verify()
    for difference in differences:
        log.error("Series differ: %s", difference)
    beat(name="verify_series", found=differences)
    return differences


@shared_task(acks_late=True, time_limit=600)
def read_articles() -> int:
    """Read the articles that wait for it, and return how many were read.

    One that fails, or kills the worker, waits behind the others and is given up in the end.
    """
    found = [propose_from(article=key, at=timezone.now()) for key in waiting_articles()]
    beat(name="read_articles")
    return sum(count is not None for count in found)


@shared_task(acks_late=True, time_limit=120)
def read_article(*, article_id: int) -> int | None:
    """Read one article that just came; return how many proposals it has."""
    return propose_from(article=article_id, at=timezone.now())


def wake_reading(article_id: int) -> None:
    """Tell the worker of an article; without a broker the next sweep finds it."""
    try:
        read_article.delay(article_id=article_id)
    except (OperationalError, psycopg.Error):
        log.warning("The broker does not answer; article %s waits for the sweep", article_id)


@shared_task(acks_late=True)
def learn_ranking() -> int:
    """Learn from editors' decisions which proposals come first; return from how many."""
    ranking = train(at=timezone.now())
    return ranking.decisions if ranking else 0
