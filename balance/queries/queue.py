"""The queue of proposals: where an editor stands in it, how it fares, what waits at the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Aggregate, Count, DurationField, F, Q, QuerySet

from balance.models import Actor, Decision, Proposal, Ranking

LATELY = timedelta(days=30)
IN_ORDER = ("-rank", "id")


@dataclass(frozen=True, slots=True)
class Place:
    """A proposal's number in the queue, and the keys of its neighbours; 0 is not in it."""

    number: int
    count: int
    previous: int | None
    following: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """How editors decided lately, and how far the order was learnt from them.

    `accepted` is a share, None without a decision; `usual` is the median time of one, in which
    decisions in bulk have no part.
    """

    decisions: int
    accepted: float | None
    usual: timedelta | None
    ranking: Ranking | None
    learnt_from: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many proposals wait for somebody, and how many of them for this editor."""

    proposals: int
    own: int


class Median(Aggregate):
    """The middle of durations; what has none is left out."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def after(queue: QuerySet[Proposal], proposal: Proposal) -> QuerySet[Proposal]:
    """Keep what comes after the proposal, in the queue's order."""
    rank, key = proposal.rank, proposal.pk
    return queue.filter(Q(rank__lt=rank) | Q(rank=rank, pk__gt=key)).order_by(*IN_ORDER)


def before(queue: QuerySet[Proposal], proposal: Proposal) -> QuerySet[Proposal]:
    """Keep what comes before the proposal, the nearest first."""
    rank, key = proposal.rank, proposal.pk
    earlier = queue.filter(Q(rank__gt=rank) | Q(rank=rank, pk__lt=key))
    return earlier.order_by("rank", "-id")


def next_key(queue: QuerySet[Proposal], proposal: Proposal | None = None) -> int | None:
    """Return the key of what comes next: after the last one, the first that waits."""
    if proposal and (key := after(queue, proposal).values_list("pk", flat=True).first()):
        return key
    others = queue.exclude(pk=proposal.pk) if proposal else queue
    return others.order_by(*IN_ORDER).values_list("pk", flat=True).first()


def place(queue: QuerySet[Proposal], proposal: Proposal) -> Place:
    """Return where the proposal stands in the queue, or would stand if it is not in it."""
    earlier = before(queue, proposal)
    following = after(queue, proposal).values_list("pk", flat=True).first()
    count = queue.order_by().count()
    number = earlier.order_by().count() + 1 if proposal.state == Proposal.State.WAITING else 0
    return Place(number, count, earlier.values_list("pk", flat=True).first(), following)


def figures(*, now: datetime) -> Figures:
    """Return how the last month's decisions went; what was undone is left out."""
    standing = Decision.objects.exclude(outcome=Decision.Outcome.UNDONE).filter(undone_by=None)
    taken = F("decided_at") - F("opened_at")
    lately: dict[str, Any] = standing.filter(decided_at__gt=now - LATELY).aggregate(
        all=Count("pk"),
        rejected=Count("pk", filter=Q(outcome=Decision.Outcome.REJECTED)),
        usual=Median(taken),
    )
    count = lately["all"]
    return Figures(
        decisions=count,
        accepted=1 - lately["rejected"] / count if count else None,
        usual=lately["usual"],
        ranking=Ranking.objects.defer("weights").first(),
        learnt_from=standing.count(),
    )


def last_decision(user: int, *, since: datetime) -> Decision | None:
    """Return the editor's last decision since then, unless it was taken back."""
    own = Decision.objects.filter(by=user, decided_at__gte=since)
    last = own.select_related("proposal", "event", "claim").order_by("-decided_at", "-id").first()
    stands = last and last.outcome != Decision.Outcome.UNDONE and last.proposal.decision_id
    return last if last and stands == last.pk else None


def waiting(*, user: int | None) -> Waiting:
    """Return how many proposals wait, in one query."""
    counts = Proposal.objects.waiting().aggregate(
        all=Count("pk"), own=Count("pk", filter=Q(assigned_to=user))
    )
    return Waiting(counts["all"], counts["own"])


def proposal(key: int) -> Proposal | None:
    """Return a proposal with all that its page names, or None where there is none."""
    whole = ("article__outlet", "event_type", "cameo_code", "assigned_to", "event", "claim")
    found = Proposal.objects.select_related(*whole, "decision__by").defer("article__search")
    return found.filter(pk=key).first()


def of_article(proposal: Proposal) -> list[Proposal]:
    """Return all proposals of the article, this one too, in the order of the text."""
    rows = Proposal.objects.filter(article=proposal.article_id).defer("features")
    return list(rows.order_by("sentence_start", "-rank", "id"))


def names_in(proposals: Iterable[Proposal]) -> dict[str, str]:
    """Return the names of the actors that the proposals' marks have, by code."""
    codes = {mark["code"] for row in proposals for mark in row.marks if mark.get("code")}
    return {actor.code: str(actor) for actor in Actor.objects.filter(code__in=codes)}
