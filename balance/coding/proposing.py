"""Article text to proposals, best first: what an editor may accept, correct or reject."""

import datetime
from dataclasses import dataclass, field

from balance.coding import claims, dating, roles, titles
from balance.coding.acts import Act, acts
from balance.coding.dictionary import Dictionary
from balance.coding.dimensions import dimension
from balance.coding.language import unread_because
from balance.coding.nominal import nominal_acts
from balance.coding.proposed import UNKNOWN_DAY, Mark, Proposed, Role
from balance.coding.reading import Reading
from balance.coding.roles import Parties
from balance.coding.scoring import features_of, score
from balance.coding.sentences import sentences
from balance.coding.words import words_of

__all__ = ["UNKNOWN_DAY", "Mark", "Proposed", "propose", "unread_because"]

MOST_CHARACTERS = 200_000  # Of a text; what follows is not read.


@dataclass(slots=True)
class _Reader:
    """What the sentences before have said: who acted, who spoke, and when."""

    dictionary: Dictionary
    dating: dating.Dating
    subject: Parties = ()
    speaker: str = ""
    is_quoted: bool = False
    found: list[Proposed] = field(default_factory=list)


def propose(
    text: str, *, published_on: datetime.date | None, dictionary: Dictionary
) -> list[Proposed]:
    """Return what the text seems to report, best first; `unread_because` says why there is none.

    Args:
        text: as stored; every offset is one into it.
        published_on: the article's own day, to which "on Monday" and "last month" refer.
        dictionary: the actors' names with the codes to propose.
    """
    text = text[:MOST_CHARACTERS]
    if unread_because(text):
        return []
    reader = _Reader(dictionary, dating.Dating(text, published_on))
    for start, end in sentences(text):
        _read(reader, text, start, end)
    return sorted(reader.found, key=lambda proposed: (-proposed.score, proposed.start))


def _read(reader: _Reader, text: str, start: int, end: int) -> None:
    sentence = text[start:end]
    on = reader.dating.published_on or reader.dating.context
    reading = Reading(words_of(sentence), reader.dictionary.mentions(sentence, on=on))
    speaker = claims.speaker(reading, reader.speaker)
    is_spoken = bool(speaker and not speaker.is_actor) or (reader.is_quoted and speaker is None)
    if reading.parties:
        made = all_acts(reading, reader.subject)
        kind = claims.claim_kind(reading, sentence, is_spoken=is_spoken)
        events = [act for act in made if _is_event(reading, act, kind, is_spoken)]
        for act in _different(events):
            reader.found.append(_event(reader, sentence, start, reading, act, is_spoken))
        if kind and not events:
            said = speaker.name if speaker else (reader.speaker if reader.is_quoted else "")
            said = said or (claims.who_wants(reading, sentence) if kind == "intention" else "")
            reader.found.append(_claim(reader, sentence, start, reading, kind, said))
        reader.subject = _subject(reading, made) or reader.subject
    reader.dating.note(sentence)
    if speaker:
        reader.speaker = speaker.name
    reader.is_quoted = _still_quoted(sentence, was=reader.is_quoted)


def all_acts(reading: Reading, before: Parties) -> list[Act]:
    """Return what the verbs of a sentence report, and the nouns before the first of them."""
    verbal = acts(reading, before)
    end = min((act.hit.first for act in verbal if not act.features["spare"]), default=None)
    nominal = list(nominal_acts(reading, len(reading.words) if end is None else end))
    if nominal:
        verbal = [act for act in verbal if not act.features["spare"]]
    return sorted([*verbal, *nominal], key=lambda act: act.hit.first)


def _subject(reading: Reading, made: list[Act]) -> Parties:
    named = next((act.initiators for act in made if act.initiators), ())
    return named or tuple(reading.parties[:1])


def _still_quoted(sentence: str, *, was: bool) -> bool:
    opened, closed = sentence.rfind("“"), sentence.rfind("”")
    if opened < 0 and closed < 0:
        return was
    return opened > closed


