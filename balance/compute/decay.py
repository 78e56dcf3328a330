"""How an impact fades: it halves every half-life."""

import math

import numpy as np
import numpy.typing as npt

from balance.compute.arrays import Floats

_LN2 = math.log(2.0)


def check_half_life(half_life: float) -> None:
    """Refuse a half-life that nothing can fade by.

    Raises:
        ValueError: if it is not positive and finite.
    """
    if not 0 < half_life < math.inf:
        raise ValueError(f"half_life is {half_life} days, expected more than 0 and finite")


def remaining(age: npt.ArrayLike, half_life: float) -> Floats:
    """Return what is left of 1 at an age: 2 ** (-age / half_life).

    Args:
        age: any shape, days, each >= 0.
        half_life: days, > 0.

    Returns:
        The shape of `age`, unitless, in [0, 1]; 0 where it underflows.

    Source:
        docs/methodology.md, section 3.1.
    """
    with np.errstate(under="ignore", over="ignore"):
        return np.exp2(-_halvings(age, half_life))


def lost(age: npt.ArrayLike, half_life: float) -> Floats:
    """Return 1 - remaining(age), exact also where almost all remains.

    Args:
        age: any shape, days, each >= 0.
        half_life: days, > 0.

    Returns:
        The shape of `age`, unitless, in [0, 1].

    Source:
        docs/methodology.md, section 6.1.
    """
    with np.errstate(under="ignore", over="ignore"):
        return -np.expm1(-_LN2 * _halvings(age, half_life))


def remaining_sum(age: npt.ArrayLike, days: npt.ArrayLike, half_life: float) -> Floats:
    """Return the sum of what is left of 1 a day, over consecutive days.

    The closed form of remaining(age) + remaining(age + 1) + ... with `days` terms.

    Args:
        age: any shape, the age in days of the youngest day, each >= 0.
        days: the same shape, number of days, each >= 1.
        half_life: days, > 0.

    Returns:
        The same shape, unitless, in [0, days].

    Source:
        docs/methodology.md, section 6.1.
    """
    with np.errstate(under="ignore"):
        return remaining(age, half_life) * (lost(days, half_life) / lost(1, half_life))


def _halvings(age: npt.ArrayLike, half_life: float) -> Floats:
    return np.asarray(age, dtype=np.float64) / half_life
