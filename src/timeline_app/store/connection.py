"""One reading connection to an archive, hardened against what a stranger may have put into it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_app.store.archive_faults import named_faults
from timeline_app.store.archive_gate import judge_file, judge_tables
from timeline_app.store.typed_rows import text_of

LONGEST_VALUE = 1_000_000
"""Bytes of the longest text or row that is read; no archive of ours has one as long."""

PATIENCE_SECONDS = 120.0
"""How long one reading may take before the archive is taken for a trap."""

_STEPS_BETWEEN_LOOKS = 100_000
_HARDENED = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA query_only = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
)
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)


class ReadingConnection:
    """An archive file that passed the gate, open for reading by the thread that opened it.

    Opened `immutable`: SQLite takes no lock and looks for no journal, so nothing is written beside
    the file, wherever it lies.
    """

    def __init__(self, path: Path) -> None:
        """Opens and judges the file. Raises `StoreError`."""
        judge_file(path)
        self.path = path
        self._until = time.monotonic() + PATIENCE_SECONDS
        with named_faults(path):
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            try:
                self._harden()
                judge_tables(path, self._connection)
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def reading(self, seconds: float = PATIENCE_SECONDS) -> Iterator[sqlite3.Connection]:
        """The connection, for at most that long. Raises `StoreError` where the file is damaged."""
        self._until = time.monotonic() + seconds
        with named_faults(self.path):
            yield self._connection

    def interrupt(self) -> None:
        """Stops what is being read; may be called from any thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def _harden(self) -> None:
        connection = self._connection
        for limit, value in _LIMITS:
            connection.setlimit(limit, value)
        defensive = getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE", None)
        if defensive is not None and hasattr(connection, "setconfig"):
            connection.setconfig(defensive, True)
        for pragma in _HARDENED:
            connection.execute(pragma)
        connection.text_factory = text_of
        connection.set_progress_handler(self._too_late, _STEPS_BETWEEN_LOOKS)

    def _too_late(self) -> bool:
        return time.monotonic() > self._until
