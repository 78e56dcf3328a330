"""Opinions, forecasts and wishes: what somebody says of the world, which is no act."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from balance.coding import grammar
from balance.coding.reading import Party, Reading
from balance.coding.words import Word

ClaimKind = Literal["", "assessment", "forecast", "commitment", "precondition", "intention"]

_OPINION: Final = grammar.word_set(
    "believe believes believed think thinks thought expect expects expected predict"
    " predicts predicted assume assumes consider considers argue argues argued suspect"
    " fear fears estimate estimates estimated doubt doubts hope hopes hoped opines reckon"
    " reckons notes noted recalls says said told explains explained added adds stated"
    " states writes wrote warns assessed"
)
_STRONG: Final = grammar.word_set(
    "believe believes believed think thinks expect expects predict predicts predicted"
    " assume assumes argue argues argued fear fears estimate estimates doubt doubts reckon"
    " reckons"
)
_EXPERTS: Final = grammar.word_set(
    "analyst expert fellow professor scientist commentator observer researcher scholar"
    " historian economist political-scientist pundit author"
)
_FORECAST: Final = re.compile(
    r"\b(?:will|would|could|may|might|likely|is going to|are going to|only going to|going to"
    r"|(?:is|are) expected to|potential(?:ly)? to|has the potential|in the (?:future|long term))\b"
)
_PRECONDITION: Final = re.compile(
    r"\b(?:conditional (?:up)?on|preconditions?|unless|only if|provided that|depends? on"
    r"|on condition that|as long as)\b"
)
_INTENTION: Final = re.compile(
    r"\b(?:plans?|intends?|wants?|hopes?|aims?|seeks?|wishes|(?:is|are) (?:also )?considering"
    r"|(?:is|are) trying|(?:is|are) looking|seeking|expects?)\s+(?:to|that|this|new|other|for)\b"
)
_FIRST_PERSON: Final = re.compile(r"\b(?:[Ww]e|I)\s+(?:will|shall|'ll|pledge|promise|undertake)\b")
_NAME_JOINTS: Final = frozenset({"al", "bin", "van", "von", "der", "de", "-", "'"})
_NO_NAMES: Final = (
    grammar.ADVERBS
    | grammar.PRONOUNS
    | grammar.word_set(
        "the a an in on at but and for as january february march april may june july august"
        " september october november december"
    )
)
_PRONOUN_SPEAKERS: Final = frozenset({"he", "she", "i", "we"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: an actor's code, or else the name as it stands; at words [first, last]."""

    name: str
    is_actor: bool
    first: int
    last: int


def speaker(reading: Reading, before: str) -> Speaker | None:
    """Return who speaks in the sentence: before or after a verb of saying, or as before."""
    words = reading.words
    ourselves: Speaker | None = None  # "We expect more,” said X": what follows says who we are.
    for at, word in enumerate(words):
        if word.lower == "according" and at + 1 < len(words) and words[at + 1].lower == "to":
            return None if _is_of_a_thing(reading, at + 2) else _after(reading, at + 2)
        if word.lower not in _OPINION or at == 0:
            continue
        if words[at - 1].lower in ("i", "we") and before:
            ourselves = ourselves or Speaker(before, False, at - 1, at - 1)
            continue
        if words[at - 1].lower in _PRONOUN_SPEAKERS:
            return Speaker(before, False, at - 1, at - 1) if before else None
        if words[at - 1].lower in _EXPERTS and before:  # "The political scientist recalls".
            return Speaker(before, False, at - 1, at - 1)
        found = _after_quotation(reading, at) or _before(reading, at)
        following = words[at + 1].lower if at + 1 < len(words) else ""
        if not found and word.lower != "told" and following != "that":
            found = _after(reading, at + 1)
        if found:
            return found
    return ourselves


def _is_of_a_thing(reading: Reading, at: int) -> bool:
    """Say whether a name only tells whose: "according to Western plans"."""
    after = reading.words[at + 1 : at + 2]
    return (
        bool(after)
        and _is_name(reading.words[at])
        and after[0].text.isalpha()
        and (not _is_name(after[0]) and not _is_expert_word(after[0].lower))
    )


