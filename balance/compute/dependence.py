"""Measured dependence: a pole's share of what is measured with all partners."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

CONFLICTING = "conflicting"
NOT_LISTED = "not_listed"
NO_TOTAL = "no_total"
NEGATIVE = "negative"
ONE_PARTNER = "one_partner"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number as outlets report it: the lowest and the highest figure, alike where they agree."""

    low: float
    high: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Bounds":
        """Return the bounds of one figure or more."""
        return cls(min(figures), max(figures))


@dataclass(frozen=True, slots=True)
class Share:
    """A pole's share in 0..1 with its bounds, or null with the reason."""

    share: float | None
    low: float | None
    high: float | None
    reason: str | None


def shares(
    figures: Mapping[str, Sequence[float]],
    weights: Mapping[str, Mapping[str, float]],
    total: Sequence[float] | None,
) -> tuple[dict[str, Share], Bounds | None]:
    """Return each pole's share of an amount in one period, and the total it is a share of.

    Figures that contradict each other are not averaged: the share is null, `conflicting`, and
    lies between the bounds that the lowest and the highest figures give.

    Args:
        figures: each partner's figures for the period, one or more, in one unit.
        weights: each partner's weight in every pole and OTHER, >= 0, summing to 1.
        total: the reported total with all partners, its figures; None where there is none.
            Then the partners listed make the total, and one alone makes none.

    Returns:
        Shares by pole, OTHER included where a partner is in it; and the total. Poles without
        a partner are not among them. Without a total every share is null, `no_total` or
        `one_partner`; so it is, `negative`, where a figure is below 0.

    Source:
        docs/methodology.md, section 7.
    """
    bounds = {partner: Bounds.of(own) for partner, own in figures.items()}
    by_pole = _sums(bounds, weights)
    whole = Bounds.of(total) if total else _sum(bounds.values())
    if reason := _no_share(bounds, whole, is_reported=bool(total)):
        return {pole: Share(None, None, None, reason) for pole in by_pole}, None
    reported = whole if total else None
    return {
        pole: _share(own, reported, _sum(by_pole[other] for other in by_pole if other != pole))
        for pole, own in by_pole.items()
    }, whole


def _no_share(bounds: Mapping[str, Bounds], whole: Bounds, *, is_reported: bool) -> str | None:
    """Return why there is no share of anything, if so."""
    if any(own.low < 0 for own in bounds.values()):
        return NEGATIVE
    if not is_reported and len(bounds) < 2:
        return ONE_PARTNER
    return NO_TOTAL if whole.low <= 0 else None


def stated_shares(
    figures: Mapping[str, Sequence[float]], weights: Mapping[str, Mapping[str, float]]
) -> dict[str, Share]:
    """Return each pole's share where outlets state shares, in per cent of the whole.

    Args and conflicts are those of `shares`; the shares of a pole's members are added.

    Source:
        docs/methodology.md, section 7.
    """
    by_pole = _sums({partner: Bounds.of(own) for partner, own in figures.items()}, weights)
    return {pole: _between(own.low / 100, own.high / 100) for pole, own in by_pole.items()}


def _sums(
    bounds: Mapping[str, Bounds], weights: Mapping[str, Mapping[str, float]]
) -> dict[str, Bounds]:
    found: dict[str, Bounds] = {}
    for partner, own in sorted(bounds.items()):
        for pole, weight in weights[partner].items():
            before = found.get(pole, Bounds(0, 0))
            found[pole] = Bounds(before.low + weight * own.low, before.high + weight * own.high)
    return found


def _sum(parts: Iterable[Bounds]) -> Bounds:
    all_parts = list(parts)
    return Bounds(math.fsum(part.low for part in all_parts), math.fsum(p.high for p in all_parts))


def _share(own: Bounds, reported: Bounds | None, rest: Bounds) -> Share:
    """Return the share of the reported total, or of the pole's own and the rest's figures."""
    if reported:
        return _between(own.low / reported.high, own.high / reported.low)
    return _between(own.low / (own.low + rest.high), own.high / (own.high + rest.low))


def _between(low: float, high: float) -> Share:
    if low == high:
        return Share(low, low, high, None)
    return Share(None, low, high, CONFLICTING)
