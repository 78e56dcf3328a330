"""Points of an answer, as small as a test can say them."""

from typing import Any

NAMES = {"russia": "Russia", "west": "the West", "china": "China"}


def point(
    shares: dict[str, float | None] | None,
    *,
    on: str = "2024-07-31",
    reason: str | None = None,
    flags: tuple[str, ...] = (),
    effective_poles: float | None = 2.5,
    tones: dict[str, float | None] | None = None,
    events: float = 4,
) -> dict[str, Any]:
    """Return a month's point; without shares it has none for any pole."""
    known = shares or dict.fromkeys(NAMES)
    return {
        "date": on,
        "start": f"{on[:8]}01",
        "end": on,
        "reason": reason,
        "flags": list(flags),
        "effective_poles": effective_poles if shares else None,
        "balance": 0.5 if shares else None,
        "poles": {
            code: {
                "share": known.get(code),
                "tone": (tones or {}).get(code),
                "events": events,
                "cooperation": 1.0,
                "conflict": 0.0,
            }
            for code in NAMES
        },
    }


def sure(
    point: dict[str, Any],
    *,
    leads: dict[str, float] | None = None,
    shares: dict[str, list[float]] | None = None,
    tones: dict[str, list[float]] | None = None,
    effective_poles: list[float] | None = None,
) -> dict[str, Any]:
    """Give a point the intervals and lead probabilities that a test is about."""
    point["intervals"] = {"effective_poles": effective_poles}
    for code, part in point["poles"].items():
        part["lead_probability"] = (leads or {}).get(code, 0.0) if leads else None
        part["intervals"] = {
            "share": (shares or {}).get(code),
            "tone": (tones or {}).get(code),
        }
    return point
