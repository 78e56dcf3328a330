"""When an act took place, by its sentence, the ones before and the article's own day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from balance.coding import dates
from balance.coding.acts import Act
from balance.coding.dates import Calendar, Dated, Span
from balance.coding.proposed import UNKNOWN_DAY, Tier
from balance.coding.reading import Reading

_OLD: Final = timedelta(days=365)  # What ended longer before the article is its background.
_GROWS: Final = re.compile(
    r"\b(?:(?:is|are|has been|have been) (?:also )?(?:growing|increasing|rising|expanding"
    r"|strengthening|deepening|declining|changing|shifting)"
    r"|(?:has|have) (?:steadily |gradually |significantly )?(?:grown|increased|strengthened"
    r"|deepened|expanded|intensified|advanced|contributed)|continues? to)\b"
)
_OVER_TIME: Final = re.compile(
    r"\b(?:on the rise|more and more|increasingly|in recent years|over the years|year by year)\b"
)


@dataclass(frozen=True, slots=True)
class ActDate:
    """The span of an act; `anchor` are the words [first, last) of its sentence that say it."""

    span: Span
    tier: Tier
    anchor: str = ""
    first: int = 0
    last: int = 0


class Dating:
    """The dates of a text, read in its order."""

    def __init__(self, text: str, published_on: date | None) -> None:
        is_sane = published_on and dates.FIRST <= published_on < dates.LAST
        self.published_on = published_on if is_sane else None
        self.context: date | None = None
        self._fallback = dates.last_year_named(text)

    def note(self, sentence: str) -> None:
        """Remember the last day or month that the sentence names, for "two weeks later"."""
        for dated in dates.dates(sentence, Calendar(self.published_on, self.context)):
            if dated.direction == "at" and dated.span.precision in ("day", "span", "month"):
                self.context = dated.span.start

    def of_act(self, sentence: str, reading: Reading, act: Act) -> ActDate:
        """Return when the act took place, never more precisely than the words say."""
        calendar = Calendar(self.published_on, self.context)
        named = [one for one in dates.dates(sentence, calendar) if one.direction != "not"]
        if act.mood.future:  # What is announced has the day of the announcement.
            named = [one for one in named if _is_of_announcement(reading, act, one)]
        found = _nearest(reading, act, named)
        if found is None or found.span.start > self._latest():
            span = self._own(act)
            return ActDate(span, self._tier(sentence, reading, act, span, None))
        tier = self._tier(sentence, reading, act, found.span, found)
        return ActDate(found.span, tier, found.anchor, found.first, found.last)

    def of_claim(self) -> ActDate:
        """Return when a statement was made: with the article that tells it."""
        return ActDate(self._day(), "event")

    def _latest(self) -> date:
        return self.published_on or dates.LAST

    def _own(self, act: Act) -> Span:
        span = self._day()
        if act.mood.perfect and span.precision == "day":
            return dates.month(span.start.year, span.start.month)
        return span

    def _day(self) -> Span:
        if self.published_on:
            return dates.day(self.published_on)
        return self._fallback or dates.year(UNKNOWN_DAY.year)

    def _tier(
        self, sentence: str, reading: Reading, act: Act, span: Span, found: Dated | None
    ) -> Tier:
        if _OVER_TIME.search(sentence) or _GROWS.search(sentence, *_verb(reading, act)):
            return "trend"
        if found and found.direction == "since" and found.span.precision == "year":
            return "trend"
        if self.published_on and span.end <= self.published_on - _OLD:
            return "background"
        return "event"


def _is_of_announcement(reading: Reading, act: Act, dated: Dated) -> bool:
    """Say whether a date stands before the verb, or with who said so."""
    words, said = reading.words, reading.attribution
    if dated.last <= words[act.hit.first].start:
        return True
    return said.first < len(words) and dated.first >= words[said.first].start


def _verb(reading: Reading, act: Act) -> tuple[int, int]:
    """Return where an act's verb begins and ends, with the small words before it."""
    first = min(act.mood.first, act.hit.first)
    return reading.words[first].start, reading.words[act.hit.last].end


def _nearest(reading: Reading, act: Act, named: list[Dated]) -> Dated | None:
    """Return the date in the act's own clause, or in the opening that governs it."""
    if not named:
        return None
    words = reading.words
    clause = reading.clause(act.hit.first)
    start, end = words[clause.first].start, words[clause.end - 1].end
    hit = words[act.hit.first].start
    inside = [one for one in named if start <= one.first < end]
    if inside:
        return min(inside, key=lambda one: abs(one.first - hit))
    before = [one for one in named if one.last <= start + 1]
    governs = clause.kind in ("when", "that", "relative", "main")
    return before[-1] if before and governs else None
