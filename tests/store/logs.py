"""Logs in memory for the laws of joining: writers whose clocks are wrong, and what comes of it."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from timeline_app.model.act import Writer
from timeline_app.store.acts import Setting, append, sound_acts
from timeline_app.store.joining import Joined, unite
from timeline_app.store.made_tables import refresh
from timeline_app.store.notebook_contents import Contents, Meta
from timeline_app.store.notebook_file import connect
from timeline_app.store.notebook_making import lay_out
from timeline_app.store.notebook_schema import TABLES
from timeline_app.store.other_log import OtherLog

META = Meta("same", "", "", "2026-01-01T00:00:00.000Z")


def empty_log() -> sqlite3.Connection:
    memory = connect(":memory:", "")
    lay_out(memory, Contents(META))
    return memory


def write(
    log: sqlite3.Connection, settings: list[Setting], writer: Writer, ms: int, undoes: str = ""
) -> list[str]:
    """Writes one step as of this time; returns the ids of the objects."""
    log.execute("BEGIN")
    acts = append(log, settings, writer, lambda: ms, label="write", undoes=undoes)
    refresh(log, ((act.kind, act.target) for act in acts))
    log.execute("COMMIT")
    return [act.target for act in acts]


def log_of(connection: sqlite3.Connection) -> OtherLog:
    acts, damaged = sound_acts(connection)
    return OtherLog(Path("log"), tuple(acts), len(damaged))


def take_in(into: sqlite3.Connection, logs: Iterable[OtherLog]) -> Joined:
    into.execute("BEGIN")
    joined = unite(into, list(logs))
    into.execute("COMMIT")
    return joined


def rows_of(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the header."""
    names = [name for name in TABLES if name != "meta"]
    return {
        name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for name in names
    }
