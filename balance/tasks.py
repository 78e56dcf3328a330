"""Work in the background. Each task may run twice, or twice at once, and does the work once."""

import logging

import psycopg
from celery import shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

from balance.models import Focus
from balance.operations.answers import balance_answer
from balance.operations.heartbeats import beat
from balance.operations.intervals import add_intervals
from balance.operations.pivots import pivots_so_far
from balance.operations.runs import fill_run, note_attempt, note_failure, waiting_runs
from balance.operations.series import refresh_dirty
from balance.operations.series import verify_series as verify
from balance.queries.questions import BadQuestion, BalanceQuestion

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
def verify_series() -> list[str]:
    """Recompute every series, and leave the differences where the desk shows them."""
    differences = verify()
    for difference in differences:
        log.error("Series differ: %s", difference)
    beat(name="verify_series", found=differences)
    return differences
