"""What was begun and not saved, so that closing in the middle of a sentence loses nothing."""

import sqlite3


def read_drafts(connection: sqlite3.Connection) -> dict[str, str]:
    """Text by target."""
    return dict(connection.execute("SELECT target, text FROM draft ORDER BY changed").fetchall())


def keep_draft(connection: sqlite3.Connection, target: str, text: str, changed: str) -> None:
    """Keeps the text about a target; an empty one is forgotten."""
    forget_draft(connection, target)
    if text:
        connection.execute(
            "INSERT INTO draft (target, text, changed) VALUES (?, ?, ?)", (target, text, changed)
        )


def forget_draft(connection: sqlite3.Connection, target: str) -> None:
    """Forgets what was begun about a target, which is saved or given up."""
    connection.execute("DELETE FROM draft WHERE target = ?", (target,))
