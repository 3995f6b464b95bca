"""What follows from the rows held against them: a hit of the index must be what its row says."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import takewhile

from timeline_app.store.build.rank_rows import rank_rows
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.text_index import IndexRow, text_rows
from timeline_app.store.build.word_rows import WordRows
from timeline_app.store.schema import (
    LIST_RANK,
    LIST_RANK_COLUMNS,
    TABLES,
    TEXT_COLUMNS,
    TEXT_INDEX,
    TEXT_INDEX_SQL,
    WORD_COLUMNS,
    WORD_INDEX,
)

_WORDS = f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {TEXT_INDEX}, instance)"
_EVERY_WORD = "SELECT term, group_concat(doc || col || offset) FROM temp.words GROUP BY term"
_LONGEST_PLACES = 1 << 28
"""Bytes of all places of one word; no word has more in an archive whose index is looked through."""

Stopped = Callable[[], bool]


def index_is_of_its_rows(connection: sqlite3.Connection, stopped: Stopped) -> bool:
    """Whether the indexes hold the words of the rows, each at its place, and no others, and whether
    the list is ordered as the rows are.

    All rows must be sound. The indexes are made again in memory: some seconds for the archive that
    ships. Meaningless once `stopped` has said yes.
    """
    connection.execute("PRAGMA query_only = OFF")  # for a table in memory; the file is immutable
    longest = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_PLACES)
    try:
        connection.execute(_WORDS)
        held = _digest(connection, stopped)
        connection.execute("DROP TABLE temp.words")
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
        connection.execute("PRAGMA query_only = ON")
    texts = list(takewhile(lambda _: not stopped(), text_rows(_rows_of(connection))))
    return (
        held == _digest_of_texts(texts, stopped)
        and _same_words(connection, texts)
        and _same_ranks(connection)
    )


def _rows_of(connection: sqlite3.Connection) -> Rows:
    rows = Rows()
    for table in TABLES:
        rows.of[table.name] = connection.execute(
            f'SELECT * FROM "{table.name}" ORDER BY rowid'
        ).fetchall()
    return rows


def _digest_of_texts(texts: list[IndexRow], stopped: Stopped) -> str:
    columns = ", ".join(("rowid", *TEXT_COLUMNS))
    holes = ", ".join("?" * (len(TEXT_COLUMNS) + 1))
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute(TEXT_INDEX_SQL)
        made.executemany(f"INSERT INTO {TEXT_INDEX}({columns}) VALUES ({holes})", texts)
        made.execute(_WORDS)
        return _digest(made, stopped)


def _same_words(connection: sqlite3.Connection, texts: list[IndexRow]) -> bool:
    words = WordRows()
    made = sorted((*words.take(texts), *words.finish()))
    ordered = ", ".join(WORD_COLUMNS[:3])
    rows = connection.execute(
        f"SELECT {', '.join(WORD_COLUMNS)} FROM {WORD_INDEX} ORDER BY {ordered}"
    )
    return made == rows.fetchall()


def _same_ranks(connection: sqlite3.Connection) -> bool:
    rows = connection.execute(f"SELECT {', '.join(LIST_RANK_COLUMNS)} FROM {LIST_RANK}")
    return sorted(rank_rows(connection)) == sorted(rows.fetchall())


def _digest(connection: sqlite3.Connection, stopped: Stopped) -> str:
    """A hash of all words, each with its places. SQLite joins the places of a word, in the order
    in which the index holds them: row by row they would be a million for Python."""
    found = hashlib.blake2b()
    for word, places in takewhile(lambda _: not stopped(), connection.execute(_EVERY_WORD)):
        found.update(f"{word}\n{places}\n".encode())
    return found.hexdigest()
