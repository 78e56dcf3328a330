"""The balance: what the levels of the poles say about each other, at each point in time.

NaN stands for null here, and every null has its reason beside it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from balance.compute.arrays import Floats
from balance.compute.reasons import Reasons, flags_of, reasons_of


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """K poles at n points; unitless; NaN is null.

    Args:
        share: shape (K, n), engagement share, in [0, 1]; sums to 1 over the poles.
        friction: shape (K, n), friction share, in [0, 1]; sums to 1 over the poles.
        tone: shape (K, n), in (-1, 1).
        hhi: shape (n,), concentration, in [1/K, 1].
        effective_poles: shape (n,), in [1, K].
        balance: shape (n,), in [0, 1].
        coverage: shape (n,), in [0, 1].
        reasons: why the nulls are null.
        flags: per point, some of thin and single_pole.

    Source:
        docs/methodology.md, section 4.
    """

    share: Floats
    friction: Floats
    tone: Floats
    hhi: Floats
    effective_poles: Floats
    balance: Floats
    coverage: Floats
    reasons: Reasons
    flags: list[tuple[str, ...]]

    @property
    def reason(self) -> list[str | None]:
        """Why the shares, HHI and effective poles of a point are null."""
        return self.reasons.share

    @property
    def balance_reason(self) -> list[str | None]:
        """Why the balance of a point is null."""
        return self.reasons.balance

    @property
    def friction_reason(self) -> list[str | None]:
        """Why the friction of a point is null."""
        return self.reasons.friction

    @property
    def coverage_reason(self) -> list[str | None]:
        """Why the coverage of a point is null."""
        return self.reasons.coverage

    @property
    def tone_reason(self) -> list[list[str | None]]:
        """Why the tone of a pole (first index) at a point (second) is null."""
        return self.reasons.tone


def measures(
    cooperation: Floats,
    conflict: Floats,
    other_cooperation: Floats,
    other_conflict: Floats,
    counts: Floats,
    kappa: float,
) -> Measures:
    """Return every measure of the balance at each of n points.

    Args:
        cooperation: shape (K, n), intensity points, >= 0; K >= 1, without OTHER.
        conflict: as cooperation.
        other_cooperation: shape (n,), intensity points of OTHER, >= 0.
        other_conflict: as other_cooperation.
        counts: shape (K, n), numbers of events, >= 0.
        kappa: intensity points, > 0; see KAPPA of the intensity module.

    Raises:
        ValueError: if a level is negative or not finite, or kappa is not positive.

    Source:
        docs/methodology.md, section 4.
    """
    _check(cooperation, conflict, other_cooperation, other_conflict, kappa)
    poles = len(cooperation)
    with np.errstate(under="ignore"):
        total = cooperation.sum(axis=0)
        share = _ratio(cooperation, total)
        entropy = _entropy(share)
        return Measures(
            share=share,
            friction=_ratio(conflict, conflict.sum(axis=0)),
            tone=_tone(cooperation, conflict, kappa),
            hhi=np.clip((share**2).sum(axis=0), 1 / poles, 1.0),
            effective_poles=np.clip(np.exp(entropy), 1.0, poles),
            balance=np.clip(_ratio(entropy, np.full_like(entropy, np.log(poles))), 0.0, 1.0) + 0.0,
            coverage=_ratio(total, total + other_cooperation),
            reasons=reasons_of(cooperation, conflict, other_cooperation, other_conflict),
            flags=flags_of(cooperation, conflict, counts, kappa),
        )


def tilt(a_cooperation: Floats, b_cooperation: Floats, kappa: float) -> Floats:
    """Return how far cooperation leans from pole B to pole A.

    Args:
        a_cooperation: any shape, intensity points, >= 0.
        b_cooperation: the same shape.
        kappa: intensity points, > 0.

    Returns:
        The same shape, unitless, in (-1, 1); NaN where both are 0.

    Source:
        docs/methodology.md, section 4.
    """
    return _tone(np.asarray(a_cooperation), np.asarray(b_cooperation), kappa)


def shift(before: Floats, after: Floats) -> Floats:
    """Return how much of the engagement changed poles: half the sum of absolute changes.

    Args:
        before: shape (K, ...), shares.
        after: the same shape.

    Returns:
        Shape (...), unitless, in [0, 1]; NaN where either is null.

    Source:
        docs/methodology.md, section 4.
    """
    changes = np.abs(np.asarray(after) - np.asarray(before))
    return np.asarray(np.clip(changes.sum(axis=0) / 2, 0.0, 1.0))


def _ratio(part: Floats, whole: Floats) -> Floats:
    """Divide, and leave NaN where the whole is 0; both may be subnormal."""
    ratio = np.full(part.shape, np.nan)
    np.divide(part, whole, out=ratio, where=np.broadcast_to(whole > 0, part.shape))
    return ratio


def _tone(plus: Floats, minus: Floats, kappa: float) -> Floats:
    """Return (plus - minus) / (plus + minus + kappa), NaN where both are 0."""
    with np.errstate(under="ignore"):
        tone = (plus - minus) / (plus + minus + kappa) + 0.0
    return np.where(plus + minus > 0, tone, np.nan)


def _entropy(share: Floats) -> Floats:
    """Return the entropy in nats, in [0, ln K]; a share of 0 adds nothing."""
    logs = np.log(share, out=np.zeros_like(share), where=share > 0)
    nats: Floats = np.maximum(-(share * logs).sum(axis=0), 0.0)
    return nats + 0.0


def _check(*values: npt.ArrayLike) -> None:
    *levels, kappa = (np.asarray(value) for value in values)
    for level in levels:
        if not (np.isfinite(level) & (level >= 0)).all():
            raise ValueError("a level is negative or not finite")
    if not 0 < kappa < np.inf:
        raise ValueError(f"kappa is {kappa}, expected more than 0 and finite")
