"""Rows of whole numbers from a cursor into arrays, a stretch at a time.

A stretch is short enough for a stop to be heard at once and for other threads to get their turn.
"""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.store.progress import Progress

STRETCH = 20_000
Ints = NDArray[np.int64]


def stretches(
    rows: sqlite3.Cursor, columns: tuple[str, ...], progress: Progress
) -> Iterator[NDArray[np.void]]:
    """The rows as structured arrays of 64-bit numbers, STRETCH rows at most.

    Raises ValueError, TypeError or OverflowError for what is no whole number.
    """
    kind = np.dtype([(name, np.int64) for name in columns])
    while True:
        some = np.fromiter(islice(rows, STRETCH), kind)
        if len(some):
            yield some
        progress.advance(len(some))
        if len(some) < STRETCH:
            return


def pairs(rows: sqlite3.Cursor, progress: Progress | None = None) -> tuple[Ints, Ints]:
    """Two columns, whole."""
    parts = list(stretches(rows, ("one", "other"), progress or Progress()))
    if not parts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    one = np.concatenate([part["one"] for part in parts])
    return one, np.concatenate([part["other"] for part in parts])


class Growing:
    """A column that is filled from the front; `room` is how many entries are expected."""

    def __init__(self, room: int, kind: np.dtype[Any]) -> None:
        self._values = np.empty(room, kind)
        self._n = 0

    def add(self, some: NDArray[Any]) -> None:
        """Adds these entries at the end."""
        end = self._n + len(some)
        if end > len(self._values):
            self._values.resize(max(end, 2 * len(self._values)), refcheck=False)
        self._values[self._n : end] = some
        self._n = end

    def whole(self) -> NDArray[Any]:
        """All entries, with no room to spare."""
        self._values.resize(self._n, refcheck=False)
        return self._values


def whole_kind(least: int, greatest: int) -> np.dtype[Any]:
    """The narrower type of row numbers that lie between these."""
    return np.dtype(np.int32 if -(2**31) <= least <= greatest < 2**31 else np.int64)
