"""The ledger of claims: who said what about which pole, and what became of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from balance.models import Claim, Evidence, Focus, Pole


@dataclass(frozen=True)
class ClaimQuestion:
    """What a reader of the ledger asks for; empty is all."""

    pole: str = ""
    kind: str = ""
    status: str = ""
    words: str = ""


def claims_found(asked: ClaimQuestion) -> QuerySet[Claim]:
    """Return the claims that stand and fit, newest first, with all that a list shows."""
    claims = Claim.objects.standing()
    if asked.pole:
        claims = claims.about(asked.pole)
    if asked.kind:
        claims = claims.filter(kind=asked.kind)
    if asked.status:
        claims = claims.filter(status=asked.status)
    if asked.words:
        claims = claims.search(asked.words)
    return _with_parts(claims).order_by("-start", "-id")


def claim_record(key: int) -> Claim:
    """Return a claim with all that its page shows.

    Raises:
        Claim.DoesNotExist: if there is none, or an editor took it back.
    """
    return _with_parts(Claim.objects.standing()).get(pk=key)


def newest_claims(*, focus: Focus, pole: str, most: int) -> Sequence[Claim]:
    """Return the newest claims about the focus, or those of them about its pole."""
    return list(claims_found(ClaimQuestion(pole=pole)).filter(focus=focus)[:most])


def tally(claims: QuerySet[Claim]) -> tuple[Counter[str], Counter[str]]:
    """Return how many of the claims are of each kind, and of each status."""
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    plain = claims.order_by().values("kind", "status").annotate(number=Count("pk", distinct=True))
    for row in plain:
        kinds[row["kind"]] += row["number"]
        statuses[row["status"]] += row["number"]
    return kinds, statuses


def _with_parts(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    poles = Pole.objects.order_by("position", "code")
    evidence = Evidence.objects.select_related("article__outlet").order_by("-stance", "id")
    return claims.select_related("focus__actor", "speaker").prefetch_related(
        Prefetch("poles", poles), Prefetch("evidence", evidence)
    )
