"""What the numbers rest on: events, articles, outlets and their countries, pole by pole."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from balance.compute.daily import whole_years
from balance.compute.impacts import Impacts
from balance.compute.levels import MEMORY
from balance.compute.periods import periods
from balance.compute.robustness import cooperation_by_event
from balance.compute.world import OTHER
from balance.models import Actor
from balance.queries.balance import Setting, points
from balance.queries.outlets import Support, SupportingOutlets

# What makes the evidence of a pole lopsided; docs/methodology.md gives the reasons.
FEW_ARTICLES = 5
MOST_FROM_ONE_OUTLET = 0.5
MOST_FROM_ONE_EVENT = 0.5
MOST_WITHOUT_SOURCE = 0.25


def name_countries(rows: list[dict[str, Any]]) -> None:
    """Say beside each country's code what it is called; where no actor has it, the code."""
    codes = {row["country"] for row in rows if row["country"]}
    names = {actor.code: str(actor) for actor in Actor.objects.filter(code__in=codes)}
    for row in rows:
        row["country_name"] = names.get(row["country"], row["country"])


@dataclass(frozen=True)
class Coverage:
    """The events that count in a setting on a day, and the articles that support them."""

    setting: Setting
    found: Impacts
    outlets: SupportingOutlets
    on: date

    @cached_property
    def supports(self) -> Mapping[int, list[Support]]:
        """The articles that support each event."""
        return self.outlets.by_event()

    @cached_property
    def codes(self) -> list[str]:
        """The poles' codes in their order, and OTHER's."""
        return [*(pole.code for pole in self.setting.poles), OTHER]

    @cached_property
    def today(self) -> dict[str, dict[int, float]]:
        """Each pole's part of each event that is counted beside the stock of the day."""
        memory = MEMORY * self.setting.half_life
        return self.parts(self.on.toordinal() - memory, self.on.toordinal() + 1)

    def parts(self, start: float, end: int) -> dict[str, dict[int, float]]:
        """Return each pole's part of each event with d1 < end and d2 > start, as ordinals."""
        counts, counted = self.found.counts, np.asarray(self.setting.counted, dtype=bool)
        kept = (counts.begun < end) & (counts.ended > start) & counted[counts.dimension]
        found: dict[str, dict[int, float]] = {code: {} for code in self.codes}
        rows = zip(counts.event[kept], counts.pole[kept], counts.share[kept], strict=True)
        for event, at, share in ((int(e), int(p), float(s)) for e, p, s in rows):
            of_pole = found[self.codes[at]]
            of_pole[event] = of_pole.get(event, 0.0) + share
        return found

    def articles(self, events: Iterable[int]) -> set[int]:
        """Return the articles that support any of the events."""
        return {one.article for event in events for one in self.supports.get(event, ())}

    def point(self) -> dict[str, Any]:
        """Return the numbers of the day, as the balance answers them."""
        daily = whole_years(self.found, len(self.setting.poles))
        day = np.array([self.on.toordinal()])
        (one,) = points(self.setting, daily, day, day + 1)
        return one

    def evidence(self) -> dict[str, dict[str, Any]]:
        """Return what each pole's numbers rest on, and what is lopsided about it."""
        largest = self._largest_events()
        return {code: self._evidence(code, largest.get(code)) for code in self.codes}

    def _evidence(self, code: str, largest: tuple[int, float] | None) -> dict[str, Any]:
        parts = self.today[code]
        number = _number(parts)
        alone = self._alone(parts)
        outlet = max(alone, key=lambda name: (alone[name], name), default=None)
        outlets = {one.outlet for event in parts for one in self.supports.get(event, ())}
        unsourced = sum(part for event, part in parts.items() if not self.supports.get(event))
        row = {
            "events": number,
            "articles": len(self.articles(parts)),
            "outlets": len(outlets),
            "unsourced": _part(unsourced, number),
            "outlet": outlet,
            "outlet_alone": _part(alone[outlet], number) if outlet else None,
            "event": largest and largest[0],
            "event_part": largest and largest[1],
        }
        return row | {"warnings": list(warnings(row)) if code != OTHER else []}

    def _alone(self, parts: Mapping[int, float]) -> dict[str, float]:
        """Return how many of the events rest on each outlet alone."""
        alone: dict[str, float] = defaultdict(float)
        for event, part in parts.items():
            outlets = {one.outlet for one in self.supports.get(event, ())}
            if len(outlets) == 1:
                alone[outlets.pop()] += part
        return alone

    def _largest_events(self) -> dict[str, tuple[int, float]]:
        """Return the event that brings most to each pole's cooperation, and its part of it."""
        setting = self.setting
        events, points = cooperation_by_event(
            self.found,
            len(setting.poles),
            self.on.toordinal(),
            setting.half_life,
            setting.weights,
        )
        return {
            pole.code: (int(events[row.argmax()]), float(row.max() / row.sum()))
            for pole, row in zip(setting.poles, points.T, strict=True)
            if row.sum() > 0
        }

    def by_year(self) -> Iterator[dict[str, Any]]:
        """Yield the events and articles of each year since the first event."""
        begun = self.found.counts.begun
        if not begun.size:
            return
        first = date(date.fromordinal(int(begun.min())).year, 1, 1)
        last = date.fromordinal(max(self.on.toordinal(), first.toordinal()) + 1)
        for start, end in zip(
            *(ends.tolist() for ends in periods(first, last, "year")), strict=True
        ):
            yield {
                "start": date.fromordinal(start).isoformat(),
                "end": date.fromordinal(end).isoformat(),
                "poles": {
                    code: {"events": _number(parts), "articles": len(self.articles(parts))}
                    for code, parts in self.parts(start, end).items()
                },
            }

    def by_outlet(self) -> list[dict[str, Any]]:
        """Return each outlet with the events that it reports, and those it alone reports."""
        found: dict[str, dict[str, Any]] = {}
        for code, parts in self.today.items():
            alone = self._alone(parts)
            for event, part in parts.items():
                for one in {s.outlet: s for s in self.supports.get(event, ())}.values():
                    row = found.setdefault(one.outlet, self._outlet(one))
                    row["poles"][code] += part
                    row["events"] += part
            for name, number in alone.items():
                found[name]["alone"] += number
        return sorted(found.values(), key=lambda row: (-row["events"], row["outlet"]))

    def _outlet(self, one: Support) -> dict[str, Any]:
        return {
            "outlet": one.outlet,
            "country": one.country,
            "events": 0.0,
            "alone": 0.0,
            "poles": dict.fromkeys(self.codes, 0.0),
        }

    def by_country(self) -> list[dict[str, Any]]:
        """Return how many of the articles come from outlets of each country; None: not stated."""
        events = {event for parts in self.today.values() for event in parts}
        articles = {
            one.article: one.country for event in events for one in self.supports.get(event, ())
        }
        return [
            {"country": country, "articles": number, "part": number / len(articles)}
            for country, number in Counter(articles.values()).most_common()
        ]


def warnings(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is lopsided about the evidence of a pole, of which anything is on record."""
    if not row["events"]:
        return
    if row["articles"] < FEW_ARTICLES:
        yield "few_articles"
    if (row["outlet_alone"] or 0) > MOST_FROM_ONE_OUTLET:
        yield "one_outlet"
    if (row["event_part"] or 0) > MOST_FROM_ONE_EVENT:
        yield "one_event"
    if row["unsourced"] > MOST_WITHOUT_SOURCE:
        yield "no_source"


def _number(parts: Mapping[int, float]) -> float:
    """Count events by their parts, rounded as the levels round them."""
    return round(sum(parts.values()), 9)


def _part(number: float, whole: float) -> float | None:
    """Return the part of a whole; of nothing there is none."""
    return number / whole if whole else None
