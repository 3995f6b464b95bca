"""Rows of whole numbers from a cursor into arrays, a stretch at a time.

A stretch is short enough for a stop to be heard at once and for other threads to get their turn.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.store.progress import Progress

STRETCH = 20_000
"""Rows; so many of the longest numbers make a text that may still be read."""

_LEAST = -(2**63)
_SHOWN = 100
Ints = NDArray[np.int64]


def stretches(
    connection: sqlite3.Connection,
    rows: str,
    columns: tuple[str, ...],
    by: tuple[str, ...],
    progress: Progress,
    *values: object,
) -> Iterator[dict[str, Ints]]:
    """The columns of `rows`, STRETCH rows of them at a time, in the order of its columns `by`.

    `rows` is a SELECT of whole numbers, none of them NULL; `{after}` stands among its conditions,
    and it ends ordered by `by` with `LIMIT ?`. `values` are those of its holes before `{after}`.
    SQLite writes the numbers of a column into one text, and NumPy reads that: no row becomes an
    object of Python's, and other threads go on meanwhile. Raises ValueError for what is no whole
    number.
    """
    wanted = tuple(dict.fromkeys((*columns, *by)))
    select = ", ".join(f"group_concat({name})" for name in wanted)
    after = f"({', '.join(by)}) > ({', '.join('?' * len(by))})"
    statement = f"SELECT count(*), {select} FROM ({rows.format(after=after)})"
    last: list[int] = [_LEAST] * len(by)
    while True:
        n, *texts = connection.execute(statement, (*values, *last, STRETCH)).fetchone()
        if n:
            found: dict[str, str] = dict(zip(wanted, texts, strict=True))
            last = [int(found[name][found[name].rfind(",") + 1 :]) for name in by]
            yield {name: _numbers(found[name], n) for name in columns}
        progress.advance(n)
        if n < STRETCH:
            return


def _numbers(text: str, n: int) -> Ints:
    numbers = np.fromstring(text, np.int64, sep=",")
    if len(numbers) != n:
        raise ValueError(text[:_SHOWN])
    return numbers


def pairs(connection: sqlite3.Connection, rows: str) -> tuple[Ints, Ints]:
    """The columns `one`, which orders the rows, and `other`, whole; `rows` as in `stretches`."""
    columns = ("one", "other")
    parts = list(stretches(connection, rows, columns, ("one",), Progress()))
    if not parts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    one, other = (np.concatenate([part[name] for part in parts]) for name in columns)
    return one, other


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
