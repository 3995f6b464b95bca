"""What the numbers of a column stand for: the sound rows of a table as terms."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Term, Whole
from timeline_app.store.typed_rows import Fields, scan, scan_of

_MEANINGS = {
    "vector": ("vector", "n", "id", "id", ""),
    "state": ("actor", "iso3", "name", "iso3", "state"),
    "actor": ("actor", "id", "name", "id", ""),
    "organisation": ("actor", "id", "name", "id", "organisation"),
    "source": ("publisher", "id", "name", "id", ""),
    "place": ("place", "id", "name", "id", ""),
}
"""Of each column: the table, what terms are ordered by, their label and id, and their type."""


_APART = 8
"""Numbers of which at least one in so many is listed are looked up in a table."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a row number stands for, and by what it is ordered."""

    number: int
    order: Any
    term: Term


def meanings(connection: sqlite3.Connection, column: str) -> list[Meant]:
    """What the numbers of a column stand for, in the order of the terms."""
    return meanings_of_each(connection, column)[column]


def meanings_of(connection: sqlite3.Connection, column: str, numbers: Iterable[int]) -> list[Meant]:
    """What these numbers of a column stand for."""
    table, order, label, id_, type_ = _MEANINGS[column]
    read = scan_of(connection, table, numbers, order, label, id_, *_typed(type_))
    return _meant(((number, row) for number, row, why in read if not why), order, label, id_, type_)


def meanings_of_each(connection: sqlite3.Connection, *columns: str) -> dict[str, list[Meant]]:
    """The same of some columns of one table, which is read once; where a row of it is unsound, once
    for each column, for which it may be sound all the same."""
    asked = {column: _MEANINGS[column] for column in columns}
    names = {name for _, *of, type_ in asked.values() for name in (*of, *_typed(type_))}
    (table,) = {table for table, *_ in asked.values()}
    rows: list[tuple[int, Fields]] = []
    for number, row, why in scan(connection, table, *names):
        if why and len(columns) > 1:
            return {column: meanings(connection, column) for column in columns}
        if not why:
            rows.append((number, row))
    found = {column: _meant(rows, *of[1:]) for column, of in asked.items()}
    return {column: sorted(some, key=lambda m: m.order) for column, some in found.items()}


def meant(
    connection: sqlite3.Connection,
    table: str,
    order: str,
    label: str,
    id_: str = "id",
) -> list[Meant]:
    """The sound rows of a table as terms, those without an id left out."""
    read = scan(connection, table, *{order, label, id_})
    return _meant(((number, row) for number, row, why in read if not why), order, label, id_, "")


def _meant(
    rows: Iterable[tuple[int, Fields]], order: str, label: str, id_: str, type_: str
) -> list[Meant]:
    return [
        Meant(number, row[order], Term(row[id_], row[label] or row[id_]))
        for number, row in rows
        if row[id_] and (not type_ or row["type"] == type_)
    ]


def _typed(type_: str) -> tuple[str, ...]:
    return ("type",) if type_ else ()


class Places:
    """Where each number stands in a list of numbers."""

    def __init__(self, listed: Sequence[int] | Whole) -> None:
        numbers = np.array(listed, np.int64)
        self._order = np.argsort(numbers, kind="stable").astype(np.int32)
        self._numbers = numbers[self._order]
        self._table = self._made_table()

    def of(self, numbers: Whole) -> NDArray[np.int32]:
        """The place of each of these numbers; -1 for one that is not listed."""
        if not len(self._numbers):
            return np.full(len(numbers), -1, np.int32)
        if self._table is not None:
            at = away(numbers, self._numbers[0])
            np.minimum(at, np.uint64(len(self._table) - 1), out=at)
            return self._table.take(at.view(np.int64))  # by other numbers they are copied first
        at = np.minimum(np.searchsorted(self._numbers, numbers), len(self._numbers) - 1)
        known = self._numbers[at] == numbers
        return np.where(known, self._order[at], np.int32(-1))

    def _made_table(self) -> NDArray[np.int32] | None:
        """The place of every number from the least to the greatest and of one more, which is not
        listed; None where they lie far apart."""
        if not len(self._numbers):
            return None
        reach = int(self._numbers[-1]) - int(self._numbers[0]) + 1
        if reach > _APART * len(self._numbers):
            return None
        table = np.full(reach + 1, -1, np.int32)
        table[self._numbers - self._numbers[0]] = self._order
        return table


def away(numbers: Whole, first: np.integer[Any] | int) -> NDArray[np.uint64]:
    """How far each number lies after `first`; what lies before it is further than all others. The
    array is a new one."""
    return (numbers.astype(np.int64, copy=False) - np.int64(first)).view(np.uint64)
