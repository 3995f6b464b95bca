"""Rows of one table that are written together; in many a column all of them say the same."""

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Any

from timeline_app.store.build.rows import Value
from timeline_app.store.schema import Table

Column = tuple[Any, ...]


class Batch:
    """One row or more of a table; `alike` are the places of columns that hold one value in all."""

    def __init__(self, table: Table, rows: Sequence[tuple[Value, ...]]) -> None:
        self._into, self._first, self.n = table.name, rows[0], len(rows)
        self.columns: list[Column] = list(zip(*rows, strict=True))
        types = enumerate(table.types.values())
        self.alike = {at for at, type_ in types if _is_alike(type_, self.columns[at])}

    def write(self, connection: sqlite3.Connection) -> None:
        """Adds the rows in one statement: to begin and end one costs as much as a row of few
        columns. What all of them say is told with the first."""
        places = range(len(self.columns))
        first = ", ".join("?" for _ in places)
        other = ", ".join(f"?{at + 1}" if at in self.alike else "?" for at in places)
        others = f", ({other})" * (self.n - 1)
        differing = [self.columns[at][1:] for at in places if at not in self.alike]
        values = (*self._first, *chain.from_iterable(zip(*differing, strict=True)))
        connection.execute(f'INSERT INTO "{self._into}" VALUES ({first}){others}', values)


def _is_alike(type_: type, column: Column) -> bool:
    """Whether all are the first. Numbers may be equal that are not the same: they are kept as the
    same only where whole ones belong."""
    first = column[0]
    told = type_ is int or first is None or type(first) is str
    return told and column[-1] == first and column.count(first) == len(column)
