"""Where a day or a number stands in a sorted column."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray


def rank_of(
    ordered: NDArray[np.integer], value: int, side: Literal["left", "right"] = "left"
) -> int:
    """How many entries of a sorted column are less than `value` ("right": or equal to it).

    The key is brought to the column's own type first: with a key of another one NumPy would convert
    the whole column, which at ten million rows costs more than a frame.
    """
    least, most = _limits(ordered.dtype)
    if value > most:
        return len(ordered)
    if value < least:
        return 0
    return int(ordered.searchsorted(ordered.dtype.type(value), side))


@cache
def _limits(kind: np.dtype[np.integer]) -> tuple[int, int]:
    """The least and the largest number of a type; NumPy finds them anew each time."""
    limits = np.iinfo(kind)
    return int(limits.min), int(limits.max)


def ranks_of(
    ordered: NDArray[np.integer],
    values: NDArray[np.integer],
    side: Literal["left", "right"] = "left",
) -> NDArray[np.int64]:
    """The same for many values that the column's type can hold."""
    keys = values.astype(ordered.dtype, copy=False)
    return np.searchsorted(ordered, keys, side).astype(np.int64, copy=False)


def sought_in(
    ordered: NDArray[np.integer], values: NDArray[np.integer]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Where each of these values stands in a sorted column, and whether it does."""
    place = ordered.searchsorted(values).astype(np.int64, copy=False)
    there = place < len(ordered)
    there[there] = ordered[place[there]] == values[there]
    return place, there


def rank_by(
    order: NDArray[np.integer],
    column: NDArray[np.integer],
    value: int,
    side: Literal["left", "right"] = "left",
) -> int:
    """The same in a column that the permutation `order` sorts.

    Not by NumPy's `sorter`: that converts a permutation of short numbers whole, at every call.
    """
    bisect = bisect_left if side == "left" else bisect_right
    return bisect(order, value, key=column.__getitem__)


def ranks_by(
    order: NDArray[np.integer], column: NDArray[np.integer], values: NDArray[np.integer]
) -> NDArray[np.int64]:
    """How many entries are less than each value, in a column that the permutation `order` sorts.

    All values are sought at once: in as many steps as one of them would need.
    """
    return _sought(order, len(values), lambda there: column[there] < values)


def places_by(
    order: NDArray[np.integer], column: NDArray[np.integer], rows: NDArray[np.integer]
) -> NDArray[np.int64]:
    """Where each of these rows stands in the permutation `order`, which sorts the column and keeps
    rows of equal value in their order. All are sought at once."""
    wanted = column[rows]

    def before(there: NDArray[np.integer]) -> NDArray[np.bool_]:
        value = column[there]
        found: NDArray[np.bool_] = (value < wanted) | ((value == wanted) & (there < rows))
        return found

    return _sought(order, len(rows), before)


def _sought(
    order: NDArray[np.integer],
    many: int,
    before: Callable[[NDArray[np.integer]], NDArray[np.bool_]],
) -> NDArray[np.int64]:
    """How many entries of `order` stand before each of so many that are sought; `before` tells it
    of one entry for each."""
    low = np.zeros(many, np.int64)
    high = np.full(many, len(order), np.int64)
    while (low < high).any():
        middle = np.minimum((low + high) // 2, len(order) - 1)
        less = before(order[middle]) & (low < high)
        low, high = np.where(less, middle + 1, low), np.where(less, high, np.minimum(middle, high))
    return low
