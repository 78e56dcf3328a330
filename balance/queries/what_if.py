"""The balance under a reader's settings: other weights, a floor, and what is left out."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from balance.compute.impacts import Impacts
from balance.compute.world import DIMENSIONS
from balance.models import Methodology
from balance.queries.balance import Setting
from balance.queries.explain import titles
from balance.queries.impact_columns import confidences
from balance.queries.outlets import SupportingOutlets
from balance.queries.questions import BadQuestion

LARGEST_WEIGHT = 10
LARGEST_KAPPA = 1_000
MOST_KEYS = 50  # Outlets, or events, that one address leaves out.


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader sets beside the half-life; None, and what is not named, is the methodology's.

    `weights` are of dimensions; events under the `floor` of confidence are left out, and so are
    those that only `without_outlets` report, and `without_events`.
    """

    kappa: float | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    floor: float = 0.0
    without_outlets: tuple[int, ...] = ()
    without_events: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse nonsense at the door."""
        if not 0 <= self.floor <= 1:
            raise BadQuestion("floor", _("The confidence lies between 0 and 1."))
        if self.kappa is not None and not 0 < self.kappa <= LARGEST_KAPPA:
            raise BadQuestion(
                "kappa", _("Kappa is above 0 and at most %(most)d.") % {"most": LARGEST_KAPPA}
            )
        for name, weight in self.weights.items():
            if name not in DIMENSIONS or not 0 <= weight <= LARGEST_WEIGHT:
                raise BadQuestion(
                    f"weight_{name}",
                    _("A weight lies between 0 and %(most)d.") % {"most": LARGEST_WEIGHT},
                )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The events that the settings leave out, by what does; one may be in several."""

    by_floor: set[int]
    by_outlet: set[int]
    by_name: set[int]

    @property
    def all(self) -> set[int]:
        """Every event that is left out."""
        return self.by_floor | self.by_outlet | self.by_name


def left_out(
    setting: Setting, settings: Settings, found: Impacts, outlets: SupportingOutlets
) -> LeftOut:
    """Return which of the events with impacts the settings leave out.

    Raises:
        BadQuestion: if an outlet supports no event, or an event gives nothing.
    """
    present = set(found.counts.event.tolist())
    for field_, given, known in (
        ("without_outlet", settings.without_outlets, outlets.names()),
        ("without_event", settings.without_events, present),
    ):
        if unknown := [key for key in given if key not in known]:
            raise BadQuestion(field_, _not_here(field_, unknown[0]))
    sure = confidences(setting, found.counts.event) if settings.floor > 0 else {}
    return LeftOut(
        by_floor={event for event in present if sure.get(event, 1.0) < settings.floor},
        by_outlet=present & outlets.only_by(settings.without_outlets),
        by_name=set(settings.without_events),
    )


def under(setting: Setting, settings: Settings) -> Setting:
    """Return the setting with the methodology that the reader makes of it."""
    return replace(setting, methodology=_changed(setting.methodology, settings))


def settings_in_full(
    setting: Setting, settings: Settings, outlets: SupportingOutlets
) -> dict[str, Any]:
    """Return every setting with its value, and what is left out by name."""
    names, changed = outlets.names(), under(setting, settings)
    told = titles(setting, settings.without_events) if settings.without_events else {}
    return {
        "half_life": changed.half_life,
        "kappa": changed.methodology.kappa,
        "dimension_weights": changed.methodology.dimension_weights,
        "floor": settings.floor,
        "without_outlets": [{"id": key, "name": names[key]} for key in settings.without_outlets],
        "without_events": [{"event": key, **told[key]} for key in settings.without_events],
    }


def _changed(methodology: Methodology, settings: Settings) -> Methodology:
    """Return an unsaved methodology that differs by the reader's kappa and weights."""
    changed = copy.copy(methodology)
    if settings.kappa is not None:
        changed.kappa = settings.kappa
    for dimension, weight in settings.weights.items():
        setattr(changed, f"weight_{dimension}", weight)
    return changed


def _not_here(field_: str, key: int) -> str:
    if field_ == "without_outlet":
        return _("No outlet %(id)d supports an event.") % {"id": key}
    return _("No event %(id)d counts in this balance.") % {"id": key}
