"""Words of a sentence: where they stand, and what they have in common with their other forms."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

Form = Literal["base", "s", "past", "ing"]

_PIECE: Final = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.N.
    r"|'s\b|'(?=\s|$)"  # A possessive is a word of its own.
    r"|n't\b"
    r"|\w+?(?=n't\b)"
    r"|[$€£]?\d[\d,.]*\d|\w+(?:\.\w\.?)*"
    r"|[^\w\s]"
)
_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " "})
LONGEST_SENTENCE: Final = 400  # Words; what follows is a list or a table, not a sentence.

_IRREGULAR: Final = {
    past: base
    for line in """
    meet met|hold held|give gave given|send sent|take took taken|make made|begin began begun
    say said|tell told|withdraw withdrew withdrawn|fight fought|shoot shot|strike struck stricken
    break broke broken|blow blew blown|throw threw thrown|forbid forbade forbidden|seek sought
    sell sold|buy bought|build built|win won|lose lost|leave left|bring brought|become became
    swear swore sworn|speak spoke spoken|see saw seen|go went gone|come came|grow grew grown
    pay paid|find found|lead led|drive drove driven|steal stole stolen
    overthrow overthrew overthrown
    undertake undertook undertaken|think thought|keep kept|send sent|lend lent|freeze froze frozen
    seize seized|flee fled|fly flew flown|shake shook shaken|hide hid hidden|write wrote written
    show showed shown|know knew known|have had has|be was were been is are am|do did done does
    rise rose risen|fall fell fallen|beat beaten|understand understood|stand stood|sit sat
    get got gotten|mean meant|draw drew drawn|choose chose chosen|ride rode ridden|hear heard
    forgive forgave forgiven|retake retook retaken|overrun overran|run ran|upset lay laid
    """.replace("\n", "|").split("|")
    if len(forms := line.split()) > 1
    for base in forms[:1]
    for past in forms[1:]
}
_DOUBLE: Final = re.compile(r"([b-df-hj-np-tv-z])\1$")
_ENDED_EED: Final = frozenset({"agreed", "disagreed", "freed", "guaranteed", "decreed"})
_SIBILANT: Final = ("ses", "xes", "zes", "ches", "shes")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign of a text, at text[start:end]; `stem` is shared by its other forms."""

    start: int
    end: int
    text: str
    lower: str
    stem: str
    form: Form

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


def words_of(text: str, offset: int = 0) -> list[Word]:
    """Return the words and signs of a sentence, with offsets into the text it begins in."""
    found = []
    for piece in _PIECE.finditer(text.translate(_ALIKE)):
        lower = piece[0].lower()
        stem, form = stemmed(lower)
        found.append(
            Word(piece.start() + offset, piece.end() + offset, piece[0], lower, stem, form)
        )
        if len(found) == LONGEST_SENTENCE:
            break
    return found


@lru_cache(maxsize=50_000)
def stemmed(word: str) -> tuple[str, Form]:
    """Return what the forms of a word share, and which form this one is: "ended" is end, past."""
    if word in _IRREGULAR:
        return _bare(_IRREGULAR[word]), "past"
    if len(word) > 40:
        return word, "base"
    if len(word) > 4 and word.endswith("ing"):
        return _bare(word[:-3]), "ing"
    if len(word) > 4 and word.endswith("ied"):
        return word[:-3] + "y", "past"
    if word in _ENDED_EED:
        return _bare(word[:-1]), "past"
    if len(word) > 3 and word.endswith("ed") and not word.endswith("eed"):
        return _bare(word[:-2]), "past"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y", "s"
    if len(word) > 4 and word.endswith(_SIBILANT):
        return _bare(word[:-2]), "s"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _bare(word[:-1]), "s"
    return _bare(word), "base"


def _bare(word: str) -> str:
    word = word.removesuffix("e") if len(word) > 3 else word
    return _DOUBLE.sub(r"\1", word) if len(word) > 3 else word
