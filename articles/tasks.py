"""Work in the background. Each task may run twice, or twice at once, and does the work once."""

import logging

import psycopg
from celery import shared_task
from django.conf import settings
from django.utils import timezone
from kombu.exceptions import OperationalError

from articles.cycles import AlreadyRunning, run_cycle
from articles.duplicates import settle, unsettled
from articles.links import look_again

SETTLED_A_ROUND = 200
log = logging.getLogger(__name__)


@shared_task(acks_late=True)
def fetch_due() -> int:
    """Look at the feeds that are due and visit pages that wait; return how many of both.

    The rows in the database are the queue: what a lost message or a killed worker left is found
    by the next tick.
    """
    try:
        cycle = run_cycle(now=timezone.now())
    except AlreadyRunning:
        log.info("Another worker is looking at the feeds")
        return 0
    return len(cycle.looks) + len(cycle.outcomes)


def wake() -> None:
    """Tell a worker that feeds or pages are due; without a broker the next tick finds them."""
    try:
        fetch_due.delay()
    except (OperationalError, psycopg.Error):  # The embedded broker lives in PostgreSQL.
        log.warning("The broker does not answer; feeds wait for the next tick")


@shared_task(acks_late=True)
def settle_articles() -> int:
    """Look for the copies of articles that were not compared yet; return how many there were."""
    waiting = list(unsettled().only("pk")[:SETTLED_A_ROUND])
    for article in waiting:
        try:
            settle(article=article)
        except Exception:  # Whatever it was, the next article is not to blame.
            log.exception("Article %s", article.pk)
    return len(waiting)


@shared_task(acks_late=True)
def look_at_links() -> int:
    """Look again at some addresses of articles, and return at how many; dead ones are marked."""
    return len(look_again(at=timezone.now(), most=settings.LINKS_A_ROUND))
