"""Reading articles for proposals. The rows are the queue: a killed worker repeats harmlessly."""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from articles.models import Article
from balance.coding.proposing import Proposed
from balance.models import (
    Actor,
    CameoCode,
    EventType,
    Focus,
    Proposal,
    ProposalParticipant,
    Reading,
    Role,
)
from balance.models.spans import FIRST_DAY, LAST_DAY
from balance.operations.ranking import Ranker, ranker
from balance.queries.proposals import proposed_in

log = logging.getLogger(__name__)
State = Reading.State
DIED = "The worker ended while it read this article."
ROLES = {
    Role.INITIATOR: "initiators",
    Role.RECIPIENT: "recipients",
    Role.HOST: "hosts",
    Role.WITNESS: "witnesses",
    Role.MEDIATOR: "mediators",
}


def waiting_articles() -> list[int]:
    """Return the articles to read: new ones, changed ones, and those that failed, in turn.

    Copies of another article are left out, and so is what five attempts could not read.
    """
    changed = Q(reading=None) | Q(updated_at__gt=F("reading__seen_at"))
    failed = Q(reading__state=State.WAITING)
    rows = Article.objects.filter(changed | failed, duplicate_of=None).exclude(text="")
    return list(
        rows.order_by(F("reading__attempts").asc(nulls_first=True), "pk").values_list(
            "pk", flat=True
        )
    )


def propose_from(*, article: int, at: datetime) -> int | None:
    """Read an article; return how many proposals it has now, or None where it cannot be read.

    What was decided on stays; what waits and is no longer found goes. An article that is read as
    it stands costs a look. A failure is noted on the reading: after five it is quarantined, until
    the text changes or an editor lets it be read again.
    """
    if not _begin(article):
        reading = Reading.objects.filter(article=article, state=State.READ).first()
        return reading.found if reading else None
    try:
        return _read(article, at)
    except Exception as error:  # Whatever it was, the next article must not wait for this one.
        log.exception("Article %s", article)
        _fail(article, repr(error))
        return None


def read_again(*, readings: Iterable[Reading]) -> int:
    """Let the articles be read anew, quarantined ones too; return how many will be."""
    keys = [reading.pk for reading in readings]
    fresh: dict[str, Any] = {"state": State.WAITING, "attempts": 0, "error": "", "text_hash": ""}
    return Reading.objects.filter(pk__in=keys).update(**fresh)


@transaction.atomic
def _begin(key: int) -> bool:
    """Note an attempt where one is due; it counts even if the worker is killed in it."""
    article = Article.objects.filter(pk=key).exclude(text="").first()
    if article is None:
        return False
    Reading.objects.bulk_create([Reading(article=article)], ignore_conflicts=True)
    reading = Reading.objects.select_for_update().get(article=article)
    digest = _digest(article)
    if reading.text_hash != digest:
        reading.state, reading.attempts, reading.error = State.WAITING, 0, ""
    reading.text_hash, reading.seen_at = digest, article.updated_at
    is_due = reading.state == State.WAITING
    if is_due and reading.attempts >= Reading.MOST_ATTEMPTS:
        is_due, reading.state, reading.error = False, State.QUARANTINED, reading.error or DIED
    reading.attempts += is_due
    reading.save()
    return is_due


@transaction.atomic
def _read(key: int, at: datetime) -> int:
    reading = Reading.objects.select_for_update().select_related("article").get(article=key)
    if reading.state == State.READ:  # By another worker, while this one waited for the row.
        return reading.found
    article = reading.article
    found = proposed_in(article.text, published_on=article.published_on)
    reading.found = _store(article, {_key(one): one for one in found if _is_of_our_time(one)})
    reading.state, reading.read_at, reading.error = State.READ, at, ""
    reading.attempts = 0
    reading.save()
    return reading.found


@transaction.atomic
def _fail(key: int, error: str) -> None:
    reading = Reading.objects.select_for_update().get(article=key)
    reading.error = error.replace("\0", "")[:2_000]
    if reading.attempts >= Reading.MOST_ATTEMPTS:
        reading.state = State.QUARANTINED
    reading.save()


def _store(article: Article, found: dict[str, Proposed]) -> int:
    """Let the article have these proposals, beside those that were decided on."""
    rows = Proposal.objects.select_for_update().filter(article=article)
    known = {row.key: row for row in rows}
    gone = [row.pk for name, row in known.items() if name not in found]
    rows.waiting().filter(pk__in=gone, decisions=None).delete()
    names = _Names()
    for name, one in found.items():
        row = known.get(name) or Proposal(article=article, key=name)
        if row.state == Proposal.State.WAITING:
            _fill(row, one, names)
    return len(found)


class _Names:
    """The rows that proposals refer to, by code, read once for an article."""

    def __init__(self) -> None:
        self.actors = dict(Actor.objects.values_list("code", "pk"))
        self.types = dict(EventType.objects.values_list("code", "pk"))
        self.cameo = dict(CameoCode.objects.values_list("code", "pk"))
        self.foci = set(Focus.objects.values_list("actor__code", flat=True))
        self.ranker: Ranker = ranker()


def _fill(row: Proposal, one: Proposed, names: _Names) -> None:
    row.kind, row.sentence, row.title = one.kind, one.sentence, one.title[:300]
    row.sentence_start, row.sentence_end = one.start, one.end
    row.marks = [
        {"start": mark.start, "end": mark.end, "role": mark.role, "code": mark.code}
        for mark in one.marks
    ]
    row.start, row.end, row.precision = one.date, one.span_end, one.precision
    row.anchor, row.speaker = one.anchor[:200], one.speaker[:200]
    row.event_type_id = names.types[one.event_type] if one.event_type else None
    row.cameo_code_id = names.cameo.get(one.cameo_code)
    row.dimension, row.tier = one.dimension, one.tier
    row.polarity, row.modality, row.claim_kind = one.polarity, one.modality, one.claim_kind
    about = {mark.code for mark in one.marks} | {code for _role, code in _parties(one)}
    row.score = one.score
    row.features = {**one.features, "names_a_focus": float(bool(about & names.foci))}
    row.rank = names.ranker.rank(score=row.score, features=row.features)
    row.save()
    row.participants.all().delete()
    ProposalParticipant.objects.bulk_create(
        ProposalParticipant(proposal=row, actor_id=names.actors[code], role=role)
        for role, code in _parties(one)
        if code in names.actors
    )


def _parties(one: Proposed) -> Iterator[tuple[Role, str]]:
    for role, name in ROLES.items():
        for code in dict.fromkeys(getattr(one, name)):
            yield role, code


def _is_of_our_time(one: Proposed) -> bool:
    return one.date >= FIRST_DAY and one.span_end <= LAST_DAY


def _key(one: Proposed) -> str:
    parts = (one.kind, one.sentence, one.event_type, one.claim_kind, sorted(_parties(one)))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _digest(article: Article) -> str:
    return hashlib.sha256(f"{article.published_on}\n{article.text}".encode()).hexdigest()
