"""Each value of a column once.

NumPy's own `unique` asks first whether the values are masked, and so imports all of its masked
arrays: the first filter of a sitting, and the window before it, would wait for what nobody uses.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Kind = TypeVar("Kind", bound=np.generic)
_NEAR, _FEW = 8, 2**12
"""Numbers that lie no farther apart are counted in their place."""


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


def most_often(values: NDArray[np.integer]) -> tuple[int, int] | None:
    """The number that stands most often in a column, the least of several, and how often; None of
    an empty one."""
    if not len(values):
        return None
    least, many = int(values.min()), int(values.max()) - int(values.min()) + 1
    # counted in their place they cost far less than a sort
    if many <= _NEAR * len(values) + _FEW:
        counts = np.bincount(values - least, minlength=many)
        most = int(counts.argmax())
        return least + most, int(counts[most])
    ordered = np.sort(values)
    begins = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    counts = np.diff(begins, append=len(ordered))
    most = int(counts.argmax())
    return int(ordered[begins[most]]), int(counts[most])
