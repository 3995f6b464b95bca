"""The text index held against the rows it was made from: a hit must be what its row says."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import takewhile

from timeline_app.store.build.rows import Rows
from timeline_app.store.build.text_index import text_rows
from timeline_app.store.schema import TABLES, TEXT_COLUMNS, TEXT_INDEX, TEXT_INDEX_SQL

_WORDS = f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {TEXT_INDEX}, instance)"
_EVERY_WORD = "SELECT term, doc, col, offset FROM temp.words"

Stopped = Callable[[], bool]


def index_is_of_its_rows(connection: sqlite3.Connection, stopped: Stopped) -> bool:
    """Whether the index holds the words of the rows, each at its place, and no others.

    All rows must be sound. The index is made again in memory: some seconds for the archive that
    ships. Meaningless once `stopped` has said yes.
    """
    connection.execute("PRAGMA query_only = OFF")  # for a table in memory; the file is immutable
    try:
        connection.execute(_WORDS)
        held = _digest(connection, stopped)
        connection.execute("DROP TABLE temp.words")
    finally:
        connection.execute("PRAGMA query_only = ON")
    return held == _digest_of_rows(connection, stopped)


def _digest_of_rows(connection: sqlite3.Connection, stopped: Stopped) -> str:
    rows = Rows()
    for table in TABLES:
        rows.of[table.name] = connection.execute(
            f'SELECT * FROM "{table.name}" ORDER BY rowid'
        ).fetchall()
    columns = ", ".join(("rowid", *TEXT_COLUMNS))
    holes = ", ".join("?" * (len(TEXT_COLUMNS) + 1))
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute(TEXT_INDEX_SQL)
        made.executemany(
            f"INSERT INTO {TEXT_INDEX}({columns}) VALUES ({holes})",
            takewhile(lambda _: not stopped(), text_rows(rows)),
        )
        made.execute(_WORDS)
        return _digest(made, stopped)


def _digest(connection: sqlite3.Connection, stopped: Stopped) -> str:
    found = hashlib.blake2b()
    for word in takewhile(lambda _: not stopped(), connection.execute(_EVERY_WORD)):
        found.update(repr(word).encode())
    return found.hexdigest()
