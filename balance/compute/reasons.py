"""Why a measure is null, and what a reader should know about a point."""

from dataclasses import dataclass

import numpy as np

from balance.compute.arrays import Booleans, Floats

NO_DATA = "no_data"
ONLY_CONFLICT = "only_conflict"
NO_CONFLICT = "no_conflict"
ONE_POLE_SCHEME = "one_pole_scheme"
THIN = "thin"
SINGLE_POLE = "single_pole"

_ENOUGH_EVENTS = 5
_PLACES = 8  # Sums are rounded before they are compared: 9.999999999999998 is not under 10.

Words = list[str | None]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why measures are null, per point; None where they are not.

    Args:
        share: n reasons; HHI and effective poles are null with the shares.
        friction: n reasons.
        tone: K lists of n reasons.
        balance: n reasons.
        coverage: n reasons.

    Source:
        docs/methodology.md, section 4.2.
    """

    share: Words
    friction: Words
    tone: list[Words]
    balance: Words
    coverage: Words


def reasons_of(
    cooperation: Floats, conflict: Floats, other_cooperation: Floats, other_conflict: Floats
) -> Reasons:
    """Return the reason of every null.

    Args:
        cooperation: shape (K, n), intensity points, >= 0.
        conflict: as cooperation.
        other_cooperation: shape (n,), intensity points of OTHER, >= 0.
        other_conflict: as other_cooperation.

    Source:
        docs/methodology.md, section 4.2.
    """
    met = (cooperation > 0) | (conflict > 0)
    plus, minus = _any(cooperation), _any(conflict)
    share = _without(plus, minus, ONLY_CONFLICT)
    alone = len(cooperation) == 1
    return Reasons(
        share=share,
        friction=_without(minus, plus, NO_CONFLICT),
        tone=[[None if here else NO_DATA for here in pole] for pole in met.tolist()],
        balance=[reason or (ONE_POLE_SCHEME if alone else None) for reason in share],
        coverage=_without(
            plus | (other_cooperation > 0), minus | (other_conflict > 0), ONLY_CONFLICT
        ),
    )


def flags_of(
    cooperation: Floats, conflict: Floats, counts: Floats, kappa: float
) -> list[tuple[str, ...]]:
    """Return the flags of every point: thin, single_pole, both or none.

    Args:
        cooperation: shape (K, n), intensity points, >= 0.
        conflict: as cooperation.
        counts: shape (K, n), numbers of events, >= 0.
        kappa: intensity points, > 0.

    Source:
        docs/methodology.md, section 4.3.
    """
    few = np.round(counts.sum(axis=0), _PLACES) < _ENOUGH_EVENTS
    weak = np.round((cooperation + conflict).sum(axis=0), _PLACES) < kappa
    single = (cooperation > 0).sum(axis=0) == 1
    named = ((THIN, few | weak), (SINGLE_POLE, single))
    points = range(cooperation.shape[1])
    return [tuple(flag for flag, raised in named if raised[point]) for point in points]


def _any(levels: Floats) -> Booleans:
    """Say at which points some pole has a level above 0."""
    return np.asarray((levels > 0).any(axis=0))


def _without(wanted: Booleans, instead: Booleans, word: str) -> Words:
    """Return None where there is what is wanted, else the word or, without either, no_data."""
    pairs = zip(wanted.tolist(), instead.tolist(), strict=True)
    return [None if here else word if there else NO_DATA for here, there in pairs]
