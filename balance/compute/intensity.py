"""An event's intensity in each of the scales."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

# Points of cooperation and conflict, per scale, that pull a tone half way to zero.
KAPPA: Mapping[str, float] = MappingProxyType({"goldstein": 10.0, "plover": 10.0, "sign": 2.0})


class UnknownScale(ValueError):
    """The scale is not one of KAPPA's."""


class NoScore(ValueError):
    """Neither the event's type nor an editor says how intense it is in this scale."""


class IntensityOutOfRange(ValueError):
    """An intensity is not a number in [-10, 10]."""


def intensity(
    scale: str, goldstein: float | None, plover: float | None, override: float | None
) -> float:
    """Return the intensity of an event in a scale; an editor's override wins.

    In the Goldstein scale an event without a CAMEO code has its PLOVER type's score; the
    sign scale keeps the sign of the override or else of the Goldstein scale.

    Args:
        scale: goldstein, plover or sign.
        goldstein: the CAMEO code's score, in [-10, 10], or None without a code.
        plover: the PLOVER type's score, in [-10, 10], or None without a score.
        override: the editor's, in [-10, 10], or None.

    Returns:
        Intensity points, in [-10, 10]; for sign -1, 0 or 1; never -0.

    Raises:
        UnknownScale: if the scale is none of the three.
        NoScore: if all that the scale reads is None.
        IntensityOutOfRange: if what it reads is not in [-10, 10].

    Source:
        docs/methodology.md, section 2.1.
    """
    if scale not in KAPPA:
        raise UnknownScale(f"scale is {scale!r}, expected one of {', '.join(KAPPA)}")
    typed = plover if scale == "plover" or goldstein is None else goldstein
    value = typed if override is None else override
    if value is None:
        raise NoScore(f"no score in the scale {scale}, and no override")
    if not -10 <= value <= 10:
        raise IntensityOutOfRange(f"intensity is {value}, expected -10 to 10")
    return float(np.sign(value) if scale == "sign" else value) + 0.0
