"""What an editor finds on the desk: what waits, what changed lately, what failed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from articles.edits import Edit, latest_edits
from articles.models import Article, FeedHealth, Outlet
from balance.models import (
    Actor,
    Claim,
    Dashboard,
    DirtySeries,
    Event,
    Heartbeat,
    Job,
    Methodology,
    Note,
    Observation,
    PoleMembership,
    Reading,
    Report,
    Run,
    Tie,
)
from balance.queries import queue

MOST_WAITING, MOST_CHANGED = 8, 12
TOLD = (
    Event,
    Actor,
    PoleMembership,
    Tie,
    Claim,
    Observation,
    Dashboard,
    Methodology,
    Article,
    Outlet,
)
# What each part does, and how long after its last beat it is late: config/schedule.py says how
# often it runs.
PARTS = {
    "sweep": (_("The sweep of waiting work"), timedelta(minutes=5)),
    "read_articles": (_("The reading of articles for proposals"), timedelta(minutes=15)),
    "verify_series": (_("The nightly check of all series"), timedelta(hours=26)),
}


@dataclass(frozen=True)
class Pulse:
    """A part of the system that says it is alive; `beaten_at` is empty when it never did."""

    name: str
    beaten_at: datetime | None
    is_late: bool
    found: str


@dataclass(frozen=True)
class Desk:
    """Lists are cut to what a desk has room for; counts are whole."""

    proposals: int
    own_proposals: int
    waiting: list[Event]
    waiting_count: int
    reports: int
    notes: int
    jobs_to_confirm: int
    edits: list[Edit]
    dirty_years: int
    dirty_changes: int
    pulses: list[Pulse]
    failed_runs: int
    failed_jobs: int
    quarantined: int
    failing_feeds: int

    @property
    def is_clear(self) -> bool:
        """Whether nothing waits for an editor."""
        counts = (self.proposals, self.waiting_count, self.reports, self.notes)
        return not any((*counts, self.jobs_to_confirm))

    @property
    def is_well(self) -> bool:
        """Whether every part is alive and found nothing wrong, and no work was given up."""
        given_up = (self.failed_runs, self.failed_jobs, self.quarantined, self.failing_feeds)
        return not any(given_up) and not any(p.is_late or p.found for p in self.pulses)


def desk(*, now: datetime, user: int | None = None) -> Desk:
    """Return the desk as it is now, in a bounded number of queries."""
    waiting = Event.objects.filter(status=Event.Status.PROPOSED)
    dirt = DirtySeries.objects.aggregate(years=Count("pk"), changes=Sum("seq", default=0))
    queued = queue.waiting(user=user)
    return Desk(
        proposals=queued.proposals,
        own_proposals=queued.own,
        waiting=list(waiting.defer("search").order_by("-created_at", "-pk")[:MOST_WAITING]),
        waiting_count=waiting.count(),
        reports=Report.objects.waiting().count(),
        notes=Note.objects.unresolved().count(),
        jobs_to_confirm=Job.objects.filter(state=Job.State.PREVIEWED).count(),
        edits=latest_edits(TOLD, most=MOST_CHANGED),
        dirty_years=dirt["years"],
        dirty_changes=dirt["changes"],
        pulses=_pulses(now),
        failed_runs=Run.objects.filter(state=Run.State.FAILED).count(),
        failed_jobs=Job.objects.failed().count(),
        quarantined=Reading.objects.quarantined().count(),
        failing_feeds=FeedHealth.objects.failing().count(),
    )


def _pulses(now: datetime) -> list[Pulse]:
    beats = {beat.name: beat for beat in Heartbeat.objects.all()}
    pulses = []
    for name in sorted({*PARTS, *beats}):
        what, late_after = PARTS.get(name, (name, None))
        beat = beats.get(name)
        at = beat.beaten_at if beat else None
        is_late = late_after is not None and (at is None or now - at > late_after)
        pulses.append(Pulse(str(what), at, is_late, beat.found if beat else ""))
    return pulses
