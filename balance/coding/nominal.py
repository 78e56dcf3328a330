"""Acts told by nouns: "the visit of Nancy Pelosi to Armenia", "talks between A and B"."""

from collections.abc import Iterator
from dataclasses import replace

from balance.coding import grammar, roles
from balance.coding.acts import Act
from balance.coding.patterns import Hit
from balance.coding.reading import Party, Reading
from balance.coding.roles import Parties

_NEAR = 9  # Words between a noun and whom its prepositions name.
_OPENS = grammar.word_set("to with between on against for of into from")


def nominal_acts(reading: Reading, end: int) -> Iterator[Act]:
    """Yield the acts that nouns before the word `end` tell, where both sides are named."""
    taken: set[int] = set()
    for hit in reading.nouns:
        if hit.first >= end or hit.first in taken or _is_verb_there(reading, hit):
            continue
        act = _act(reading, hit)
        if act and act.initiators and act.recipients:
            taken.update(range(hit.first, hit.last + 1))
            yield act


def _is_verb_there(reading: Reading, hit: Hit) -> bool:
    before = reading.words[hit.first - 1].lower if hit.first else ""
    return before == "to" or before in grammar.MODALS | grammar.PRONOUNS


def _act(reading: Reading, hit: Hit) -> Act | None:
    if hit.pattern.frame == "with":
        return _joint(reading, hit)
    if hit.pattern.frame == "ends":
        return _between_ends(reading, hit)
    before = _owner(reading, hit)
    last_word = reading.words[hit.last].lower
    if last_word in _OPENS and hit.last > hit.first:
        target = _following(reading, hit.last)
    else:
        target = _after_word(reading, hit, "to") or _after_word(reading, hit, "in")
    owner = before or _after_word(reading, hit, "of") or _after_word(reading, hit, "by")
    target = tuple(party for party in target if party.code not in roles.codes(owner))
    return _made(hit, owner, target)


def _joint(reading: Reading, hit: Hit) -> Act | None:
    between = _after_word(reading, hit, "between") or (
        *_owner(reading, hit), *_after_word(reading, hit, "with"),
    )  # fmt: skip
    if len(roles.codes(between)) < 2:
        return None
    return _made(hit, between, between)


def _between_ends(reading: Reading, hit: Hit) -> Act | None:
    """Read "the start of transports from China through Kazakhstan to Azerbaijan"."""
    words = range(hit.last + 1, len(reading.words))
    ends = {word: at for word in ("to", "from") for at in words if reading.words[at].lower == word}
    if len(ends) < 2:
        return None
    both = _following(reading, ends["from"])[:1], _following(reading, ends["to"])[:1]
    return replace(_made(hit, *both), witnesses=_witnesses(reading, hit))


def _witnesses(reading: Reading, hit: Hit) -> Parties:
    """Return who "witnessed" what follows: those named before, also as "the leaders"."""
    before = [at for at in range(hit.first) if reading.words[at].lower in ("witnessed", "attended")]
    if not before:
        return ()
    return tuple(party for party in reading.parties if party.last < before[-1])


def _made(hit: Hit, initiators: Parties, recipients: Parties) -> Act:
    pattern = hit.pattern
    features = {"noun": 1.0, "named": 1.0, "phrase": float(pattern.weight > 1)}
    return Act(hit, pattern.event_type, pattern.cameo_code, initiators, recipients,
               features=features)  # fmt: skip


def _owner(reading: Reading, hit: Hit) -> Parties:
    """Return whose act it is by the words before: "Israeli attack", "China's recent support"."""
    before = [party for party in reading.parties if 0 < hit.first - party.last <= 5]
    if not before:
        return ()
    party = before[-1]
    between = [word.lower for word in reading.words[party.last + 1 : hit.first]]
    if party.kind == "demonym" or "'s" in between or "'" in between:
        if any(word in grammar.PREPOSITIONS or word in (",", "and") for word in between):
            return ()
        return _with_partners(reading, party)
    return ()


def _with_partners(reading: Reading, party: Party) -> Parties:
    earlier = [other for other in reading.parties if other.last < party.first]
    if earlier and party.first - earlier[-1].last == 2:
        joint = reading.words[party.first - 1].lower
        if joint in ("-", "and", "–"):
            return (earlier[-1], party)
    return (party,)


def _after_word(reading: Reading, hit: Hit, preposition: str) -> Parties:
    """Return who follows the preposition, where it stands soon after the noun."""
    words = reading.words
    steps = 0
    for at in range(hit.last + 1, len(words)):
        lower = words[at].lower
        if lower == preposition:
            return _following(reading, at)
        party = any(party.first <= at <= party.last for party in reading.parties)
        steps += not party
        if steps > _NEAR or lower in (";", ",", "that", "which", "and", "who"):
            return ()
    return ()


def _following(reading: Reading, at: int) -> Parties:
    after = [party for party in reading.parties if party.first > at]
    if not after or after[0].first - at > 6:
        return ()
    between = {word.lower for word in reading.words[at + 1 : after[0].first]}
    if between & (grammar.PREPOSITIONS - {"of"}):
        return ()
    return roles.group(reading, after[0], after)
