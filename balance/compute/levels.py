"""Levels of cooperation and conflict, and numbers of events, from daily arrays.

A daily array has days on its last axis, `first_day` being the ordinal of the first; days
before and after it hold nothing. Arguments named `days_at`, `starts` and `ends` are ordinals.
"""

import numpy as np
import numpy.typing as npt

from balance.compute.arrays import Floats, Integers
from balance.compute.decay import check_half_life, remaining

MEMORY = 5  # Half-lives for which an event is counted beside a stock.
_UNITS = 2.0**40  # Counts are summed as whole numbers of 2 ** -40, so differences are exact.


def over_dimensions(x: Floats, weights: npt.ArrayLike) -> Floats:
    """Return the weighted sum over the first axis.

    Args:
        x: shape (D, ...), any unit.
        weights: shape (D,), unitless, each >= 0.

    Returns:
        Shape (...), the unit of `x`.

    Source:
        docs/methodology.md, section 3.
    """
    w = np.asarray(weights, dtype=np.float64)
    weighed: Floats = x * w.reshape(-1, *([1] * (x.ndim - 1)))
    return np.asarray(weighed.sum(axis=0))


def stock(x: Floats, first_day: int, days_at: npt.ArrayLike, half_life: float) -> Floats:
    """Return the stock at the end of each day: all before it, halved every half-life.

    C(t) = sum over days <= t of x(day) 2 ** (-(t - day) / half_life).

    Args:
        x: shape (..., days), intensity points, >= 0.
        first_day: ordinal of x's first day.
        days_at: shape (n,), ordinals, ascending; may lie outside the array.
        half_life: days, > 0 and finite.

    Returns:
        Shape (..., n), intensity points, >= 0. Each day is weighted once relative to the
        next sample, so it agrees with the direct sum to about 1e-13 relative.

    Raises:
        ValueError: if half_life is not positive and finite, or days_at is not ascending.

    Source:
        docs/methodology.md, section 3.1.
    """
    check_half_life(half_life)
    at = np.asarray(days_at, dtype=np.int64)
    if (np.diff(at) < 0).any():
        raise ValueError("days_at is not ascending")
    with np.errstate(under="ignore"):
        levels = _arrived(x, first_day, at, half_life)
        kept = remaining(np.diff(at), half_life)
        for sample in range(1, at.size):
            levels[..., sample] += levels[..., sample - 1] * kept[sample - 1]
    return levels


def flow(x: Floats, first_day: int, starts: npt.ArrayLike, ends: npt.ArrayLike) -> Floats:
    """Return the plain sum over each period [start, end).

    Args:
        x: shape (..., days), intensity points, >= 0.
        first_day: ordinal of x's first day.
        starts: shape (n,), ordinals of first days.
        ends: shape (n,), ordinals of first days out, each >= its start.

    Returns:
        Shape (..., n), intensity points, >= 0; exactly 0 where nothing happened.

    Source:
        docs/methodology.md, section 3.2.
    """
    first, stop = _places(starts, first_day, x), _places(ends, first_day, x)
    ended = np.concatenate([x, np.zeros((*x.shape[:-1], 1))], axis=-1)
    pairs = np.stack([first, stop], axis=-1).ravel()
    sums = np.add.reduceat(ended, pairs, axis=-1)[..., ::2] if pairs.size else ended[..., :0]
    return np.where(stop > first, sums, 0.0)


def count_flow(
    begun: Floats, ended: Floats, first_day: int, starts: npt.ArrayLike, ends: npt.ArrayLike
) -> Floats:
    """Return the number of events that touch each period [start, end).

    An event on [d1, d2) touches it if d1 < end and d2 > start.

    Args:
        begun: shape (..., days), events by d1, from the first event on.
        ended: shape (..., days), the same events by d2.
        first_day: ordinal of the first day of both.
        starts: shape (n,), ordinals of first days.
        ends: shape (n,), ordinals of first days out, each > its start.

    Returns:
        Shape (..., n), number of events, a decimal >= 0, rounded to 9 places.

    Source:
        docs/methodology.md, section 3.3.
    """
    gone = np.asarray(starts, dtype=np.int64) + 1
    return _difference(
        begun, _places(ends, first_day, begun), ended, _places(gone, first_day, ended)
    )


def count_stock(
    begun: Floats, ended: Floats, first_day: int, days_at: npt.ArrayLike, half_life: float
) -> Floats:
    """Return the number of events behind the stock at the end of each day t.

    An event on [d1, d2) is behind it if d1 <= t and d2 > t - 5 half-lives.

    Args:
        begun: shape (..., days), events by d1, from the first event on.
        ended: shape (..., days), the same events by d2.
        first_day: ordinal of the first day of both.
        days_at: shape (n,), ordinals.
        half_life: days, > 0 and finite.

    Returns:
        Shape (..., n), number of events, a decimal >= 0, rounded to 9 places.

    Raises:
        ValueError: if half_life is not positive and finite.

    Source:
        docs/methodology.md, section 3.3.
    """
    check_half_life(half_life)
    at = np.asarray(days_at, dtype=np.int64)
    reach = min(MEMORY * half_life, 1e9)  # Farther back than any calendar goes.
    gone = np.floor(at - reach).astype(np.int64) + 1
    return _difference(
        begun, _places(at + 1, first_day, begun), ended, _places(gone, first_day, ended)
    )


def _arrived(x: Floats, first_day: int, at: Integers, half_life: float) -> Floats:
    """Return, at each sample, the stock of the days since the sample before."""
    stops = _places(at + 1, first_day, x)
    starts = np.concatenate([[0], stops[:-1]])
    filled = stops > starts  # reduceat has no empty sum.
    levels = np.zeros((*x.shape[:-1], at.size))
    if filled.any():
        read = stops[-1]
        day = first_day + np.arange(read)
        age = np.repeat(at, stops - starts) - day
        faded = x[..., :read] * remaining(age, half_life)
        levels[..., filled] = np.add.reduceat(faded, starts[filled], axis=-1)
    return levels


def _places(days: npt.ArrayLike, first_day: int, x: Floats) -> Integers:
    """Return how many of the array's days lie before each ordinal."""
    return np.clip(np.asarray(days, dtype=np.int64) - first_day, 0, x.shape[-1])


def _difference(begun: Floats, before: Integers, ended: Floats, gone: Integers) -> Floats:
    """Return the events begun on the first `before` days less those ended on the first `gone`."""
    units = _running_total(begun)[..., before] - _running_total(ended)[..., gone]
    return np.round(units / _UNITS, 9) + 0.0  # -0 is written 0.


def _running_total(counts: Floats) -> Integers:
    """Return the totals of the first 0, 1, 2, ... days, in units of 2 ** -40 events."""
    units = np.rint(counts * _UNITS).astype(np.int64)
    none = np.zeros((*counts.shape[:-1], 1), dtype=np.int64)
    return np.concatenate([none, np.cumsum(units, axis=-1)], axis=-1)
