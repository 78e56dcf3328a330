"""What an event would change in the balance today, reckoned in memory; nothing is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from balance.compute import world as compute
from balance.compute.daily import whole_years
from balance.compute.impacts import impacts
from balance.compute.intensity import intensity
from balance.compute.measures import measures
from balance.models import Actor, Event, Focus, Proposal
from balance.operations.inputs import find_dataset, read_series, settle
from balance.queries.balance import Setting, find_setting, measured
from balance.queries.inputs import load_inputs
from balance.queries.questions import BadQuestion, BalanceQuestion

_KEEP = 8
_worlds: dict[tuple[int, str], compute.World] = {}  # By focus and version of the data.


@dataclass(frozen=True, slots=True)
class PoleEffect:
    """One pole's stock and share at the end of today, without the event and with it.

    Stocks in intensity points; shares 0 to 1, None where there is none.
    """

    code: str
    name: str
    cooperation: tuple[float, float]
    conflict: tuple[float, float]
    share: tuple[float | None, float | None]

    @property
    def points(self) -> float:
        """What the event adds: cooperation, less conflict."""
        more = self.cooperation[1] - self.cooperation[0]
        return more - (self.conflict[1] - self.conflict[0])


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event would change for one focus; its poles in their order."""

    focus: str
    focus_name: str
    poles: list[PoleEffect]

    @property
    def is_none(self) -> bool:
        """Whether no number of today changes: an act with others, or one still to come."""
        return not any(pole.points for pole in self.poles)


def effect_of(proposal: Proposal, *, today: date) -> list[Effect]:
    """Return what accepting the proposal as it is would change today, for each focus in it.

    Of a claim, and of an act without any focus, nothing.
    """
    if proposal.kind != Proposal.Kind.EVENT:
        return []
    event = Event(
        start=proposal.start,
        end=proposal.end,
        event_type=proposal.event_type,
        cameo_code=proposal.cameo_code,
        dimension=proposal.dimension,
    )
    parties = proposal.participants.select_related("actor").order_by("pk")
    return effect_of_event(event, [(row.actor, row.role) for row in parties], today=today)


def effect_of_event(
    event: Event, participants: Sequence[tuple[Actor, str]], *, today: date
) -> list[Effect]:
    """Return what an event that is not stored would change today, for each focus in it."""
    found = []
    for focus in _foci(actor for actor, _role in participants):
        question = BalanceQuestion(focus=focus.actor.code)
        try:
            setting = settle(find_setting(question, focus))
            found.append(_effect(setting, event, participants, today))
        except (BadQuestion, compute.EventOutOfRange):  # No methodology; or an act of no day.
            continue
    return found


def _foci(actors: Iterable[Actor]) -> list[Focus]:
    keys = {key for actor in actors for key in (actor.pk, actor.affiliation_id) if key}
    rows = Focus.objects.select_related("actor", "scheme").filter(actor__in=keys)
    return list(rows)


def _effect(
    setting: Setting, event: Event, participants: Sequence[tuple[Actor, str]], today: date
) -> Effect:
    source, _stale = read_series(setting)
    one = impacts(
        [_as_computed(event, participants, setting.methodology.scale)],
        _world(setting, source.data_version),
        setting.focus.actor.code,
    )
    day = np.array([today.toordinal()])
    before, stocks = measured(setting, source.daily, day, day + 1)
    _alone, added = measured(setting, whole_years(one, len(setting.poles)), day, day + 1)
    cooperation, conflict, counts = after = tuple(
        old + new for old, new in zip(stocks, added, strict=True)
    )
    with_it = measures(
        cooperation[:-1],
        conflict[:-1],
        cooperation[-1],
        conflict[-1],
        counts[:-1],
        setting.methodology.kappa,
    )
    poles = [
        PoleEffect(
            pole.code,
            str(pole),
            (float(stocks[0][at][0]), float(after[0][at][0])),
            (float(stocks[1][at][0]), float(after[1][at][0])),
            (_share(before, at), _share(with_it, at)),
        )
        for at, pole in enumerate(setting.poles)
    ]
    return Effect(setting.focus.actor.code, str(setting.focus), poles)


def _share(found: Any, at: int) -> float | None:
    share = float(found.share[at][0])
    return None if np.isnan(share) else share


def _as_computed(
    event: Event, participants: Sequence[tuple[Actor, str]], scale: str
) -> compute.Event:
    goldstein = event.cameo_code.goldstein if event.cameo_code else None
    worth = intensity(scale, goldstein, event.event_type.plover_score, event.intensity_override)
    parties = tuple(compute.Participant(actor.code, role) for actor, role in participants)
    return compute.Event(
        id=0,
        start=event.start,
        end=event.end,
        dimension=event.dimension,
        intensity=worth,
        confidence=event.confidence,
        participants=parties,
    )


def _world(setting: Setting, version: str) -> compute.World:
    """Return who is in which pole when; a version's world never changes, so the last are kept."""
    key = (setting.focus.pk, version)
    if key not in _worlds:
        _worlds[key] = load_inputs(focus=setting.focus, dataset=find_dataset(setting)).world
        while len(_worlds) > _KEEP:
            _worlds.pop(next(iter(_worlds)), None)
    return _worlds[key]
