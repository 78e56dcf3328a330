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
