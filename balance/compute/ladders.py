"""Standing ties on ordinal ladders: the highest rung in force, as steps over time."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]

FIRST, LAST = 0, 4_000_000  # Ordinals before and after every day: an open start, an open end.


@dataclass(frozen=True, slots=True)
class Step:
    """A span of days [start, end) through which the same rung was the highest."""

    start: int
    end: int
    rank: int


def overlap(one: Span, other: Span) -> Span | None:
    """Return the days that two spans share, or None.

    Args:
        one, other: [first ordinal, first ordinal out); FIRST and LAST where an end is open.

    Source:
        docs/methodology.md, section 7.
    """
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def gaps(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans of days that none of the spans covers, in the order of time.

    Args:
        spans: each [first ordinal, first ordinal out), in any order; they may overlap.

    Source:
        docs/methodology.md, section 7.
    """
    reached = FIRST
    for start, end in sorted(spans):
        if reached < start:
            yield reached, start
        reached = max(reached, end)
    if reached < LAST:
        yield reached, LAST


def steps(rungs: Iterable[tuple[Span, int]]) -> list[Step]:
    """Return the highest rung in force over time, as the fewest steps that say so.

    Args:
        rungs: spans of days with the rank of what holds through them, 1 the lowest rung.

    Returns:
        Steps in the order of time, none empty; days on which nothing holds are in none.

    Source:
        docs/methodology.md, section 7.
    """
    held = list(rungs)
    edges = sorted({edge for span, _rank in held for edge in span})
    found: list[Step] = []
    for start, end in itertools.pairwise(edges):
        rank = max((rank for span, rank in held if span[0] <= start < span[1]), default=None)
        if rank is None:
            continue
        last = found[-1] if found else None
        if last and last.end == start and last.rank == rank:
            found[-1] = Step(last.start, end, rank)
        else:
            found.append(Step(start, end, rank))
    return found
