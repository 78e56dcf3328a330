"""The kinds of array that the arithmetic works on."""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


def with_nulls(values: Floats) -> list[Any]:
    """Return the numbers as lists of the same shape, None for NaN and 0 for -0."""
    numbers = (values + 0.0).astype(object)
    numbers[np.isnan(values)] = None
    return list(numbers.tolist())


def runs(values: Floats) -> list[list[float]]:
    """Return the numbers other than 0 as runs of the same one: where, how many, which.

    Args:
        values: shape (n,), none of them NaN.

    Returns:
        [[first place, length, number], ...], in order; the places between hold 0.
    """
    first = np.flatnonzero(np.diff(values, prepend=np.nan))
    length = np.diff(first, append=values.size)
    kept = values[first] != 0
    columns = (first[kept].tolist(), length[kept].tolist(), values[first[kept]].tolist())
    return [list(run) for run in zip(*columns, strict=True)]
