"""Who takes which proposal."""

from typing import Any

from django.db.models import QuerySet

from balance.models import Proposal


def assign(*, proposals: QuerySet[Proposal], to: Any) -> int:
    """Give the proposals that wait to a user, or (None) back to all; return how many changed."""
    waiting = Proposal.objects.waiting().filter(pk__in=proposals.order_by().values("pk"))
    return waiting.exclude(assigned_to=to).update(assigned_to=to) if to else _free(waiting)


def _free(waiting: QuerySet[Proposal]) -> int:
    return waiting.exclude(assigned_to=None).update(assigned_to=None)
