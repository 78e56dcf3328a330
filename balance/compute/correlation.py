"""Whether two lists order the same things alike."""

from collections.abc import Sequence

import numpy as np

from balance.compute.arrays import Floats

LEAST = 3  # Pairs; two are always in perfect agreement or disagreement.


class TooFewPairs(ValueError):
    """There are fewer than LEAST pairs, so any coefficient would say nothing."""


class NoSpread(ValueError):
    """All numbers of a list are the same, so it orders nothing."""


def ranks(values: Sequence[float]) -> Floats:
    """Return each number's rank, 1 the smallest; equal numbers share their average rank.

    Args:
        values: shape (n,), any unit, finite.

    Returns:
        Shape (n,), unitless, summing to n (n + 1) / 2.

    Source:
        docs/methodology.md, section 7.
    """
    numbers = np.asarray(values, dtype=np.float64)
    _distinct, place, count = np.unique(numbers, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    average: Floats = (last - (count - 1) / 2.0)[place]
    return average


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Spearman's rank correlation: Pearson's of the ranks, equal numbers averaged.

    Args:
        one, other: shape (n,), any units, finite; one[i] belongs to other[i].

    Returns:
        Unitless, in [-1, 1]: 1 where both order alike, -1 where they order inversely.

    Raises:
        ValueError: if the shapes differ, or a number is not finite.
        TooFewPairs: if n is below LEAST.
        NoSpread: if all numbers of a list are the same.

    Source:
        docs/methodology.md, section 7.
    """
    if len(one) != len(other):
        raise ValueError(f"{len(one)} numbers cannot be paired with {len(other)}")
    if not (np.isfinite(one).all() and np.isfinite(other).all()):
        raise ValueError("a number is not finite")
    if len(one) < LEAST:
        raise TooFewPairs(f"{len(one)} pairs, expected {LEAST} or more")
    a, b = (ranks(values) - (len(one) + 1) / 2 for values in (one, other))
    spread = float(np.sqrt((a @ a) * (b @ b)))
    if spread == 0:
        raise NoSpread("all numbers of a list are the same")
    return float(np.clip(a @ b / spread, -1.0, 1.0))
