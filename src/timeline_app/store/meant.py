"""What the numbers of a column stand for: the sound rows of a table as terms."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Term, Whole
from timeline_app.store.typed_rows import scan

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
    table, order, label, id_, type_ = _MEANINGS[column]
    return sorted(meant(connection, table, order, label, id_, type_), key=lambda m: m.order)


def meant(
    connection: sqlite3.Connection,
    table: str,
    order: str,
    label: str,
    id_: str = "id",
    type_: str = "",
) -> list[Meant]:
    """The sound rows of a table as terms, those without an id left out."""
    names = {order, label, id_, *(("type",) if type_ else ())}
    return [
        Meant(number, row[order], Term(row[id_], row[label] or row[id_]))
        for number, row, why in scan(connection, table, *names)
        if not why and row[id_] and (not type_ or row["type"] == type_)
    ]


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
