"""What runs by the clock, by cadence; rows of django-celery-beat are made from it."""

from dataclasses import dataclass

from celery.schedules import crontab
from django_celery_beat.models import CrontabSchedule, PeriodicTask

# Rows with this description are ours to renew or remove; an operator's own rows are not.
OURS = "From config/schedule.py"


@dataclass(frozen=True)
class Entry:
    """A task and when it is due. UTC."""

    name: str
    task: str
    when: crontab


EVERY_MINUTE = [
    Entry("Wake work that waits", "balance.tasks.sweep", crontab()),
    Entry("Look at the feeds that are due", "articles.tasks.fetch_due", crontab()),
    Entry("Look for copies of articles", "articles.tasks.settle_articles", crontab()),
    Entry("Read articles for proposals", "balance.tasks.read_articles", crontab()),
]
HOURLY = [
    Entry("Look at addresses again", "articles.tasks.look_at_links", crontab("35")),
]
NIGHTLY = [
    Entry("Recompute and compare every series", "balance.tasks.verify_series", crontab("20", "2")),
    Entry("Learn from decisions", "balance.tasks.learn_ranking", crontab("50", "2")),
]
SCHEDULE = [*EVERY_MINUTE, *HOURLY, *NIGHTLY]


def sync() -> None:
    """Make the rows equal to SCHEDULE; whether one is enabled stays the operator's choice."""
    for entry in SCHEDULE:
        when = CrontabSchedule.from_schedule(entry.when)
        if when.pk is None:
            when.save()
        PeriodicTask.objects.update_or_create(
            name=entry.name,
            defaults={"task": entry.task, "crontab": when, "description": OURS},
        )
    kept = [entry.name for entry in SCHEDULE]
    PeriodicTask.objects.filter(description=OURS).exclude(name__in=kept).delete()
