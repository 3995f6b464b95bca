"""The columns of the archives that were opened, kept in the user's cache folder.

A file an archive as it was: by what its header declares and by the file's own stamp. It can be
deleted at any time, and what does not match, is cut, or is of another form is made again.
"""

import hashlib
import json
import time
from contextlib import suppress
from dataclasses import astuple, replace
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import EventTable
from timeline_app.model.record_table import RecordTable
from timeline_app.model.records import Edition
from timeline_app.store import column_file
from timeline_app.store.column_parts import apart, together
from timeline_app.store.file_shelf import SUFFIX as SHELF
from timeline_app.store.file_shelf import FileShelf
from timeline_app.store.file_stamp import Stamp

COLUMNS = "columns"
"""The folder within the cache."""

FORM = 4
"""Counts up whenever what is read from an archive, or how it is folded, becomes another."""

MOST_BYTES = 3_000_000_000
"""The oldest files go beyond that; the newest stays, however large it is."""

_SUFFIX = ".columns"
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Identity:
    """What the columns are of."""

    archive: str
    version: str
    content_hash: str
    stamp: Stamp
    form: int = FORM

    @classmethod
    def of(cls, edition: Edition, stamp: Stamp) -> "Identity":
        """That of an archive as it was when it had this stamp."""
        return cls(edition.id, edition.version, edition.content_hash, stamp)

    def words(self) -> str:
        """All of it in one text."""
        return json.dumps(astuple(self))


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """Columns: every record, and what is shown with the layers `on`; so many records are `unread`
    since they are damaged."""

    records: RecordTable
    table: EventTable
    on: frozenset[str]
    unread: int


class ColumnCache:
    """One folder. Nothing here raises for what is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recall(self, identity: Identity) -> Kept | None:
        """What is kept, or None."""
        file = self._file(identity)
        try:
            told, arrays = column_file.read(file)
            if told["identity"] != identity.words():
                return None
            records, table = together(told, arrays)
            table = replace(table, shelf=self._shelf(identity))
            kept = Kept(records, table, frozenset(told["on"]), int(told["unread"]))
        except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
            return None
        with suppress(OSError):  # it was used now; the oldest go first
            file.touch()
        return kept

    def keep(self, identity: Identity, kept: Kept) -> None:
        """Keeps it, if the folder takes it."""
        told, arrays = apart(kept.records, kept.table)
        told |= {"identity": identity.words(), "on": sorted(kept.on), "unread": kept.unread}
        file = self._file(identity)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            column_file.write(file, told, arrays)
            self._clear_out(file)

    def drop(self, identity: Identity) -> None:
        """It is not to be trusted any more, nor what follows from it."""
        file = self._file(identity)
        for one in (file, *self._folder.glob(f"{file.stem}-*{SHELF}")):
            with suppress(OSError):
                one.unlink(missing_ok=True)

    def _shelf(self, identity: Identity) -> FileShelf:
        file = self._file(identity)
        return FileShelf(file.with_name(file.stem), identity.words())

    def _file(self, identity: Identity) -> Path:
        name = hashlib.sha256(identity.words().encode("utf-8", "replace")).hexdigest()[:32]
        return self._folder / f"{name}{_SUFFIX}"

    def _clear_out(self, newest: Path) -> None:
        """What is beyond MOST_BYTES goes, and what a process left half written a day ago."""
        found = [(file.stat(), file) for file in self._folder.iterdir()]
        room = MOST_BYTES
        for about, file in sorted(found, key=lambda one: -one[0].st_mtime_ns):
            whole = file.suffix in (_SUFFIX, SHELF)
            room -= about.st_size if whole else 0
            old = about.st_mtime < time.time() - _DAY_S
            if (whole and room < 0 and file != newest) or (not whole and old):
                with suppress(OSError):
                    file.unlink()
