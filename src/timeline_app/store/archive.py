"""An archive: an edition of events, actors, sources and claims, opened for reading."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self, TypeVar

from timeline_app.model.records import Edition, Event, EventRow, EventTitle
from timeline_app.store.archive_faults import fault
from timeline_app.store.archive_rows import (
    RowFaultError,
    read_edition,
    read_event,
    read_labels,
    read_rows,
    read_titles,
)
from timeline_app.store.connection import PATIENCE_SECONDS, ReadingConnection
from timeline_app.store.file_stamp import Stamp, stamp_of
from timeline_app.store.store_error import Fault
from timeline_app.words.tr import tr

T = TypeVar("T")
_AT_ONCE = 500


class Archive:
    """An open archive. Records go by integer key, what happened by integer occurrence.

    To be used by the thread that opened it. Every method raises `StoreError` where the file turns
    out to be damaged. Nothing is ever written, neither to the file nor beside it.
    """

    def __init__(self, file: ReadingConnection, edition: Edition, stamp: Stamp) -> None:
        self._file = file
        self.edition = edition
        self.stamp = stamp

    @classmethod
    def open(cls, path: Path) -> Self:
        """Opens an archive; raises `StoreError` with a sentence where it is none or not sound."""
        stamp = _stamp(path)  # before the file is, so that what is read is at least as new
        file = ReadingConnection(path)
        try:
            edition = _edition(file)
        except BaseException:
            file.close()
            raise
        return cls(file, edition, stamp)

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    def reading(
        self, seconds: float = PATIENCE_SECONDS
    ) -> AbstractContextManager[sqlite3.Connection]:
        """The connection, for the other files of this room; SQLite's errors get their names."""
        return self._file.reading(seconds)

    def expect(self, stamp: Stamp) -> None:
        """Raises `StoreError` where this is not the file that had this stamp."""
        if self.stamp != stamp:
            raise fault(Fault.UNREACHABLE, self.path, tr("it is being changed"))

    def interrupt(self) -> None:
        """Stops what is being read; may be called from any thread."""
        self._file.interrupt()

    def lacks(self, table: str) -> bool:
        """Whether a table of the schema holds no row. Raises `StoreError`."""
        with self.reading() as connection:
            found = connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")').fetchone()
        return not found[0]

    def event(self, key: int) -> Event:
        """One record whole; KeyError where there is none of this key.

        Raises `StoreError` where the row is damaged, or is not what the build wrote.
        """
        try:
            with self.reading() as connection:
                found = read_event(connection, key)
        except RowFaultError as unsound:
            what = tr("a record cannot be read ({why})", why=unsound.why)
            raise fault(Fault.DAMAGED, self.path, what) from unsound
        if found is None:
            raise KeyError(key)
        return found

    def rows(self, keys: Sequence[int]) -> list[EventRow]:
        """What a list shows of these records, in the order asked; unknown keys are left out."""
        found = self._by_key(read_rows, keys)
        return [found[key] for key in map(int, keys) if key in found]

    def titles(self, keys: Sequence[int]) -> list[EventTitle]:
        """Days and title of these records, in the order asked; unknown keys are left out."""
        found = self._by_key(read_titles, keys)
        return [found[key] for key in map(int, keys) if key in found]

    def labels(self, keys: Sequence[int]) -> dict[int, str]:
        """What each of these records is called in a picture; unknown keys are left out."""
        return self._by_key(read_labels, keys)

    def keys_of(self, ids: Sequence[str]) -> dict[str, int]:
        """The key of each of these records; unknown ids are left out."""
        return self._by_id("key", ids)

    def occurrences_of(self, record_ids: Sequence[str]) -> dict[str, int]:
        """The occurrence that each of these records tells of; unknown ids are left out."""
        return self._by_id("occurrence", record_ids)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def _by_key(
        self, read: Callable[[sqlite3.Connection, Sequence[int]], dict[int, T]], keys: Sequence[int]
    ) -> dict[int, T]:
        found: dict[int, T] = {}
        with self.reading() as connection:
            for some in _parted([int(key) for key in keys]):
                found |= read(connection, some)
        return found

    def _by_id(self, column: str, ids: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        with self.reading() as connection:
            for some in _parted(list(ids)):
                holes = ", ".join("?" * len(some))
                select = f"SELECT id, {column} FROM event WHERE id IN ({holes})"
                found.update(connection.execute(select, some).fetchall())
        return found


def _parted(values: list[T]) -> Iterator[list[T]]:
    for first in range(0, len(values), _AT_ONCE):
        yield values[first : first + _AT_ONCE]


def _edition(file: ReadingConnection) -> Edition:
    try:
        with file.reading() as connection:
            edition = read_edition(connection)
    except RowFaultError as unsound:
        raise fault(Fault.DAMAGED, file.path, unsound.why) from unsound
    if edition is None:
        raise fault(Fault.DAMAGED, file.path, tr("it does not say which edition it is"))
    return edition


def _stamp(path: Path) -> Stamp:
    """Where there is no file to be stamped, the gate says why."""
    try:
        return stamp_of(path)
    except (OSError, ValueError):
        return Stamp(-1, -1, -1)
