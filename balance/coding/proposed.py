"""What is proposed: the shape of an event or a claim that an editor may accept."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Polarity = Literal["affirmed", "denied"]
Modality = Literal["actual", "intended", "threatened", "requested", "possible"]
Precision = Literal["day", "span", "month", "quarter", "year"]
Tier = Literal["event", "background", "trend"]
Role = Literal["initiator", "recipient", "host", "witness", "mediator", "speaker", "act", "date"]
ClaimKind = Literal["", "assessment", "forecast", "commitment", "precondition", "intention"]

UNKNOWN_DAY: Final = datetime.date(1900, 1, 1)  # Of a text without any date; year precision.


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
