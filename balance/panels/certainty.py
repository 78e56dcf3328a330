"""How much a sentence may claim: methodology, section 5.2."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

LEADS, PROBABLY = 0.9, 0.6  # Lead probabilities from which a pole leads, or probably does.
NOTABLE = 0.05  # A probability of leading below it is not worth a word.
CLOSE = 0.1  # From it on a pole is named among those that may lead.

Ends = list[float]


def ends(part: Mapping[str, Any] | None, name: str) -> Ends | None:
    """Return low and high of a number of a point or of a pole; None where there is none."""
    found: Ends | None = part.get("intervals", {}).get(name) if part else None
    return found


def chances(point: Mapping[str, Any], codes: Mapping[str, str]) -> dict[str, float]:
    """Return the poles' lead probabilities; empty where none is computed."""
    found = {code: point["poles"][code].get("lead_probability") for code in codes}
    return {code: chance for code, chance in found.items() if chance is not None}


def overlap(one: Ends | None, other: Ends | None) -> bool:
    """Say whether two intervals leave open which number is larger; without both, say no."""
    if one is None or other is None:
        return False
    return one[0] <= other[1] and other[0] <= one[1]


def overtaking_sentence(chance: float | None) -> str:
    """Return the sentence for who took the lead, by its chance of leading since."""
    if chance is None or chance >= LEADS:
        # Translators: winner, loser: names in the nominative; when: "in July 2024", a phrase whole.
        return _("%(winner)s overtook %(loser)s %(when)s")
    if chance >= PROBABLY:
        return _("%(winner)s probably overtook %(loser)s %(when)s")
    return _("%(winner)s edged past %(loser)s %(when)s, within the margin")
