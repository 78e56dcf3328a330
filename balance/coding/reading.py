"""A sentence as the engine sees it: words, actors among them, clauses, and who reports it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from balance.coding import grammar
from balance.coding.dictionary import Kind, Mention
from balance.coding.patterns import Hit, hits
from balance.coding.words import Word

ClauseKind = Literal["main", "when", "subordinate", "relative", "that"]

_OPENING = grammar.SUBORDINATE | {"when", "while", "as"}
_GOES_ON = grammar.word_set("a an the by in , . its his to")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor named by the words [first, last] of a sentence."""

    first: int
    last: int
    start: int
    end: int
    code: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Clause:
    """The words [first, end) between two joints of a sentence."""

    first: int
    end: int
    kind: ClauseKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words [first, end) that only say who said so: ", the ministry said on Monday"."""

    first: int
    end: int

    def __contains__(self, at: object) -> bool:
        return isinstance(at, int) and self.first <= at < self.end


class Reading:
    """The parts of one sentence."""

    def __init__(self, words: list[Word], mentions: Sequence[Mention]) -> None:
        self.words = words
        self.parties = _parties(words, mentions)
        self.attribution = _attribution(words)

    @cached_property
    def verbs(self) -> list[Hit]:
        return [hit for hit in hits(self.words, "verb") if hit.first not in self.attribution]

    @cached_property
    def nouns(self) -> list[Hit]:
        return [hit for hit in hits(self.words, "noun") if hit.first not in self.attribution]

    @cached_property
    def clauses(self) -> list[Clause]:
        main = self._main_after_opening()
        joints: list[tuple[int, ClauseKind]] = [(0, "subordinate" if main else "main")]
        for at in range(1, len(self.words)):
            kind = "main" if at == main else self._joint(at)
            if kind is not None:
                joints.append((at, kind))
        ends = [at for at, _ in joints[1:]] + [len(self.words)]
        return [Clause(at, end, kind) for (at, kind), end in zip(joints, ends, strict=True)]

    def clause(self, at: int) -> Clause:
        return next(clause for clause in reversed(self.clauses) if clause.first <= at)

    def _main_after_opening(self) -> int:
        """Return where the main clause begins after "While ...," or "As ...,"; 0 without one."""
        if not self.words or self.words[0].lower not in _OPENING:
            return 0
        for at in range(3, len(self.words)):
            if self.words[at - 1].lower == "," and self._may_begin(at):
                return at
        return 0

    def _may_begin(self, at: int) -> bool:
        word = self.words[at]
        is_party = any(party.first == at for party in self.parties)
        return is_party or word.is_capital or word.lower in grammar.PRONOUNS | {"the", "its", "a"}

    def _joint(self, at: int) -> ClauseKind | None:
        word, before = self.words[at].lower, self.words[at - 1].lower
        if word in (";", ":", "–", "—"):
            return "main"
        if before in grammar.LEADING and at not in self.attribution and word not in _GOES_ON:
            return "that"
        if word in ("when", "while"):
            return "when"
        if word in grammar.SUBORDINATE:
            return "subordinate"
        if word == "as" and (before == "," or self._next(at) in grammar.PRONOUNS | {"the"}):
            return None if self._next(at) in ("well", "part") else "subordinate"
        if word in grammar.RELATIVE:
            return "relative"
        if word == "that" and self.words[at - 1].form != "base":
            return "that"
        if word in ("and", "but") and before == "," and self._has_own_subject(at):
            return "main"
        return None

    def _next(self, at: int) -> str:
        return self.words[at + 1].lower if at + 1 < len(self.words) else ""

    def _has_own_subject(self, at: int) -> bool:
        """Say whether after ", and" an actor and a verb of its own follow, and it is no list."""
        if self._next(at) in grammar.PRONOUNS:
            return True
        party = next((party for party in self.parties if at < party.first <= at + 4), None)
        if party is None or any(other.last == at - 2 for other in self.parties):
            return False
        following = self.words[party.last + 1 : party.last + 5]
        return any(word.form == "past" or word.lower in grammar.MODALS for word in following)


def _parties(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Party]:
    found = []
    at = 0
    for mention in mentions:
        while at < len(words) and words[at].end <= mention.start:
            at += 1
        first = at
        while at + 1 < len(words) and words[at + 1].start < mention.end:
            at += 1
        if first < len(words) and not _is_adjectival(words, first, at):
            found.append(Party(first, at, mention.start, mention.end, mention.code, mention.kind))
    return found


def _is_adjectival(words: Sequence[Word], first: int, last: int) -> bool:
    after = [word.lower for word in words[last + 1 : last + 3]]
    before = [word.lower for word in words[max(0, first - 2) : first]]
    return (len(after) == 2 and after[0] == "-" and after[1] in grammar.ADJECTIVAL) or (
        len(before) == 2 and before[1] == "-" and before[0] in grammar.BEFORE_HYPHEN
    )


def _attribution(words: Sequence[Word]) -> Attribution:
    lower = [word.lower for word in words]
    nothing = Attribution(len(words), len(words))
    if "according" in lower:
        at = lower.index("according")
        comma = lower.index(",", at) if "," in lower[at:] else len(words)
        return Attribution(at, comma)
    for comma in range(len(words) - 1, 0, -1):
        if lower[comma] not in (",", "”", '"') or comma + 1 >= len(words):
            continue
        tail = lower[comma + 1 :]
        if len(tail) > 32:
            return nothing
        verb = next((at for at, word in enumerate(tail) if word in grammar.REPORTING), None)
        if verb is None:
            continue
        if verb > 16 or "that" in tail[verb:] or "which" in tail[:verb] or len(tail) - verb > 14:
            continue
        if tail[0] in ("and", "but", "who", "which", "saying", "when", "as"):
            continue
        return Attribution(comma, len(words))
    return nothing
