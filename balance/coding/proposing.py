"""Article text to proposals, best first: what an editor may accept, correct or reject."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from balance.coding.dictionary import Dictionary, Mention
from balance.coding.sentences import sentences

Polarity = Literal["affirmed", "denied"]
Modality = Literal["actual", "intended", "threatened", "requested", "possible"]
Precision = Literal["day", "span", "month", "quarter", "year"]
Tier = Literal["event", "background", "trend"]
Role = Literal["initiator", "recipient", "host", "witness", "mediator", "speaker", "act", "date"]
UNKNOWN_DAY: Final = datetime.date(1900, 1, 1)  # Of a text without any date; year precision.
ClaimKind = Literal["", "assessment", "forecast", "commitment", "precondition", "intention"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the text says a part of the proposal: text[start:end]; code only of an actor."""

    start: int
    end: int
    role: Role
    code: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What one sentence seems to report: an act, or a statement about the world.

    `start` and `end` are the sentence's offsets in the text, and `sentence` is exactly
    text[start:end]. The act took place in the days of [date, span_end), known as precisely as
    `precision` says; `anchor` is the words the date was read from, empty where it is the
    article's own. `score` is the probability that an editor accepts, from `features`.
    """

    kind: Literal["event", "claim"]
    sentence: str
    start: int
    end: int
    title: str
    initiators: tuple[str, ...]
    recipients: tuple[str, ...]
    event_type: str
    cameo_code: str
    date: datetime.date
    span_end: datetime.date
    precision: Precision
    dimension: str
    score: float
    hosts: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    anchor: str = ""
    tier: Tier = "event"
    marks: tuple[Mark, ...] = ()
    features: Mapping[str, float] = field(default_factory=dict)
    speaker: str = ""
    claim_kind: ClaimKind = ""


def propose(
    text: str, *, published_on: datetime.date | None, dictionary: Dictionary
) -> list[Proposed]:
    """Return what the text seems to report, best first; nothing for a text that is not English.

    Args:
        text: as stored; every offset is one into it.
        published_on: the article's own day, to which "on Monday" and "last month" refer.
        dictionary: the actors' names with the codes to propose.
    """
    found = [
        proposed
        for start, end in sentences(text)
        if (proposed := _of_sentence(text, start, end, published_on, dictionary))
    ]
    return sorted(found, key=lambda proposed: (-proposed.score, proposed.start))


_VERBS: Final = {
    "met": ("CONSULT", "040"),
    "visited": ("CONSULT", "042"),
    "signed": ("SUPPORT", "057"),
    "agreed": ("AGREE", "030"),
    "pledged": ("AGREE", "030"),
    "applied": ("REQUEST", "022"),
    "accused": ("ACCUSE", "112"),
    "rejected": ("REJECT", "120"),
    "threatened": ("THREATEN", "130"),
    "invited": ("REQUEST", "022"),
}


def _of_sentence(
    text: str, start: int, end: int, day: datetime.date | None, dictionary: Dictionary
) -> Proposed | None:
    sentence = text[start:end]
    mentions = dictionary.mentions(sentence, on=day)
    verbs = [(sentence.find(f" {verb} "), verb) for verb in _VERBS if f" {verb} " in sentence]
    if not verbs or not mentions:
        return None
    at, verb = min(verbs)
    initiators, recipients = _sides(mentions, at)
    event_type, cameo_code = _VERBS[verb]
    day, precision = (day, "day") if day else (UNKNOWN_DAY, "year")
    last = day + datetime.timedelta(days=1) if precision == "day" else datetime.date(1901, 1, 1)
    return Proposed(
        kind="event",
        sentence=sentence,
        start=start,
        end=end,
        title=sentence[:100],
        initiators=initiators,
        recipients=recipients,
        event_type=event_type,
        cameo_code=cameo_code,
        date=day,
        span_end=last,
        precision="day" if precision == "day" else "year",
        dimension="diplomatic",
        score=0.5 if initiators and recipients else 0.2,
        marks=tuple(
            Mark(
                start + mention.start,
                start + mention.end,
                "initiator" if mention.start < at else "recipient",
                mention.code,
            )
            for mention in mentions
        ),
    )


def _sides(mentions: list[Mention], at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = tuple(dict.fromkeys(m.code for m in mentions if m.start < at))
    after = tuple(dict.fromkeys(m.code for m in mentions if m.start > at))
    return before, after
