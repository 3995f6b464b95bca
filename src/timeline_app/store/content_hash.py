"""The fingerprint of what an archive says, the same however and whenever it was built."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence

from timeline_app.store.schema import TABLES, Table

Row = Sequence[str | int | float | None]

_NOT_SAID = {"edition": ("built_on", "content_hash")}
_BETWEEN_ROWS = "\0"
"""Stands in no JSON, which escapes it."""

_in_one = json.JSONEncoder(ensure_ascii=False, separators=("\n", ":")).encode


def content_hash(connection: sqlite3.Connection, known: Mapping[str, str] | None = None) -> str:
    """SHA-256 over all rows of all tables, in the order of their names and keys.

    The day of building and the hash itself are left out; the text index follows from the rows. The
    hashes of tables that are `known` are taken as they are.
    """
    total = hashlib.sha256()
    for table in sorted(TABLES, key=lambda t: t.name):
        of_table = (known or {}).get(table.name) or _of_table(connection, table)
        total.update(f"{table.name}:{of_table}\n".encode())
    return total.hexdigest()


class TableHash:
    """The hash of one table, as its rows are told from the first key to the last."""

    def __init__(self, table: Table) -> None:
        self.named = ", ".join(f'"{column}"' for column in _said(table))
        self._hashed = hashlib.sha256(self.named.encode())

    def take(self, said: str) -> None:
        """The next rows as `written` writes them."""
        self._hashed.update(said.encode())
        self._hashed.update(b"\n")

    def digest(self) -> str:
        """The hash of all rows that were taken."""
        return self._hashed.hexdigest()


def _said(table: Table) -> list[str]:
    return [c for c in table.columns if c not in _NOT_SAID.get(table.name, ())]


def _of_table(connection: sqlite3.Connection, table: Table) -> str:
    hashed = TableHash(table)
    ordered = ", ".join(f'"{column}"' for column in table.key)
    rows = connection.execute(f'SELECT {hashed.named} FROM "{table.name}" ORDER BY {ordered}')
    while batch := rows.fetchmany(2_000):
        hashed.take(written(batch))
    return hashed.digest()


def written(rows: Sequence[Row]) -> str:
    """One row or more, each a line of compact JSON, with a line break between.

    All are written at once, which is several times faster than one after the other. A text in JSON
    holds no line break as such, so that those here part values, or rows where brackets meet.
    """
    whole = _in_one(rows)[1:-1].replace("]\n[", f"]{_BETWEEN_ROWS}[")
    return whole.replace("\n", ",").replace(_BETWEEN_ROWS, "\n")
