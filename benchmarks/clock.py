"""Times and what is said of them."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """How long something took, again and again, in milliseconds."""

    all: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.all)

    @property
    def worst_of_twenty(self) -> float:
        """The time that one in twenty exceeds."""
        return statistics.quantiles(self.all, n=20)[-1] if len(self.all) > 1 else self.all[0]


def once(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def repeated(action: Callable[[], object], times: int, *, warm: int = 5) -> Times:
    for _ in range(warm):
        action()
    return Times([once(action) for _ in range(times)])


def paired(ours: Callable[[], object], theirs: Callable[[], object], times: int) -> float:
    """Return how many times longer theirs takes: the median of ratios of neighbours in time.

    Whatever else the machine does, it does to both of a pair.
    """
    ours()
    theirs()
    return statistics.median(once(theirs) / once(ours) for _ in range(times))
