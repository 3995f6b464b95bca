"""The fingerprint of what an archive says, the same however and whenever it was built."""

import hashlib
import json
import sqlite3

from timeline_app.store.schema import TABLES, Table

_NOT_SAID = {"edition": ("built_on", "content_hash")}


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
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    while batch := rows.fetchmany(2_000):
        hashed.update("\n".join(map(encode, batch)).encode())
        hashed.update(b"\n")
    return hashed.hexdigest()
