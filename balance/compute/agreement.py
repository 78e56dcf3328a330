"""How far coders agree who read the same evidence without knowing of each other."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import krippendorff
import numpy as np

Level = Literal["nominal", "interval"]
TOO_FEW, NO_VARIATION = "too_few", "no_variation"
RELIABLE, TENTATIVE = 0.8, 0.667  # From which conclusions rest on it, or rest on it tentatively.
_FEWEST: Final = 2  # Events coded twice.


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha, unitless, at most 1; None with the reason TOO_FEW or NO_VARIATION."""

    alpha: float | None
    reason: str | None = None


def agreement(units: Sequence[Sequence[Hashable | None]], level: Level) -> Agreement:
    """Return Krippendorff's alpha of one field.

    alpha = 1 - observed disagreement / the disagreement that chance would give: 1 is perfect
    agreement, 0 no more than chance, below 0 less than that.

    Args:
        units: for each event what each coder made of it, None where a coder did not code it;
            units with fewer than two values say nothing. Of the level interval all are numbers.
        level: nominal, where values are equal or not; interval, where distances count.

    Returns:
        Alpha, or why there is none: fewer than two events with two values, or values that are
        all the same, so that chance could not have missed.

    Raises:
        ValueError: if the level is neither.

    Source:
        docs/methodology.md, section 14. K. Krippendorff, Content Analysis (2019), chapter 12.
    """
    if level not in ("nominal", "interval"):
        raise ValueError(f"level is {level!r}, expected nominal or interval")
    paired = [unit for unit in units if sum(value is not None for value in unit) > 1]
    if len(paired) < _FEWEST:
        return Agreement(None, TOO_FEW)
    domain = {value for unit in paired for value in unit if value is not None}
    if len(domain) < 2:
        return Agreement(None, NO_VARIATION)
    numbers = _numbers(domain, level)
    coders = max(map(len, paired))
    table = np.full((coders, len(paired)), np.nan)
    for at, unit in enumerate(paired):
        for coder, value in enumerate(unit):
            if value is not None:
                table[coder, at] = numbers[value]
    found = krippendorff.alpha(reliability_data=table, level_of_measurement=level)
    return Agreement(float(found) + 0.0)


def _numbers(domain: set[Hashable], level: Level) -> dict[Hashable, float]:
    """Return a number for each value: itself, from the least on, or, of names, any."""
    if level == "nominal":
        return {value: float(at) for at, value in enumerate(sorted(domain, key=repr))}
    values = {value: float(value) for value in domain}  # type: ignore[arg-type]
    least = min(values.values())  # Days since year 1 are large; their differences are not.
    return {value: number - least for value, number in values.items()}
