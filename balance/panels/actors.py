"""An actor's memberships, ties and events in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.models import Actor, DatePrecision, Ladder, Tie, translated
from balance.panels.ties import when
from balance.panels.wording import percent
from balance.queries.events import Tally

MOST_LABELS = 9  # Of years, that fit under the bars on a phone.


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
    held = since(valid, DatePrecision.DAY, DatePrecision.DAY) if is_dated else ""
    part = _("%(part)s of its weight") % {"part": percent(weight)} if weight < 1 else ""
    return ", ".join(words for words in (part, held) if words)


def since(valid: DateRange, start_precision: str, end_precision: str) -> str:
    """Write a span with open ends as ties are written, each end as precisely as it is known."""
    return when(
        {
            "start": valid.lower and valid.lower.isoformat(),
            "start_precision": start_precision,
            "end": valid.upper and valid.upper.isoformat(),
            "end_precision": end_precision,
        }
    )


@dataclass(frozen=True)
class YearBar:
    """The events of a year: where its bar stands, and how wide and high it is, in per cent."""

    year: int
    events: int
    at: float
    width: float
    height: float
    label: str
    url: str

    @property
    def top(self) -> float:
        """How far from the top it begins."""
        return 100 - self.height


def year_bars(by_year: Mapping[int, int], code: str) -> list[YearBar]:
    """Return a bar for each year from the first to the last that has any event."""
    if not by_year:
        return []
    years = range(min(by_year), max(by_year) + 1)
    width, most = 100 / len(years), max(by_year.values())
    every = -(-len(years) // MOST_LABELS)
    return [
        YearBar(
            year=year,
            events=by_year.get(year, 0),
            at=width * number,
            width=width,
            height=100 * by_year.get(year, 0) / most,
            label="" if (years[-1] - year) % every else str(year),
            url=f"{reverse('events')}?actor={quote(code)}&start={year}&end={year + 1}",
        )
        for number, year in enumerate(years)
    ]


def actor_headline(name: str, own: Tally, everything: Tally) -> str:
    """Say in how many of all events an actor took part."""
    if not own.events:
        return _("%(actor)s took part in no confirmed event") % {"actor": name}
    words = {"actor": name, "number": own.events, "all": everything.events}
    return _("%(actor)s took part in %(number)s of the %(all)s events on record") % words


def part_of_poles(own: Tally, everything: Tally, poles: Mapping[str, str]) -> list[str]:
    """Say of each pole that it stands for how many of the pole's events it took part in."""
    return [
        ngettext(
            "It took part in %(number)s of the %(all)s event with %(pole)s (%(part)s).",
            "It took part in %(number)s of the %(all)s events with %(pole)s (%(part)s).",
            everything.poles[code],
        )
        % {
            "number": own.poles[code],
            "all": everything.poles[code],
            "pole": name,
            "part": percent(own.poles[code] / everything.poles[code]),
        }
        for code, name in poles.items()
        if everything.poles.get(code)
    ]


def _what(tie: Tie) -> str:
    """Name the rung, and what the tie is called where that says more."""
    rung, called = str(tie.kind), translated((tie.label or tie.about).replace("_", " "))
    if not called or called == rung:
        return rung
    return called if tie.kind.ladder == Ladder.OTHER else f"{rung} ({called})"


def _precisions(tie: Tie) -> tuple[str, str]:
    return tie.start_precision, tie.end_precision
