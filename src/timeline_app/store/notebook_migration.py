"""Notebooks of older formats, brought to this one: what was written stays, what is made is made.

1: notes and tags. 2: conflicts, and a table for each further kind of annotation.
"""

import sqlite3

from timeline_app.store.made_tables import rebuild
from timeline_app.store.notebook_schema import FORMAT, INDEXES, TABLES, TRUTH


def format_now(connection: sqlite3.Connection) -> int:
    """The version of the tables that the notebook has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a notebook to `FORMAT`, within the transaction that is open.

    The log, the drafts and the header stay as they are; all other tables are made from the log.
    """
    if format_now(connection) >= FORMAT:
        return  # another window was quicker
    made = [name for name in TABLES if name not in TRUTH]
    for name in reversed(made):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    for sql in (*(TABLES[name] for name in made), *(INDEXES[n] for n in INDEXES if n not in found)):
        connection.execute(sql.strip())
    connection.execute("UPDATE meta SET format = ?", (FORMAT,))
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    rebuild(connection)
