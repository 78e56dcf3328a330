"""The acts of a sentence: which verbs report one, in which mood, and between whom."""

from dataclasses import dataclass, field, replace

from balance.coding import composing, grammar, roles
from balance.coding.composing import Coding
from balance.coding.patterns import Hit
from balance.coding.proposed import Modality, Polarity
from balance.coding.reading import Reading
from balance.coding.roles import Parties
from balance.coding.verbs import Mood, is_finite, is_verbal, mood

_RESOLVES = frozenset({"plan", "intend", "decid", "ready", "prepar", "will", "be", "undertak"})
_NOUN_LED = grammar.word_set("initiativ troop soldier forc peacekeeper peacekeep dron missil")
_NONE: Parties = ()


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a sentence, with the actors in their roles and how sure each step was."""

    hit: Hit
    event_type: str
    cameo_code: str
    initiators: Parties
    recipients: Parties
    hosts: Parties = ()
    witnesses: Parties = ()
    mediators: Parties = ()
    mood: Mood = field(default_factory=Mood)
    modality: Modality = "actual"
    polarity: Polarity = "affirmed"
    features: dict[str, float] = field(default_factory=dict)


def acts(reading: Reading, before: Parties) -> list[Act]:
    """Return the acts of a sentence in its order; `before` is who the one before was about."""
    chosen, spare = _chosen(reading)
    if not chosen:
        chosen = spare[:1]
    found: list[Act] = []
    for number, hit in enumerate(chosen):
        end = chosen[number + 1].first if number + 1 < len(chosen) else len(reading.words)
        act = _act(reading, hit, end, before)
        act = replace(act, features=act.features | {"spare": float(hit in spare)})
        found.append(_of_both(reading, act, found[-1]) if found else act)
    return found


def _of_both(reading: Reading, act: Act, previous: Act) -> Act:
    """Return the act of "they", where both sides of the one before it are meant."""
    clause = reading.clause(act.hit.first)
    said = {word.lower for word in reading.words[clause.first : act.hit.first]}
    is_plural = bool(said & {"they", "both"}) and act.features["pronoun"]
    if not is_plural or previous.initiators != previous.recipients or act.recipients:
        return act
    return replace(act, initiators=previous.initiators, recipients=previous.recipients)


def _chosen(reading: Reading) -> tuple[list[Hit], list[Hit]]:
    """Return the verbs that report acts of their own, and those to use where there is none."""
    chosen: list[Hit] = []
    spare: list[Hit] = []
    covered = -1
    for hit in reading.verbs:
        verb = hit.last if hit.pattern.stems[0] in _NOUN_LED else hit.first
        if hit.first <= covered or not is_verbal(reading, verb):
            continue
        if hit.pattern.event_type == "NONE":
            covered = hit.last
            continue
        clause = reading.clause(hit.first)
        if clause.kind == "subordinate" or not is_finite(reading, verb):
            spare.append(hit)
        elif not chosen or _is_new(reading, chosen[-1], hit):
            chosen.append(hit)
            covered = hit.last
    return chosen, spare


def _is_new(reading: Reading, previous: Hit, hit: Hit) -> bool:
    """Say whether a later verb is an act of its own, not what the earlier one is about."""
    clause = reading.clause(hit.first)
    between = reading.words[previous.last + 1 : hit.first]
    if any(word.lower in grammar.LEADING for word in between):
        return clause.kind != "relative"
    if clause.first > previous.last:
        return clause.kind in ("main", "when")
    lead = mood(reading, hit.first).first
    joint = reading.words[lead - 1].lower if lead else ""
    return joint in ("and", ",", "but", "then")


def _act(reading: Reading, hit: Hit, end: int, before: Parties) -> Act:
    how = mood(reading, hit.first)
    if not is_finite(reading, hit.first) and _is_possible(reading, hit):
        how = replace(how, possible=True)
    if reading.words[hit.first].lower in grammar.OUGHT:
        how = replace(how, ought=True)
    found = roles.subject(reading, hit, before)
    coding = _coding(reading, hit, end, how)
    features = {
        "named": float(found.found == "named"),
        "pronoun": float(found.found == "pronoun"),
        "distance": min(_distance(hit, found.parties), 20) / 10,
        "phrase": float(hit.pattern.weight > 1),
    }
    act = Act(hit, *coding, found.parties, _NONE, mood=how, features=features)
    act = replace(act, modality=_modality(how, coding), polarity=_polarity(how, coding))
    return _with_others(reading, act, end)


def _is_possible(reading: Reading, hit: Hit) -> bool:
    """Say whether "could" or its like rules the clause: "could help in improving ties"."""
    clause = reading.clause(hit.first)
    words = reading.words[clause.first : hit.first]
    return any(word.lower in grammar.POSSIBLE for word in words)


def _distance(hit: Hit, parties: Parties) -> float:
    return float(hit.first - parties[-1].last) if parties else 20.0


def _complement(reading: Reading, hit: Hit, end: int) -> Hit | None:
    after = [
        other
        for other in reading.verbs
        if hit.last < other.first < end and other.pattern.event_type != "NONE"
    ]
    return after[0] if after else None


def _coding(reading: Reading, hit: Hit, end: int, how: Mood) -> Coding:
    coding: Coding = (hit.pattern.event_type, hit.pattern.cameo_code)
    inner = _complement(reading, hit, end)
    complement = (inner.pattern.event_type, inner.pattern.cameo_code) if inner else None
    if how.ought:
        is_whole = coding == ("REQUEST", "100")
        return composing.asked(
            (complement or ("", ""))[1] if is_whole else coding[1], is_demand=True
        )
    if how.negated and not how.is_past and coding[0] in grammar.COOPERATIVE:
        return composing.of_type("REJECT", coding[1])
    if coding[0] == "AGREE" and complement and inner and hit.pattern.stems[0] in _RESOLVES:
        is_refused = mood(reading, inner.first).negated
        if complement[0] in grammar.HOSTILE or is_refused:
            return composing.of_type("THREATEN", complement[1])
    coding = composing.with_complement(coding, complement)
    return composing.in_future(coding) if how.future or how.possible else coding


def _modality(how: Mood, coding: Coding) -> Modality:
    if how.ought or coding[0] == "REQUEST":
        return "requested"
    if coding[0] == "THREATEN":
        return "threatened"
    if how.possible:
        return "possible"
    return "intended" if how.future or coding[0] == "AGREE" else "actual"


def _polarity(how: Mood, coding: Coding) -> Polarity:
    return "denied" if how.negated and coding[0] != "REJECT" else "affirmed"


def _with_others(reading: Reading, act: Act, end: int) -> Act:
    """Return the act with those on its other side."""
    frame = act.hit.pattern.frame
    others = roles.go_betweens(reading)
    act = replace(act, **others)  # type: ignore[arg-type]
    beside = tuple(party for parties in others.values() for party in parties)
    own = roles.codes((*act.initiators, *beside))
    direct, placed = roles.objects(reading, act.hit.first + 1, end, own)
    if act.mood.ought:
        return _asked_of(reading, act)
    if act.mood.passive and frame != "with":
        return _passive(reading, act, end, placed)
    if frame in ("visit", "mediate") or act.event_type in ("AID", "MOBILIZE"):
        nearest = min([*direct[:1], *placed], key=lambda party: party.first, default=None)
        is_near = nearest is not None and nearest in placed
        return replace(act, recipients=placed if is_near else direct)
    if frame == "with":
        return _together(reading, act, direct, placed)
    if (
        not direct
        and len(roles.codes(act.initiators)) > 1
        and act.event_type not in grammar.PHYSICAL
    ):
        return _joint(act, (), placed)
    if direct or act.event_type in ("CONSULT", "SUPPORT"):
        return replace(act, recipients=direct)
    return replace(act, recipients=placed, features=act.features | {"placed": float(bool(placed))})


def _together(reading: Reading, act: Act, direct: Parties, placed: Parties) -> Act:
    """Return an act that takes two: with whom "with" names, before others that it is about."""
    is_drill = act.cameo_code == "062"
    named = tuple(party for party in direct if roles.is_partner(reading, party))
    if len(roles.codes(act.initiators)) > 1:
        return _joint(act, named, placed)
    if is_drill and not named:
        show = replace(act, event_type="MOBILIZE", cameo_code="150")
        return replace(show, recipients=placed or direct)
    if act.event_type == "CONSULT" and not direct and placed:
        return replace(act, recipients=placed, features=act.features | {"placed": 1.0})
    return _joint(act, named or direct, placed)


def _joint(act: Act, direct: Parties, placed: Parties) -> Act:
    everybody = tuple(dict.fromkeys((*act.initiators, *direct)))
    hosts = act.hosts or tuple(
        party for party in placed if party.code not in roles.codes((*everybody, *act.mediators))
    )
    if len(roles.codes(everybody)) < 2:
        return replace(act, hosts=hosts)
    return replace(act, initiators=everybody, recipients=everybody, hosts=hosts)


def _passive(reading: Reading, act: Act, end: int, placed: Parties) -> Act:
    by = roles.agents(reading, act.hit.first, end)
    features = act.features | {"passive": 1.0}
    if not by and act.event_type in grammar.PHYSICAL | {"ACCUSE"}:
        by, features = placed, features | {"placed": float(bool(placed))}
    return replace(act, initiators=by, recipients=act.initiators, features=features)


def _asked_of(reading: Reading, act: Act) -> Act:
    """Return a demand in the mouth of whoever says that somebody else must do it."""
    clause = reading.clause(act.hit.first)
    words = reading.words
    for at in range(clause.first, -1, -1):
        if words[at].lower in grammar.LEADING | {"said", "warned", "insisted"}:
            speaker = roles.subject(reading, Hit(at, at, act.hit.pattern), ())
            return replace(act, initiators=speaker.parties, recipients=act.initiators)
    return replace(act, initiators=(), recipients=act.initiators)
