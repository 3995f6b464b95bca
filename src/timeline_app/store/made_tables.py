"""Every table that is made from the log, made again for some objects or for all."""

import sqlite3
from collections.abc import Iterable

from timeline_app.store import annotations, conflicts


def refresh(connection: sqlite3.Connection, objects: Iterable[tuple[str, str]]) -> None:
    """Makes the rows of these objects (kind, id) again from the log."""
    each = list(dict.fromkeys(objects))
    annotations.refresh(connection, each)
    conflicts.refresh(connection, each)


def rebuild(connection: sqlite3.Connection) -> None:
    """Makes all rows again from the log."""
    annotations.rebuild(connection)
    conflicts.rebuild(connection)
