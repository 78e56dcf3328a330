"""Who does it and to whom: the actors before and after the words that report an act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from balance.coding import grammar
from balance.coding.patterns import Hit
from balance.coding.reading import Clause, Party, Reading

_QUOTES = frozenset("“\"'«")
Parties = tuple[Party, ...]
_WIDEST_JOIN = (
    7  # Words between two actors of one group: "Libyan leader X and Bulgarian President".
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts, and how it was found: named in the clause, by a pronoun, or before it."""

    parties: Parties
    found: str  # "named", "pronoun", "shared" or "none"


def codes(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.code for party in parties))


def subject(reading: Reading, hit: Hit, before: Parties) -> Subject:
    """Return the subject of a verb; `before` is that of the sentence before."""
    clause = reading.clause(hit.first)
    if clause.kind == "relative" and clause.first + 1 < len(reading.words):
        antecedent = [party for party in reading.parties if party.last < clause.first]
        following = reading.words[clause.first + 1]
        if antecedent and not _names_a_subject(reading, clause, hit) and following.lower != "the":
            return Subject(group(reading, antecedent[-1], antecedent[-1:]), "shared")
    own = _subjects(reading, clause, hit.first)
    if own:
        return Subject(own, "named")
    earlier = [other for other in reading.clauses if other.first < clause.first]
    pronoun = any(
        word.lower in grammar.PRONOUNS for word in reading.words[clause.first : hit.first]
    ) or _are_the_two(reading, clause.first, hit.first)
    for other in reversed(earlier):
        parties = _subjects(reading, other, other.end)
        if parties:
            return Subject(parties, "pronoun" if pronoun else "shared")
    if pronoun and before:
        return Subject(before, "pronoun")
    return Subject((), "none")


def _are_the_two(reading: Reading, first: int, end: int) -> bool:
    said = " ".join(word.lower for word in reading.words[first:end])
    return "the two " in said or "both " in said or "the leaders" in said or "the sides" in said


def _names_a_subject(reading: Reading, clause: Clause, hit: Hit) -> bool:
    return any(
        clause.first < party.first < hit.first and party.first - clause.first <= 2
        for party in reading.parties
    )


def _subjects(reading: Reading, clause: Clause, end: int) -> Parties:
    inside = [
        party
        for party in reading.parties
        if clause.first <= party.first < end and party.first not in reading.attribution
    ]
    opening = _opening_phrase(reading, clause, end)
    inside = [party for party in inside if party.first > opening] or inside
    while inside and inside[0].first > opening and _is_beside(reading, inside[0]):
        inside = inside[1:]
    if not inside:
        return ()
    return group(reading, inside[0], inside)


def _is_beside(reading: Reading, party: Party) -> bool:
    """Say whether something else is the subject: "closer ties with China allow ..."."""
    before = [word.lower for word in reading.words[max(0, party.first - 2) : party.first]]
    if before[-1:] == ["the"]:
        before = before[:1]
    return bool(grammar.BESIDE.intersection(before[-1:]))


def _opening_phrase(reading: Reading, clause: Clause, end: int) -> int:
    """Return where an opening like "In Baku on Monday," ends; -1 without one."""
    words = reading.words
    first = clause.first + (words[clause.first].text in _QUOTES)
    if first >= end or words[first].lower not in grammar.PREPOSITIONS - {"of"}:
        return -1
    comma = next((at for at in range(first, min(end, first + 20)) if words[at].lower == ","), -1)
    return comma if comma < 0 else _before_list(reading, first, comma)


def _before_list(reading: Reading, first: int, comma: int) -> int:
    """Return the comma of "In Baku, A and B", or where "In Baku A, B and C" has its list begin."""
    inside = [party for party in reading.parties if first < party.first < comma]
    if not inside or inside[-1].last != comma - 1:
        return comma
    last = inside[-1]
    before = {word.lower for word in reading.words[max(first, last.first - 2) : last.first]}
    is_opening = len(inside) == 1 and (last.first - first <= 2 or before & grammar.PREPOSITIONS)
    return comma if is_opening else last.first - 1


def group(reading: Reading, first: Party, among: Sequence[Party]) -> Parties:
    """Return the party with those joined to it by "and" or commas."""
    group = [first]
    for party in among:
        if party.first <= group[-1].last:
            continue
        gap = party.first - group[-1].last
        if (party.code == group[-1].code and gap <= 4) or _are_joined(reading, group[-1], party):
            group.append(party)
        elif gap > _WIDEST_JOIN:
            break
    return tuple(group)


def _are_joined(reading: Reading, one: Party, other: Party) -> bool:
    between = [word.lower for word in reading.words[one.last + 1 : other.first]]
    if between == ["-"]:
        return True
    if len(between) > _WIDEST_JOIN or not between:
        return False
    joint = next((at for at, word in enumerate(between) if word in ("and", ",", "&", "or")), None)
    if joint is None or len(between) - joint > 4:
        return False
    if between[joint] == "," and {"a", "an", "one"}.intersection(between[joint:]):
        return False  # What follows only says who the first is.
    forbidden = grammar.PREPOSITIONS - {"of"}
    return not any(
        word in forbidden or word in grammar.MODALS | grammar.BE - {"'s"} | grammar.HAVE
        for word in between
    )


def is_placed(reading: Reading, party: Party) -> bool:
    """Say whether the actor is only where it happened: "in Astana", "near the Israeli border"."""
    at = party.first - 1
    steps = 0
    while at >= 0 and steps < 5:
        word = reading.words[at]
        if word.lower in grammar.PLACING:
            return not (word.lower == "on" and party.kind != "place")
        if word.lower == "with" and reading.words[at - 1].stem in ("border", "frontier"):
            return True
        if word.lower in grammar.PREPOSITIONS - {"of"} or word.form in ("past", "ing"):
            return False
        if word.lower in (",", "and", "'s", ";"):
            return False
        at, steps = at - 1, steps + 1
    return False


def is_partner(reading: Reading, party: Party) -> bool:
    """Say whether "with", "between" or "and" joins the actor to what is done."""
    before = reading.words[max(0, party.first - 5) : party.first]
    return any(word.lower in ("with", "between", "and") for word in before)


def objects(
    reading: Reading, start: int, end: int, without: Iterable[str]
) -> tuple[Parties, Parties]:
    """Return the actors that words [start, end) act on, and those only placed there."""
    excluded = set(without)
    after = [
        party
        for party in reading.parties
        if start <= party.first < end
        and party.code not in excluded
        and party.first not in reading.attribution
    ]
    placed = [party for party in after if is_placed(reading, party)]
    direct = [party for party in after if party not in placed]
    first = group(reading, direct[0], direct) if direct else ()
    return first, tuple(placed[:1])


def go_betweens(reading: Reading) -> dict[str, Parties]:
    """Return who mediated or hosted by the words: "talks brokered by the EU", "hosted by Oman"."""
    words = reading.words
    found: dict[str, Parties] = {}
    for at in range(1, len(words) - 1):
        role = grammar.GO_BETWEENS.get(words[at].lower)
        if role and words[at + 1].lower == "by" and words[at - 1].lower not in grammar.BE:
            found.setdefault(role, agents(reading, at, at + 2))
    return found


def agents(reading: Reading, start: int, end: int) -> Parties:
    """Return who did it in a passive: the actors after "by"."""
    words = reading.words
    for at in range(start, end):
        if words[at].lower == "by":
            after = [party for party in reading.parties if at < party.first <= at + 6]
            if after:
                return group(reading, after[0], after)
    return ()
