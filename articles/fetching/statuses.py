"""Answers that are no page: what they say, and when to ask again."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from django.utils.translation import gettext as _

from articles.fetching.addresses import Refused
from articles.fetching.fetch import Fetched

GONE = (404, 410, 451)


class NotNow(Refused):
    """The server answered, but not with the page; `after` is when it says to come back."""

    def __init__(self, status: int, *, after: timedelta | None) -> None:
        text = _("The server answered with status %(status)d.")
        super().__init__(text % {"status": status}, is_final=status in GONE)
        self.after = after


def refuse_errors(fetched: Fetched, *, now: datetime) -> None:
    """Raise NotNow where the status is no success."""
    if not 200 <= fetched.status < 300:
        after = _retry_after(fetched.headers.get("retry-after", ""), now)
        raise NotNow(fetched.status, after=after)


def _retry_after(written: str, now: datetime) -> timedelta | None:
    """Return how long the server wants to be left alone: it says seconds, or a date."""
    if written.isascii() and written.isdigit():
        return timedelta(seconds=int(written[:8]))
    try:
        until = parsedate_to_datetime(written)
    except ValueError:
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(aware - now, timedelta(0))
