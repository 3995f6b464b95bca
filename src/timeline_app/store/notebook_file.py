"""A notebook's file: made whole or not at all, opened hardened, written durably.

DELETE journal with synchronous EXTRA: a commit that returned survives a power cut, and there is no
second file to forget on a stick.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote_from_bytes

from timeline_app.model.act import Writer
from timeline_app.store.clock import next_stamp, now_ms, time_of
from timeline_app.store.notebook_faults import fault, name_too_long, named_faults, no_folder
from timeline_app.store.notebook_gate import is_cut_off, is_read_only, judge
from timeline_app.store.notebook_schema import APPLICATION_ID, FORMAT, SCHEMA
from timeline_app.store.store_error import Fault, StoreError

BUSY_SECONDS = 5.0
_NAME_MAX = 255

_HARDENED = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
)


class NotebookFile:
    """An open notebook file. One thread at a time."""

    def __init__(self, path: Path) -> None:
        """Opens and judges the file, by header, tables and a quick check of all its pages.

        Raises `StoreError`; a refused file is left as it is.
        """
        judge(path)
        self.path = path
        self.read_only = is_read_only(path)
        try:
            with named_faults(path):
                self._connection = _connect(path, "ro" if self.read_only else "rw")
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

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        with named_faults(self.path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

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
            # The words of the check are SQLite's own; whether it is "ok" is all that is used.
            checked = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if checked != "ok":
            raise fault(Fault.DAMAGED, self.path)
        if triggers or any(found.get(name) != sql for name, sql in SCHEMA.items()):
            raise fault(Fault.NOT_OURS, self.path)


def make_notebook(path: Path, writer: Writer) -> None:
    """Makes an empty notebook: it appears under its name whole, or not at all.

    Where another program made one at the same moment, that one stays. Raises `StoreError`.
    """
    if not path.parent.is_dir():
        raise no_folder(path)
    if is_read_only(path):
        raise fault(Fault.READ_ONLY, path)
    most = _longest_name(path.parent)
    if len(os.fsencode(path.name)) > most:
        raise name_too_long(path, most)
    growing = path.with_name(f".{secrets.token_hex(12)}.new")
    try:
        with named_faults(path), closing(_connect(growing, "rwc")) as connection:
            _lay_out(connection, writer)
        with suppress(FileExistsError):
            _put_in_place(growing, path)
    except OSError as error:
        raise fault(Fault.UNREACHABLE, path, why=error.strerror or str(error)) from error
    finally:
        growing.unlink(missing_ok=True)


def _longest_name(folder: Path) -> int:
    """How many bytes a name may have so that its journal, which adds some, can lie beside it."""
    most = os.pathconf(folder, "PC_NAME_MAX") if hasattr(os, "pathconf") else _NAME_MAX
    return most - len("-journal")


def _lay_out(connection: sqlite3.Connection, writer: Writer) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("BEGIN IMMEDIATE")
    for sql in SCHEMA.values():
        connection.execute(sql)
    connection.execute(
        "INSERT INTO meta VALUES (?, ?, ?, ?, ?)",
        (
            secrets.token_hex(16),
            FORMAT,
            writer.author,
            writer.device,
            time_of(next_stamp("", now_ms())),
        ),
    )
    connection.execute("COMMIT")


def _put_in_place(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a stick's file system may know no links
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    where = path.absolute().as_posix()
    quoted = quote_from_bytes(os.fsencode(where if where.startswith("/") else f"/{where}"))
    connection = sqlite3.connect(
        f"file://{quoted}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in _HARDENED:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection
