"""Rows of whole numbers from a cursor into arrays, a stretch at a time.

A stretch is short enough for a stop to be heard at once and for other threads to get their turn.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.store.archive import Archive
from timeline_app.store.progress import Progress
from timeline_app.store.side_by_side import side_by_side

STRETCH = 20_000
"""Rows; so many of the longest numbers make a text that may still be read."""

_LEAST, _GREATEST = -(2**63), 2**63 - 1
_MOST_RANGES = 10_000
_SHOWN = 100
Ints = NDArray[np.int64]
Ends = tuple[int, int]
Stretch = dict[str, Ints]


class TooLongError(Exception):
    """One of the rows holds a value that is too long to be read."""


class Readable(Protocol):
    """Rows of which some are read by a connection."""

    def read(self, connection: sqlite3.Connection, ends: Ends) -> list[Stretch]:
        """Those that lie between the ends, in their order."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A SELECT of whole numbers, none of them NULL, and its columns that are wanted.

    `{after}` stands among its conditions, and it ends ordered by the columns `by` with `LIMIT ?`;
    `values` are those of its holes before `{after}`.
    """

    select: str
    columns: tuple[str, ...]
    by: tuple[str, ...]
    values: tuple[object, ...] = ()

    def statement(self, columns: Sequence[str]) -> str:
        """How many there are behind a place in the order, and each of these columns in one text."""
        texts = ", ".join(f"group_concat({name})" for name in columns)
        holes = ", ".join("?" * len(self.by))
        after = f"({', '.join(self.by)}) > ({holes}) AND {self.by[0]} <= ?"
        return f"SELECT count(*), {texts} FROM ({self.select.format(after=after)})"

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns that are wanted, and the one that orders first."""
        return tuple(dict.fromkeys((*self.columns, self.by[0])))

    @property
    def all(self) -> tuple[str, ...]:
        """The same, and what orders further."""
        return tuple(dict.fromkeys((*self.wanted, *self.by)))

    def read(self, connection: sqlite3.Connection, ends: Ends) -> list[Stretch]:
        """Those whose first number of the order lies between the ends. Raises ValueError for what
        is no whole number."""
        return _stretches(self, connection, ends)


@contextmanager
def streams(
    archive: Archive, asked: Sequence[tuple[Readable, Ends]], progress: Progress
) -> Iterator[Iterator[Iterator[Stretch]]]:
    """Of each of these in turn the columns of the rows by which they are ordered first from one of
    the ends to the other, STRETCH rows at a time, in order. While those of one are made into what
    they are read for, those of the next are read already; each is to be taken whole."""
    ranges = [_ranges(ends) for _, ends in asked]
    parts = [(rows, of) for (rows, _), some in zip(asked, ranges, strict=True) for of in some]

    def read(connection: sqlite3.Connection, part: tuple[Readable, Ends]) -> list[Stretch]:
        return part[0].read(connection, part[1])

    with closing(side_by_side(archive, parts, read)) as found:
        yield (_taken(islice(found, len(some)), progress) for some in ranges)


def ends_of(connection: sqlite3.Connection, table: str) -> Ends:
    """The least and the greatest row number of a table; 0 where it is empty."""
    # One by one: both in one statement would walk over the table.
    of = [f'SELECT {end}(rowid) FROM "{table}"' for end in ("min", "max")]
    least, greatest = (connection.execute(one).fetchone()[0] for one in of)
    return int(least or 0), int(greatest or 0)


def one_stretch_each(ends: Ends) -> bool:
    """Whether what is read at once of row numbers between these is never more than a stretch."""
    return ends[1] - ends[0] < STRETCH * _MOST_RANGES


def _ranges(ends: Ends) -> list[Ends]:
    least, greatest = ends
    wide = max(STRETCH, (greatest - least) // _MOST_RANGES + 1)
    return [(low, min(low + wide - 1, greatest)) for low in range(least, greatest + 1, wide)]


def _taken(found: Iterator[list[Stretch]], progress: Progress) -> Iterator[Stretch]:
    for part in found:
        for some in part:
            yield some
            progress.advance(len(next(iter(some.values()))))
        progress.look()


def _stretches(rows: Rows, connection: sqlite3.Connection, ends: Ends) -> list[Stretch]:
    """SQLite writes the numbers of a column into one text, and NumPy reads that: no row becomes an
    object of Python's, and other threads go on meanwhile. Raises ValueError for what is no whole
    number."""
    found: list[Stretch] = []
    further = [_GREATEST] * (len(rows.by) - 1)
    last = [max(ends[0] - 1, _LEAST), *further]
    while True:
        some = _stretch(rows, rows.wanted, connection, last, ends[1])
        first = some[rows.by[0]]
        if len(first) < STRETCH:
            return [*found, some] if len(first) else found
        # What has the last number may go on beyond the stretch, and is read again whole.
        upto = len(first) if not further else int(first.searchsorted(first[-1]))
        if upto:
            last = [int(first[upto - 1]), *further]
        else:  # it does: only then it matters what orders further
            some = _stretch(rows, rows.all, connection, last, ends[1])
            last = [int(some[name][-1]) for name in rows.by]
            upto = len(first)
        found.append({name: some[name][:upto] for name in rows.columns})


def _stretch(
    rows: Rows,
    columns: Sequence[str],
    connection: sqlite3.Connection,
    after: Sequence[int],
    most: int,
) -> Stretch:
    """These columns of the next rows, STRETCH of them at most."""
    values = (*rows.values, *after, most, STRETCH)
    try:
        n, *texts = connection.execute(rows.statement(columns), values).fetchone()
    except sqlite3.DataError as error:
        raise TooLongError from error
    return {name: numbers_of(text, n) for name, text in zip(columns, texts, strict=True)}


def numbers_of(text: str | None, n: int) -> Ints:
    """The n whole numbers of a text, with commas between. Raises ValueError for any others."""
    text = text or ""
    # No other number is written without a point; as the last one NumPy 2.1 takes what is before it.
    numbers = np.zeros(0, np.int64)
    if text and "." not in text:
        numbers = np.fromstring(text, np.int64, sep=",")
    if len(numbers) != n:
        raise ValueError(text[:_SHOWN])
    return numbers


def pairs(connection: sqlite3.Connection, select: str) -> tuple[Ints, Ints]:
    """The columns `one`, which orders the rows, and `other`, whole; see `Rows`."""
    rows = Rows(select, ("one", "other"), ("one",))
    parts = _stretches(rows, connection, (_LEAST, _GREATEST))
    if not parts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    one, other = (np.concatenate([part[name] for part in parts]) for name in rows.columns)
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
