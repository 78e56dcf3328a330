"""A waterfall: from the level on one day to the level on another, step by step."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.panels.wording import decimal, signed

NAMED = 8  # Events with a step of their own; the others of each kind share one.
KINDS = ("arrived", "faded")
LEVEL = "level"
DIGITS = 2


@dataclass(frozen=True)
class Step:
    """A bar: a level, or the way from one level to the next. Places are in percent."""

    kind: str
    label: str
    amount: str
    value: float
    before: float
    after: float
    at: float
    width: float
    event: int | None = None


@dataclass(frozen=True)
class _Part:
    kind: str
    label: str
    value: float
    event: int | None = None


def steps(
    contributions: Iterable[dict[str, Any]],
    change: dict[str, float],
    name: str,
    ends: Sequence[str],
) -> list[Step]:
    """Return the bars of one kind of level, cooperation or conflict; none where there is nothing.

    What arrived comes first, the largest before the others, then what faded. `ends` says what
    the first and the last bar are called.
    """
    if not change["from"] and not change["to"]:
        return []
    parts = _named([row for row in contributions if row[name]], name)
    levels = [change["from"]]
    for part in parts:
        levels.append(levels[-1] + part.value)
    widest = max(*levels, change["to"])
    first = _step(_Part(LEVEL, ends[0], change["from"]), 0.0, change["from"], widest)
    last = _step(_Part(LEVEL, ends[1], change["to"]), 0.0, change["to"], widest)
    between = [_step(part, levels[at], levels[at + 1], widest) for at, part in enumerate(parts)]
    return [first, *between, last]


def _named(rows: list[dict[str, Any]], name: str) -> list[_Part]:
    """Return the largest events by name, and the others of each kind as one."""
    by_size = sorted(rows, key=lambda row: (-abs(row[name]), row["event"]))
    parts = []
    for kind in KINDS:
        named = [row for row in by_size[:NAMED] if row["part"] == kind]
        others = [row for row in by_size[NAMED:] if row["part"] == kind]
        if len(others) == 1:
            named, others = named + others, []
        parts += [_Part(kind, row["title"], row[name], row["event"]) for row in named]
        if others:
            value = math.fsum(row[name] for row in others)
            parts.append(_Part(kind, _others(kind, len(others)), value))
    return parts


def _others(kind: str, number: int) -> str:
    if kind == "arrived":
        words = ngettext(
            "%(number)d other event that arrived", "%(number)d other events that arrived", number
        )
    else:
        words = ngettext(
            "%(number)d other event that faded", "%(number)d other events that faded", number
        )
    return words % {"number": number}


def _step(part: _Part, before: float, after: float, widest: float) -> Step:
    low, high = sorted((before, after))
    write = decimal if part.kind == LEVEL else signed
    return Step(
        kind=part.kind,
        label=part.label,
        amount=_("under 0.01") if _is_trace(part.value) else write(part.value, DIGITS),
        value=part.value,
        before=before,
        after=after,
        at=100 * low / widest,
        width=100 * (high - low) / widest,
        event=part.event,
    )


def _is_trace(value: float) -> bool:
    return value != 0 and round(value, DIGITS) == 0