def _different(made: list[Act]) -> list[Act]:
    """Return the acts without those that say of the same actors what an earlier one said."""
    first: dict[tuple[object, ...], Act] = {}
    for act in made:
        sides = (roles.codes(act.initiators), roles.codes(act.recipients))
        first.setdefault((act.event_type, act.polarity, *sides), act)
    return list(first.values())


def _is_event(reading: Reading, act: Act, kind: str, is_spoken: bool) -> bool:
    if not act.initiators and not (act.recipients and act.features.get("passive")):
        return False
    if act.mood.possible and act.event_type != "THREATEN":
        return False
    if kind == "precondition" and is_spoken:
        return False
    if is_spoken and (act.mood.future or act.mood.ought):
        return False
    return not (kind and claims.is_opinion(reading))


def _event(
    reader: _Reader, sentence: str, start: int, reading: Reading, act: Act, is_spoken: bool
) -> Proposed:
    dated = reader.dating.of_act(sentence, reading, act)
    features = act.features | features_of(reading, act, is_spoken=is_spoken)
    return Proposed(
        kind="event",
        sentence=sentence,
        start=start,
        end=start + len(sentence),
        title=titles.title(sentence, reading, act),
        initiators=roles.codes(act.initiators),
        recipients=roles.codes(act.recipients),
        hosts=roles.codes(act.hosts),
        witnesses=roles.codes(act.witnesses),
        mediators=roles.codes(act.mediators),
        event_type=act.event_type,
        cameo_code=act.cameo_code,
        polarity=act.polarity,
        modality=act.modality,
        date=dated.span.start,
        span_end=dated.span.end,
        precision=dated.span.precision,
        anchor=dated.anchor,
        tier=dated.tier,
        dimension=dimension(reading.words, act.event_type, act.cameo_code),
        score=score(features),
        marks=_marks(start, reading, act, dated),
        features=features,
    )


def _marks(start: int, reading: Reading, act: Act, dated: dating.ActDate) -> tuple[Mark, ...]:
    sides: tuple[tuple[Role, Parties], ...] = (
        ("initiator", act.initiators), ("recipient", act.recipients), ("host", act.hosts),
        ("witness", act.witnesses), ("mediator", act.mediators),
    )  # fmt: skip
    here = set(reading.parties)
    found: dict[tuple[int, int], Mark] = {}
    for role, parties in sides:
        for party in parties:
            if party in here:
                place = (start + party.start, start + party.end)
                found.setdefault(place, Mark(*place, role, party.code))
    first, last = reading.words[act.hit.first], reading.words[act.hit.last]
    found.setdefault(
        (start + first.start, start + last.end), Mark(start + first.start, start + last.end, "act")
    )
    if dated.anchor:
        found[start + dated.first, 0] = Mark(start + dated.first, start + dated.last, "date")
    return tuple(sorted(found.values(), key=lambda mark: mark.start))


def _claim(
    reader: _Reader, sentence: str, start: int, reading: Reading, kind: claims.ClaimKind, by: str
) -> Proposed:
    dated = reader.dating.of_claim()
    about = tuple(party for party in reading.parties if party.first not in reading.attribution)
    features = {"claim": 1.0, "speaker": float(bool(by)), "about": min(len(about), 4) / 4}
    return Proposed(
        kind="claim",
        sentence=sentence,
        start=start,
        end=start + len(sentence),
        title=titles.shortened(sentence),
        initiators=(),
        recipients=tuple(code for code in roles.codes(about) if code != by),
        event_type="",
        cameo_code="",
        date=dated.span.start,
        span_end=dated.span.end,
        precision=dated.span.precision,
        dimension=dimension(reading.words, "", ""),
        score=score(features),
        marks=tuple(
            Mark(start + party.start, start + party.end, "recipient", party.code) for party in about
        ),
        features=features,
        speaker=by,
        claim_kind=kind,
        modality="possible" if kind == "forecast" else "actual",
    )
