"""When each row of the demonstration counts as written down."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from django.db import models

from articles.models import Article, Outlet
from balance.models import (
    Actor,
    Alias,
    Annotation,
    Claim,
    ClaimPole,
    Dashboard,
    Event,
    Evidence,
    Focus,
    Indicator,
    Observation,
    Panel,
    Participant,
    Pole,
    PoleMembership,
    Scheme,
    Tie,
)
from balance.models.spans import period_end
from balance.operations.recording import record_as_of

FIRST = datetime(2010, 1, 1, tzinfo=UTC)
AT_FIRST: tuple[type[models.Model], ...] = (
    Scheme,
    Pole,
    Actor,
    Alias,
    Focus,
    PoleMembership,
    Tie,
    Indicator,
    Outlet,
    Dashboard,
    Panel,
)

Times = dict[int, datetime]


def move_recorded_times() -> None:
    """Give every row of the demonstration its place in recorded time."""
    published = _published()
    events = _events(published)
    records: dict[str, Times] = {
        "event": events,
        "tie": dict.fromkeys(_ids(Tie), FIRST),
        "claim": {claim.pk: _end_of(claim.end) for claim in Claim.objects.all()},
        "observation": {
            figure.pk: _end_of(figure.valid.upper) for figure in Observation.objects.all()
        },
    }
    cited = {evidence.pk: _cited(evidence, records) for evidence in Evidence.objects.all()}
    for model in AT_FIRST:
        record_as_of(model=model, times=dict.fromkeys(_ids(model), FIRST))
    for model, times in (
        (Event, events),
        (Participant, _with_their(Participant, "event_id", events)),
        (Annotation, _with_their(Annotation, "event_id", events)),
        (Claim, records["claim"]),
        (ClaimPole, _with_their(ClaimPole, "claim_id", records["claim"])),
        (Observation, records["observation"]),
        (Article, _articles(published, cited)),
        (Evidence, _evidence(published, cited)),
    ):
        record_as_of(model=model, times=times)


def _end_of(out: date) -> datetime:
    """Return the last second before the first day out, in UTC."""
    return datetime.combine(out - timedelta(days=1), time(23, 59, 59), tzinfo=UTC)


def _published() -> Times:
    """Return the end of the day, month or year in which each dated article came out."""
    return {
        article.pk: _end_of(period_end(article.published_on, article.published_precision))
        for article in Article.objects.exclude(published_on=None)
        if article.published_on
    }


def _events(published: Mapping[int, datetime]) -> Times:
    """Return the time of each event's first article, or else of the event's last day."""
    first: dict[int, int] = {}
    for event, article in Evidence.objects.exclude(event=None).values_list("event", "article"):
        first.setdefault(event, article)
    return {
        event: published.get(first.get(event, 0), _end_of(end))
        for event, end in Event.objects.values_list("id", "end")
    }


def _cited(evidence: Evidence, records: Mapping[str, Times]) -> tuple[int, datetime]:
    """Return the article of the evidence, and the time of the record that it is about."""
    for field, times in records.items():
        if record := getattr(evidence, f"{field}_id"):
            return evidence.article_id, times[record]
    raise AssertionError("evidence is about exactly one record")


def _articles(published: Times, cited: Mapping[int, tuple[int, datetime]]) -> Times:
    """Return when each article came out, or, where nobody knows, when it was first cited."""
    times: Times = {}
    for article, at in cited.values():
        times[article] = min(times.get(article, at), at)
    return times | published


def _evidence(published: Times, cited: Mapping[int, tuple[int, datetime]]) -> Times:
    """Return the time from which both the record and its article are there."""
    return {pk: max(at, published.get(article, at)) for pk, (article, at) in cited.items()}


def _with_their(model: type[models.Model], column: str, times: Times) -> Times:
    return {pk: times[owner] for pk, owner in model._default_manager.values_list("pk", column)}


def _ids(model: type[models.Model]) -> Iterable[int]:
    return model._default_manager.values_list("pk", flat=True)