def _is_expert_word(word: str) -> bool:
    return word in _EXPERTS or word in ("political", "foreign", "officials", "and")


def _after_quotation(reading: Reading, at: int) -> Speaker | None:
    """Read the name after a closing quotation mark: "...,” Shiriyev, a fellow at X, told"."""
    for first in range(at - 1, max(-1, at - 25), -1):
        if reading.words[first].text in ("”", '"'):
            return _after(reading, first + 1) if first + 1 < at else None
    return None


def _before(reading: Reading, at: int) -> Speaker | None:
    """Read the name that ends just before a verb, or the first in a title that does."""
    words = reading.words
    first = at
    while first > 0 and _is_name(words[first - 1]):
        first -= 1
    party = _within(reading, max(0, at - 8), at)
    if party and party.last == at - 1 and party.kind == "person":
        return Speaker(party.code, True, party.first, party.last)
    if party and words[party.last + 1 : at] and "," in {w.lower for w in words[party.last : at]}:
        party = None
    if first < at and (party is None or _is_expert(reading, party, at)):
        return _named(reading, first, at - 1)
    if party:
        return Speaker(party.code, True, party.first, party.last)
    return None


def _is_expert(reading: Reading, party: Party, at: int) -> bool:
    """Say whether somebody of a country speaks for nobody: "Azerbaijani analyst X said"."""
    return any(word.lower in _EXPERTS for word in reading.words[party.last + 1 : at])


def _after(reading: Reading, start: int) -> Speaker | None:
    words = reading.words
    for first in range(start, min(len(words), start + 6)):
        if _is_name(words[first]):
            last = first
            while last + 1 < len(words) and _is_name(words[last + 1]):
                last += 1
            inside = _within(reading, first, last + 1)
            if inside and _is_expert(reading, inside, first):
                return _named(reading, first, last)
            if inside and inside.first == first and inside.kind == "demonym" and last == first:
                continue
            if inside:
                return Speaker(inside.code, True, inside.first, inside.last)
            return _named(reading, first, last)
        if words[first].lower in (",", ".", ";"):
            return None
    return None


def _is_name(word: Word) -> bool:
    if word.lower in _NAME_JOINTS:
        return True
    return word.is_capital and word.lower not in _NO_NAMES


def _named(reading: Reading, first: int, last: int) -> Speaker:
    words = reading.words
    name = " ".join(word.text for word in words[first : last + 1])
    return Speaker(name[:120], False, first, last)


def _within(reading: Reading, first: int, end: int) -> Party | None:
    inside = [party for party in reading.parties if first <= party.first < end]
    if inside and inside[-1].last == end - 1:
        return inside[-1]
    return inside[0] if inside else None


def claim_kind(reading: Reading, text: str, *, is_spoken: bool) -> ClaimKind:
    """Return what kind of statement a sentence is; "" where it only tells what happened.

    `is_spoken` says that somebody's words are told: of those a plain "will" is a forecast, and
    an evaluation an assessment; told by the article itself they are not claims.
    """
    lower = {word.lower for word in reading.words}
    if not reading.parties:
        return ""
    if _PRECONDITION.search(text):
        return "precondition"
    if (is_spoken or "“" in text) and _FIRST_PERSON.search(text):
        return "commitment"
    if not is_spoken and who_wants(reading, text):
        return "intention"
    if _FORECAST.search(text) and (is_spoken or lower & grammar.POSSIBLE):
        return "forecast"
    if lower & _STRONG or (is_spoken and lower & _EXPERTS):
        return "assessment"
    return ""


def who_wants(reading: Reading, text: str) -> str:
    """Return the actor who stands just before words of wanting: AZE "is considering"; or ""."""
    match = _INTENTION.search(text)
    before = [party for party in reading.parties if match and party.end <= match.start()]
    if not match or not before:
        return ""
    between = [word for word in reading.words[before[-1].last + 1 :] if word.start < match.start()]
    return before[-1].code if len(between) <= 4 else ""


def is_opinion(reading: Reading) -> bool:
    """Say whether a verb of belief rules the sentence: "Mammadov believes that ..."."""
    return any(word.lower in _STRONG for word in reading.words)
