"""Ways to spoil an archive, each a function of its path."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from timeline_app.store.row_hash import row_hash
from timeline_app.store.schema import BY_NAME

REFUSED, PARTLY, HARMLESS = "refused", "partly", "ok"
NOTICED = f"{REFUSED} or {PARTLY}"

Spoil = Callable[[Path], object]
PAGE = 4096
LAX = (
    "PRAGMA writable_schema = ON",
    "UPDATE sqlite_master SET sql = replace(replace(sql, 'STRICT', ''), ' NOT NULL', '') "
    "WHERE type = 'table' AND sql LIKE '%STRICT%'",
)


@dataclass(frozen=True)
class Hostile:
    """One way to spoil an archive, and what the program must make of it."""

    kind: str
    name: str
    spoil: Spoil
    outcome: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


def run(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Each statement on a connection of its own where the schema was edited before it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement, values if "?" in statement else ())


def sql(*statements: str) -> Spoil:
    return lambda path: run(path, *statements)


def lax(*statements: str, values: tuple[object, ...] = ()) -> Spoil:
    """On tables that take any value in any column."""

    def spoil(path: Path) -> None:
        run(path, *LAX)
        run(path, *statements, values=values)

    return spoil


def rehashed(*statements: str) -> Spoil:
    """As somebody would who knows how the hashes of rows are made."""

    def spoil(path: Path) -> None:
        run(path, *LAX)
        run(path, *statements)
        columns = ", ".join(BY_NAME["event"].columns[:-1])
        with closing(sqlite3.connect(path)) as connection:
            for row in connection.execute(f"SELECT {columns} FROM event").fetchall():
                sealed = row_hash(row), row[0]
                connection.execute("UPDATE event SET row_hash = ? WHERE key = ?", sealed)
            connection.commit()

    return spoil


def bytes_at(offset: int, raw: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        with path.open("rb+") as file:
            file.seek(offset)
            file.write(raw)

    return spoil


def whole(raw: bytes) -> Spoil:
    return lambda path: path.write_bytes(raw)


def cut_to(keep: float) -> Spoil:
    return lambda path: os.truncate(path, int(path.stat().st_size * keep))
