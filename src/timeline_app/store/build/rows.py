"""The rows of all tables, gathered before any is written."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from timeline_app.store.schema import BY_NAME

Value = str | int | float | None


class Filling(Protocol):
    """What an archive is filled with: the rows of each table, in the order of its columns."""

    def rows_of(self, table: str) -> Iterable[tuple[Value, ...]]:
        """The rows of a table, from the first on."""

    def count(self, table: str) -> int:
        """How many rows a table has."""


class Rows:
    """Rows by table, each a tuple in the order of the table's columns."""

    def __init__(self) -> None:
        self.of: dict[str, list[tuple[Value, ...]]] = defaultdict(list)

    def add(self, table: str, *values: Value) -> None:
        """Adds a row; the values stand in the order of the table's columns."""
        if len(values) != len(BY_NAME[table].spec):
            raise ValueError(f"{table} takes {len(BY_NAME[table].spec)} values, not {len(values)}")
        self.of[table].append(values)

    def rows_of(self, table: str) -> Iterable[tuple[Value, ...]]:
        """The rows of a table."""
        return self.of[table]

    def count(self, table: str) -> int:
        """How many rows a table has so far; the next row's key is one more."""
        return len(self.of[table])


class Ids:
    """Every id of the folder, each with the place where it first stood."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def taken(self, id: str) -> str:
        """Where the id stands already ("events.jsonl, line 3"), or empty."""
        return self._first.get(id, "")

    def take(self, id: str, file: str, line: int) -> None:
        """Notes an id as used."""
        self._first[id] = f"{file}, {line}"
