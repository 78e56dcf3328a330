"""How likely an editor accepts a proposal: a fixed logistic of a few named features."""

import math
from collections.abc import Mapping
from typing import Final

from balance.coding.acts import Act
from balance.coding.reading import Reading

# Fitted once on human-coded sentences by cross-validation; docs/coding.md tells how.
INTERCEPT: Final = -2.4
WEIGHTS: Final[Mapping[str, float]] = {
    "both": 4.1, "far_recipient": -2.1, "distance": -0.6, "initiator_first": 0.3, "pronoun": -0.3,
    "passive": 0.7, "recipient_adjective": 0.2, "verbs": -0.3, "long": -0.2, "crowd": -0.1,
    "support": 0.9, "sanction": 0.9, "threaten": 0.7, "agree": 0.6, "consult": 0.5, "retreat": 0.2,
    "mobilize": 0.2, "reject": 0.1, "protest": -0.2, "aid": -0.3, "cooperate": -0.4,
    "coerce": -0.4, "request": -0.6, "accuse": -0.6, "assault": -0.7, "concede": -0.9,
    # Of claims there are no coded sentences: these three are a guess, for the queue's order.
    "claim": 0.7, "speaker": 1.0, "about": 1.0,
}  # fmt: skip


def features_of(reading: Reading, act: Act, *, is_spoken: bool) -> dict[str, float]:
    """Return what speaks for and against an act, each about 0 to 1."""
    codes = {party.code for party in reading.parties}
    recipient = act.recipients[0] if act.recipients else None
    gap = max(recipient.first - act.hit.last, 0) if recipient else 0
    return {
        "both": float(bool(act.initiators and act.recipients)),
        "crowd": float(len(codes) > 3),
        "spoken": float(is_spoken),
        "denied": float(act.polarity == "denied"),
        "joint": float(bool(act.recipients) and act.initiators == act.recipients),
        "far_recipient": min(gap, 20) / 20,
        "recipient_adjective": float(recipient is not None and recipient.kind == "demonym"),
        "initiator_adjective": float(any(party.kind == "demonym" for party in act.initiators[:1])),
        "initiator_first": float(any(party.first <= 2 for party in act.initiators)),
        "verbs": min(len(reading.verbs), 6) / 6,
        "long": min(len(reading.words), 60) / 60,
        act.event_type.lower(): 1.0,
    }


def score(features: Mapping[str, float]) -> float:
    """Return the probability, 0 to 1, that the features speak for."""
    total = INTERCEPT + math.fsum(
        WEIGHTS.get(name, 0.0) * value for name, value in features.items()
    )
    return round(1 / (1 + math.exp(-max(-700.0, min(total, 700.0)))), 4)
