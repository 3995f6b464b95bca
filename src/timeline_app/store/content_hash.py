"""The fingerprint of what an archive says, the same however and whenever it was built."""

import hashlib
import json
import sqlite3
from collections.abc import Sequence

from timeline_app.store.schema import TABLES, Table

Row = Sequence[str | int | float | None]

_NOT_SAID = {"edition": ("built_on", "content_hash")}
_BETWEEN_ROWS = "\0"
"""Stands in no JSON, which escapes it."""

_in_one = json.JSONEncoder(ensure_ascii=False, separators=("\n", ":")).encode


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256 over all rows of all tables, in the order of their names and keys.

    The day of building and the hash itself are left out; the text index follows from the rows.
    """
    total = hashlib.sha256()
    for table in sorted(TABLES, key=lambda t: t.name):
        total.update(f"{table.name}:{_of_table(connection, table)}\n".encode())
    return total.hexdigest()


def _of_table(connection: sqlite3.Connection, table: Table) -> str:
    columns = [c for c in table.columns if c not in _NOT_SAID.get(table.name, ())]
    named = ", ".join(f'"{column}"' for column in columns)
    ordered = ", ".join(f'"{column}"' for column in table.key)
    hashed = hashlib.sha256(named.encode())
    rows = connection.execute(f'SELECT {named} FROM "{table.name}" ORDER BY {ordered}')
    while batch := rows.fetchmany(2_000):
        hashed.update(written(batch).encode())
        hashed.update(b"\n")
    return hashed.hexdigest()


def written(rows: Sequence[Row]) -> str:
    """One row or more, each a line of compact JSON, with a line break between.

    All are written at once, which is several times faster than one after the other. A text in JSON
    holds no line break as such, so that those here part values, or rows where brackets meet.
    """
    whole = _in_one(rows)[1:-1].replace("]\n[", f"]{_BETWEEN_ROWS}[")
    return whole.replace("\n", ",").replace(_BETWEEN_ROWS, "\n")
