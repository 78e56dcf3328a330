"""An article's text with its proposals marked in it, for an editor to read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a sentence: an actor in a role, the act, the date; without a role the rest."""

    text: str
    role: str = ""
    label: str = ""  # The role in the reader's language.
    name: str = ""  # Of the actor.


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a text has an actor, the act or its date; offsets count from the text's beginning."""

    start: int
    end: int
    role: str
    label: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A proposal's sentence: where it stands, and what is marked in it."""

    key: int
    start: int
    end: int
    marks: Sequence[Mark] = ()
    is_current: bool = False
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence with proposals, or (without any) the text between two of them."""

    words: list[Word]
    proposals: list[Marked] = field(default_factory=list)

    @property
    def is_current(self) -> bool:
        """Whether the proposal that the editor looks at is read from this sentence."""
        return any(proposal.is_current for proposal in self.proposals)

    @property
    def is_decided(self) -> bool:
        """Whether nothing waits in this sentence."""
        return all(proposal.is_decided for proposal in self.proposals)

    @property
    def shown(self) -> Marked:
        """The proposal whose actors are marked: the current one, else the first that waits."""
        return min(self.proposals, key=lambda row: (not row.is_current, row.is_decided))


def marked_text(text: str, proposals: Iterable[Marked]) -> list[list[Part]]:
    """Return the text as paragraphs of parts; offsets outside the text mark nothing."""
    parts, at = [], 0
    for start, end, rows in _sentences(proposals, len(text)):
        parts.append(Part([Word(text[at:start])]))
        sentence = Part([], rows)
        parts.append(replace(sentence, words=_words(text, start, end, sentence.shown.marks)))
        at = end
    parts.append(Part([Word(text[at:])]))
    return _paragraphs(parts)


def _sentences(proposals: Iterable[Marked], length: int) -> list[tuple[int, int, list[Marked]]]:
    """Return the sentences in the order of the text; those that overlap are one."""
    found: list[tuple[int, int, list[Marked]]] = []
    for row in sorted(proposals, key=lambda row: (row.start, -row.end)):
        if not 0 <= row.start < row.end <= length:
            continue
        if found and row.start < found[-1][1]:
            start, end, rows = found.pop()
            found.append((start, max(end, row.end), [*rows, row]))
        else:
            found.append((row.start, row.end, [row]))
    return found


def _words(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Word]:
    words, at = [], start
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if at <= mark.start < mark.end <= end:
            words += [Word(text[at : mark.start])] if mark.start > at else []
            words.append(Word(text[mark.start : mark.end], mark.role, mark.label, mark.name))
            at = mark.end
    return [*words, Word(text[at:end])] if at < end else words


def _paragraphs(parts: Iterable[Part]) -> list[list[Part]]:
    """Begin a paragraph wherever the text between sentences breaks a line."""
    found: list[list[Part]] = [[]]
    for part in parts:
        if part.proposals:
            found[-1].append(part)
            continue
        first, *others = _BREAK.split(part.words[0].text)
        found[-1] += [Part([Word(first)])] if first else []
        found += [[Part([Word(line)])] if line else [] for line in others]
    return [paragraph for paragraph in found if paragraph]
