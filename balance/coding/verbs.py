"""Whether a word is a verb where it stands, and in which mood: denied, future, passive."""

from dataclasses import dataclass

from balance.coding import grammar
from balance.coding.reading import Reading

_CHAIN = (
    grammar.MODALS | grammar.BE | grammar.HAVE | grammar.DO | grammar.NOT | grammar.ADVERBS
    | {"to", "going", "set", "due", "expected", "able"}
) - {"'s"}  # fmt: skip
_LONGEST_CHAIN = 8
_NEVER_PASSIVE = frozenset({"be", "engag", "prepar", "commit", "oppos", "set"})


@dataclass(frozen=True, slots=True)
class Mood:
    """What the small words before a verb say of it; `first` is where they begin."""

    first: int = 0
    negated: bool = False
    future: bool = False
    possible: bool = False
    ought: bool = False
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False
    is_past: bool = False


def mood(reading: Reading, at: int) -> Mood:
    """Return the mood of the verb at this word."""
    first = at
    while first > 0 and at - first < _LONGEST_CHAIN and _is_chained(reading, first - 1):
        first -= 1
    chain = [word.lower for word in reading.words[first:at]]
    said = set(chain)
    form = reading.words[at].form
    be = said & grammar.BE
    return Mood(
        first=first,
        negated=bool(said & grammar.NOT),
        future=bool(said & grammar.FUTURE) or {"going", "to"} <= said or {"set", "to"} <= said
        or (bool(be) and chain[-1:] == ["to"]),
        possible=bool(said & grammar.POSSIBLE),
        ought=bool(said & grammar.OUGHT) or {"have", "to"} <= said or {"has", "to"} <= said,
        passive=bool(be) and form == "past" and reading.words[at].stem not in _NEVER_PASSIVE,
        perfect=bool(said & grammar.HAVE),
        infinitive="to" in chain,
        is_past=bool(said & {"did", "had", "has", "have", "was", "were"}) or form == "past",
    )  # fmt: skip


def _is_chained(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.lower in _CHAIN or (
        word.lower.endswith("ly") and len(word.lower) > 4 and not word.is_capital
    )


def is_verbal(reading: Reading, at: int) -> bool:
    """Say whether the word is a verb there, not a noun: "they attack", not "the attack"."""
    if reading.words[at].lower in grammar.OUGHT:
        return True
    if at == 0:
        return reading.words[0].form in ("past", "s") or not reading.words[0].is_capital
    word, before = reading.words[at], reading.words[at - 1]
    if before.lower in _CHAIN or _is_chained(reading, at - 1):
        return before.lower not in ("first",) or word.form == "past"
    if before.lower in grammar.DETERMINERS:
        return False
    if word.form == "past":
        return before.lower not in grammar.PREPOSITIONS
    if word.form == "ing":
        return before.lower not in grammar.DETERMINERS
    if before.lower in grammar.PREPOSITIONS:
        return False
    party = next((party for party in reading.parties if party.last == at - 1), None)
    if word.form == "s":
        if party:
            return party.kind != "demonym"
        return before.form != "s" or before.lower in grammar.PRONOUNS
    return (
        before.lower in grammar.PRONOUNS | {"who", "which", "and", "'"}
        or (before.form == "s" and before.lower != "'s")
        or (party is not None and party.kind != "demonym")
    )


def is_finite(reading: Reading, at: int) -> bool:
    """Say whether the verb says something by itself: not "to attack", not "attacking"."""
    how = mood(reading, at)
    word = reading.words[at]
    chain = {other.lower for other in reading.words[how.first : at]}
    if word.form == "ing":
        return bool(chain & grammar.BE)
    if how.infinitive and not how.future and not how.ought:
        return False
    return word.form in ("past", "s") or bool(chain & (grammar.MODALS | grammar.DO)) or at > 0
