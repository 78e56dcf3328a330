"""An actor's memberships and ties in words."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from balance.models import Actor, DatePrecision, Ladder, Tie
from balance.panels.wording import day, of_month, percent


@dataclass(frozen=True)
class TieLine:
    """A tie as the page of one of its two actors shows it."""

    other: Actor
    what: str
    when: str


def tie_line(tie: Tie, actor: Actor) -> TieLine:
    """Return the tie, seen from one of its actors."""
    other = tie.actor_b if tie.actor_a_id == actor.pk else tie.actor_a
    return TieLine(other=other, what=_what(tie), when=since(tie.valid, *_precisions(tie)))


def membership_words(weight: float, valid: DateRange) -> str:
    """Say since when, and with how much of its weight, an actor stands in a pole."""
    is_dated = valid.lower or valid.upper
    when = since(valid, DatePrecision.DAY, DatePrecision.DAY) if is_dated else ""
    part = _("%(part)s of its weight") % {"part": percent(weight)} if weight < 1 else ""
    return ", ".join(words for words in (part, when) if words)


def since(valid: DateRange, start_precision: str, end_precision: str) -> str:
    """Write a span with open ends, each end as precisely as it is known."""
    # After a preposition: of a month the genitive, where there is one.
    start = _written(valid.lower, start_precision)
    end = _written(valid.upper and valid.upper - timedelta(days=1), end_precision)
    if start and end:
        return _("%(start)s to %(end)s") % {"start": start, "end": end}
    if start:
        return _("since %(start)s") % {"start": start}
    return _("until %(end)s") % {"end": end} if end else _("dates not stated")


def _what(tie: Tie) -> str:
    """Name the rung, and what the tie is called where that says more."""
    rung, called = str(tie.kind), (tie.label or tie.about).replace("_", " ")
    if not called or called == rung:
        return rung
    return called if tie.kind.ladder == Ladder.OTHER else f"{rung} ({called})"


def _precisions(tie: Tie) -> tuple[str, str]:
    return tie.start_precision, tie.end_precision


def _written(on: date | None, precision: str) -> str:
    if on is None:
        return ""
    if precision == DatePrecision.YEAR:
        return str(on.year)
    return of_month(on) if precision == DatePrecision.MONTH else day(on)
