"""A notebook's file: opened hardened, judged whole, written durably.

DELETE journal with synchronous EXTRA: a commit that returned survives a power cut, and there is no
second file to forget on a stick.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote_from_bytes

from timeline_app.store.notebook_copy import copied
from timeline_app.store.notebook_faults import fault, named_faults
from timeline_app.store.notebook_gate import has_journal, is_cut_off, is_read_only, judge
from timeline_app.store.notebook_migration import format_now, migrate
from timeline_app.store.notebook_schema import FORMAT, SCHEMA, TRUTH
from timeline_app.store.store_error import Fault, StoreError

BUSY_SECONDS = 5.0

HARDENED: tuple[str, ...] = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
)


class NotebookFile:
    """An open notebook file. One thread at a time."""

    def __init__(self, path: Path, *, only_read: bool = False) -> None:
        """Opens and judges the file, by header, tables and a quick check of all its pages.

        One of an older format is read as it is until `migrate`; one that must not be written, or
        is opened with `only_read`, is read from a copy in memory where it was left half written or
        is older. Raises `StoreError`; a refused file is left as it is.
        """
        judge(path)
        self.path = path
        with named_faults(path):
            self.read_only = only_read or is_read_only(path)
            try:
                with named_faults(path):
                    self._connection = self._connected()
                self._check()
            except StoreError as error:
                if error.kind is Fault.DAMAGED and is_cut_off(path):
                    raise fault(Fault.TRUNCATED, path) from error
                raise

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which everything read is of one moment."""
        with named_faults(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._roll_back()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction: all of it is on disk on leaving, or nothing.

        Raises `StoreError` (read only, locked, full, missing where the file was moved away).
        """
        if self.read_only:
            raise fault(Fault.READ_ONLY, self.path)
        with named_faults(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                self._roll_back()

    def is_older(self) -> bool:
        """Whether it is of an older format, and so must be migrated before it is used."""
        with self.reading() as connection:
            return format_now(connection) < FORMAT

    def migrate(self) -> None:
        """Brings it to the format of this program, in one transaction."""
        with self.writing() as connection:
            migrate(connection)

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        with named_faults(self.path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _connected(self) -> sqlite3.Connection:
        if not self.read_only:
            return connect(self.path, "rw")
        if has_journal(self.path):
            return self._in_memory()
        connection = connect(self.path, "ro")
        if format_now(connection) == FORMAT:
            return connection
        connection.close()
        return self._in_memory()

    def _in_memory(self) -> sqlite3.Connection:
        """What the file holds once what was left half written is taken back and it is migrated."""
        memory = connect(":memory:", "")
        with copied(self.path) as copy, closing(connect(copy, "rw")) as connection:
            connection.backup(memory)
        if format_now(memory) < FORMAT:
            memory.execute("BEGIN")
            migrate(memory)
            memory.execute("COMMIT")
        return memory

    def _roll_back(self) -> None:
        """Ends what is still open; where even that fails, SQLite does it at the next opening."""
        if self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    def _check(self) -> None:
        try:
            self._judge_tables()
        except BaseException:
            self.close()
            raise

    def _judge_tables(self) -> None:
        with self.reading() as connection:
            found = dict(connection.execute("SELECT name, sql FROM sqlite_schema"))
            triggers = connection.execute(
                "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
            ).fetchone()[0]
            older = format_now(connection) < FORMAT
            # The words of the check are SQLite's own; whether it is "ok" is all that is used.
            checked = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if checked != "ok":
            raise fault(Fault.DAMAGED, self.path)
        wanted = TRUTH if older else SCHEMA
        if triggers or any(found.get(name) != SCHEMA[name] for name in wanted):
            raise fault(Fault.NOT_OURS, self.path)


def connect(path: Path | str, mode: str) -> sqlite3.Connection:
    """A hardened connection that commits durably; `mode` is "ro", "rw" or "rwc", "" in memory."""
    connection = sqlite3.connect(
        f"{_uri(path)}?mode={mode}" if isinstance(path, Path) else path,
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in HARDENED:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    where = path.absolute().as_posix()
    return "file://" + quote_from_bytes(
        os.fsencode(where if where.startswith("/") else f"/{where}")
    )
