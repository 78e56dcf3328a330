"""What is drawn again, and how often: clusters of events, and counts from a seed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from balance.compute.arrays import Floats, Integers

DRAWS = 1_000

_SIXTEEN_BITS = 65_536
_MOST = 8  # The largest count of a rate of 1 that 16 bits can tell from the next.
_ROWS = 256  # Rates at a time, so that their numbers stay in the processor's memory.

Counts = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Which events are drawn together, and how often on average.

    Args:
        event: shape (E,), event ids, ascending.
        cluster: shape (E,), index of each event's cluster.
        rate: shape (clusters,), mean count of a draw, in [0, 1].

    Source:
        docs/methodology.md, section 5.1.
    """

    event: Integers
    cluster: Integers
    rate: Floats


def each_event_apart(confidence: Mapping[int, float]) -> Clusters:
    """Return the editors' events as clusters of their own, drawn as often as they are sure.

    Args:
        confidence: event id to probability that it happened as described, in [0, 1]. With
            all events of the data set an event is drawn alike whatever period is asked for.

    Source:
        docs/methodology.md, section 5.1.
    """
    event = sorted(confidence)
    rate = np.array([confidence[key] for key in event], dtype=np.float64)
    return Clusters(np.array(event, dtype=np.int64), np.arange(len(event)), rate)


def events_by_source(source: Mapping[int, str]) -> Clusters:
    """Return machine-coded records clustered by where they were read; all are certain.

    Args:
        source: event id to the address of its source.

    Source:
        docs/methodology.md, section 5.1.
    """
    event = sorted(source)
    names, cluster = np.unique(
        np.array([source[key] for key in event], dtype=np.str_), return_inverse=True
    )
    return Clusters(np.array(event, dtype=np.int64), cluster, np.ones(names.size))


def seed_of(data_version: str) -> int:
    """Return the seed that belongs to a data version: the same data, the same draws.

    Source:
        docs/methodology.md, section 5.1.
    """
    return int.from_bytes(hashlib.sha256(data_version.encode()).digest()[:8], "big")


def poisson_counts(rates: npt.ArrayLike, seed: int, draws: int = DRAWS) -> Counts:
    """Return independent Poisson counts, by comparing 16-bit numbers with the distribution.

    Args:
        rates: shape (n,), each in [0, 1].
        seed: the same seed gives the same counts, row by row.
        draws: how many for each rate.

    Returns:
        Shape (n, draws), 0 to 8. Probabilities are rounded to 1 in 65,536.

    Raises:
        ValueError: if a rate is outside [0, 1].

    Source:
        docs/methodology.md, section 5.1.
    """
    rate = np.asarray(rates, dtype=np.float64)
    if not ((rate >= 0) & (rate <= 1)).all():
        raise ValueError("a rate is outside 0 to 1")
    bits = np.random.PCG64(seed)
    edges = _edges(rate)
    counts = np.zeros((rate.size, draws), dtype=np.uint8)
    for first in range(0, rate.size, _ROWS):
        rows = counts[first : first + _ROWS]
        uniform = _uniform(bits, len(rows), draws)
        for edge in edges:
            rows += uniform > edge[first : first + _ROWS, np.newaxis]
    return counts


def _uniform(bits: np.random.PCG64, rows: int, draws: int) -> npt.NDArray[np.uint16]:
    """Return raw 16-bit numbers, whole words a row, so that rows come in any blocks."""
    words = -(-draws // 4)
    raw = bits.random_raw(rows * words).astype("<u8", copy=False)
    return raw.view("<u2").reshape(rows, words * 4)[:, :draws]


def _edges(rate: Floats) -> npt.NDArray[np.uint16]:
    """Return, for 0 to 7, the largest 16-bit number that stands for at most so many."""
    terms = [np.exp(-rate)]
    for count in range(1, _MOST):
        terms.append(terms[-1] * rate / count)
    below = np.rint(np.cumsum(terms, axis=0) * _SIXTEEN_BITS)
    return np.asarray(below - 1).clip(0, _SIXTEEN_BITS - 1).astype(np.uint16)
