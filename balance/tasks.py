"""Work in the background. Each task may run twice, or twice at once, and does the work once."""

import logging

from celery import shared_task

from balance.operations.heartbeats import beat
from balance.operations.series import refresh_dirty
from balance.operations.series import verify_series as verify

log = logging.getLogger(__name__)


@shared_task(acks_late=True)
def sweep() -> int:
    """Refresh the series that no reader asked for yet, and return for how many foci.

    The marks in the database are the queue: whatever a lost message left is found here.
    """
    refreshed = refresh_dirty()
    beat(name="sweep")
    return refreshed


@shared_task(acks_late=True)
def verify_series() -> list[str]:
    """Recompute every series, and leave the differences where the desk shows them."""
    differences = verify()
    for difference in differences:
        log.error("Series differ: %s", difference)
    beat(name="verify_series", found=differences)
    return differences
