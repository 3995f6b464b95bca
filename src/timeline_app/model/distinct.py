"""Each value of a column once.

NumPy's own `unique` asks first whether the values are masked, and so imports all of its masked
arrays: the first filter of a sitting, and the window before it, would wait for what nobody uses.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Kind = TypeVar("Kind", bound=np.generic)


def distinct(values: NDArray[Kind]) -> NDArray[Kind]:
    """The values of an array of one dimension, ascending, each once."""
    if np.greater(values[1:], values[:-1]).all():  # often they are: a sort costs far more
        return values.copy()
    ordered = np.sort(values)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def count_pairs(one: NDArray[np.integer], other: NDArray[np.integer]) -> int:
    """How many different pairs two columns of the same length hold."""
    order = np.lexsort((other, one))
    first, second = one[order], other[order]
    changes = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return int(np.count_nonzero(changes)) + bool(len(order))
